export { useShortcuts } from './use-shortcuts'
export { runShortcut, type Shortcut, type ShortcutGroup } from './registry'
export { keyCaps } from './keys'
