import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { bridge } from '@/app/bridge/bridge'
import { accelerator } from './keys'
import { SHORTCUT_GROUPS, useRegistry } from './registry'

/** Gives the host the menu in the person's language, each time the registry changes. */
export function useNativeMenu(): void {
  const sets = useRegistry((registry) => registry.sets)
  const { t } = useTranslation('app')
  const told = useRef('')

  useEffect(() => {
    const all = [...sets.values()].flat()
    const groups = SHORTCUT_GROUPS.map((group) => ({
      label: t(`shortcutGroup.${group}`),
      items: all
        .filter((shortcut) => shortcut.group === group && shortcut.menu !== false && shortcut.enabled !== false && shortcut.inDialog !== true)
        .map(({ id, label, keys }) => ({ id, label, keys: keys.map(accelerator).find((text) => text !== null) ?? null }))
        .slice(0, 60),
    })).filter(({ items }) => items.length > 0)
    const text = JSON.stringify(groups)
    if (text === told.current) return
    const timer = setTimeout(() => {
      told.current = text
      void bridge().host('host.set_menu', { groups })
    }, 100)
    return () => clearTimeout(timer)
  }, [sets, t])
}
