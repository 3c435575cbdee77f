export { useShortcuts } from './use-shortcuts'
export { runShortcut, useRegistry, type Shortcut, type ShortcutGroup } from './registry'
export { keyCaps } from './keys'
