import { create } from 'zustand'

export const SHORTCUT_GROUPS = ['go', 'screen', 'list', 'desk', 'view'] as const
export type ShortcutGroup = (typeof SHORTCUT_GROUPS)[number]

export interface Shortcut {
  /** Stable: the native menu answers with it. */
  id: string
  /** Any of these; the first is shown. See keys.ts for the writing. */
  keys: readonly string[]
  /** Translated, a verb. */
  label: string
  group: ShortcutGroup
  run: () => void
  enabled?: boolean
  /** Listed in the command palette; default true. */
  palette?: boolean
  /** Listed in the native menu; default true. */
  menu?: boolean
  /** Works above dialogs too: zoom, lock. */
  always?: boolean
  /** Belongs to the open dialog. */
  inDialog?: boolean
}

interface Registry {
  /** By the hook that registered them, in order of mounting. */
  sets: ReadonlyMap<symbol, readonly Shortcut[]>
}

/** The one registry: the native menu, the palette and the help sheet read it. */
export const useRegistry = create<Registry>(() => ({ sets: new Map() }))

export function register(owner: symbol, shortcuts: readonly Shortcut[]): void {
  useRegistry.setState(({ sets }) => ({ sets: new Map(sets).set(owner, shortcuts) }))
}

export function unregister(owner: symbol): void {
  useRegistry.setState(({ sets }) => {
    const rest = new Map(sets)
    rest.delete(owner)
    return { sets: rest }
  })
}

/** Everything registered, latest first: a screen's key wins over the frame's. */
export function shortcutsNow(): Shortcut[] {
  return [...useRegistry.getState().sets.values()].reverse().flat()
}

/** Runs one by id: a native menu item or a palette entry was chosen. */
export function runShortcut(id: string): void {
  shortcutsNow()
    .find((shortcut) => shortcut.id === id && shortcut.enabled !== false)
    ?.run()
}
