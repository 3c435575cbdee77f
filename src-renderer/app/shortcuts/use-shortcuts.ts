import { useEffect, useRef } from 'react'
import { register, unregister, type Shortcut } from './registry'

const shape = (shortcuts: readonly Shortcut[]): string =>
  JSON.stringify(
    shortcuts.map(({ id, keys, label, group, enabled, palette, menu, always, inDialog }) => [
      id,
      keys,
      label,
      group,
      enabled,
      palette,
      menu,
      always,
      inDialog,
    ]),
  )

/** Registers shortcuts while the component is mounted. The list may be built anew at each render. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  const owner = useRef<symbol>(undefined)
  owner.current ??= Symbol('shortcuts')
  const signature = shape(shortcuts)

  useEffect(() => {
    const steady = latest.current.map((shortcut) => ({
      ...shortcut,
      run: () => latest.current.find(({ id }) => id === shortcut.id)?.run(),
    }))
    register(owner.current!, steady)
  }, [signature])

  useEffect(() => {
    const mine = owner.current!
    return () => unregister(mine)
  }, [])
}
