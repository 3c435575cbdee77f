import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { HostInput } from '@contract/host'

type Groups = HostInput<'host.set_menu'>['groups']

/** Until the window sends the menu in the person's language. macOS needs one for copy, paste and quit to work at all. */
export function firstMenu(): void {
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate(macRoles()) : null)
}

/** The shortcut registry's groups as the native menu. The window itself handles the keys; here they are only shown. */
export function setMenu(groups: Groups, chosen: (id: string) => void): void {
  const own = groups.map(({ label, items }): MenuItemConstructorOptions => ({
    label,
    submenu: items.map(({ id, label: text, keys }): MenuItemConstructorOptions => ({
      label: text,
      click: () => chosen(id),
      ...(keys === null ? {} : { accelerator: keys, registerAccelerator: false }),
    })),
  }))
  Menu.setApplicationMenu(Menu.buildFromTemplate(process.platform === 'darwin' ? [...macRoles(), ...own] : own))
}

const macRoles = (): MenuItemConstructorOptions[] => [{ role: 'appMenu' }, { role: 'editMenu' }]
