import { writeFile } from 'node:fs/promises'
import { dialog, nativeTheme, shell, type BrowserWindow } from 'electron'
import type * as z from 'zod'
import { hostContract, type HostOperation, type HostOutput } from '@contract/host'
import type { DeskEvent } from '@contract/preload-api'
import { externalAddress, externalLinks, shownAddress } from './external-links'
import { setMenu } from './menu'
import type { Preferences } from './preferences'

export interface HostContext {
  readonly window: BrowserWindow
  readonly folder: string
  readonly preferences: Preferences
  readonly tell: (event: DeskEvent) => void
}

type Parsed<K extends HostOperation> = z.output<(typeof hostContract)[K]>
type Operations = { [K in HostOperation]: (context: HostContext, input: Parsed<K>) => HostOutput[K] | Promise<HostOutput[K]> }

async function chooseSave(
  window: BrowserWindow,
  { title, suggested, extension }: { title: string; suggested: string; extension: string },
): Promise<string | null> {
  const filters = [{ name: `*.${extension}`, extensions: [extension] }]
  const { canceled, filePath } = await dialog.showSaveDialog(window, { title, defaultPath: suggested, filters })
  return canceled || filePath === undefined || filePath === '' ? null : filePath
}

const links = externalLinks(() => performance.now())

const operations: Operations = {
  'host.choose_files': async ({ window }, { title, extensions }) => {
    const filters = extensions.length === 0 ? [] : [{ name: extensions.map((extension) => `*.${extension}`).join(', '), extensions }]
    const { canceled, filePaths } = await dialog.showOpenDialog(window, { title, filters, properties: ['openFile', 'multiSelections'] })
    return canceled ? [] : filePaths
  },
  'host.choose_save': ({ window }, where) => chooseSave(window, where),
  'host.save_text': async ({ window }, { text, ...where }) => {
    const path = await chooseSave(window, where)
    if (path !== null) await writeFile(path, text, { mode: 0o600 })
    return path
  },
  'host.set_theme': (_, { theme }) => {
    nativeTheme.themeSource = theme
    return null
  },
  'host.set_zoom': ({ window }, { factor }) => {
    window.webContents.setZoomFactor(factor)
    return null
  },
  'host.set_menu': ({ tell }, { groups }) => {
    setMenu(groups, (id) => tell({ type: 'menu', id }))
    return null
  },
  'host.show_folder': async ({ folder }) => {
    await shell.openPath(folder)
    return null
  },
  'host.confirm_external': async ({ window }, { url, question, open, cancel }) => {
    const href = externalAddress(url)
    if (href === null) return false
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: question,
      detail: shownAddress(href),
      buttons: [open, cancel],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    })
    if (response !== 0) return false
    links.confirmed(window, href)
    return true
  },
  'host.open_external': async ({ window }, { url }) => {
    const href = externalAddress(url)
    if (href === null || !links.take(window, href)) return false
    return shell.openExternal(href).then(
      () => true,
      () => false,
    )
  },
  'host.remember': ({ preferences }, { key, value }) => {
    preferences.set(key, value)
    return null
  },
}

/** @throws Error when the operation is unknown or its input malformed; a page of ours never sends such. */
export async function runHostOperation(context: HostContext, op: unknown, input: unknown): Promise<unknown> {
  if (typeof op !== 'string' || !Object.hasOwn(operations, op)) throw new Error('unknown host operation')
  const name = op as HostOperation
  const parsed = hostContract[name].safeParse(input)
  if (!parsed.success) throw new Error(`malformed input of ${name}`)
  return operations[name](context, parsed.data as never)
}
