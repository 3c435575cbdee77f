/**
 * Keys are written `mod+k` (Ctrl, Cmd on a Mac), `g t` (one after the other), `?`, `F6`, `shift+c`. Characters are
 * matched, not positions, so that `?` and `/` work on every layout.
 */
export interface Chord {
  mod: boolean
  alt: boolean
  shift: boolean | null
  key: string
}

export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  getModifierState?: (name: string) => boolean
}

const NAMED: Record<string, string> = { space: ' ', esc: 'Escape', enter: 'Enter', plus: '+' }
const isLetter = (key: string): boolean => key.length === 1 && key.toLowerCase() !== key.toUpperCase()

function parseChord(text: string): Chord {
  const parts = text.split('+')
  const last = parts.pop() ?? ''
  const modifiers = new Set(parts.map((part) => part.toLowerCase()))
  const key = NAMED[last.toLowerCase()] ?? (last.length === 1 ? last.toLowerCase() : last)
  const shift = modifiers.has('shift') ? true : key.length === 1 && !isLetter(key) && key !== ' ' ? null : false
  return { mod: modifiers.has('mod'), alt: modifiers.has('alt'), shift, key }
}

export function parseKeys(text: string): Chord[] {
  return text
    .split(' ')
    .filter((part) => part !== '')
    .map(parseChord)
}

export function matchesChord(press: KeyPress, chord: Chord, isMac: boolean): boolean {
  // AltGr arrives as Ctrl+Alt on Windows; the character it makes is what was meant.
  const altGraph = press.getModifierState?.('AltGraph') === true
  const mod = !altGraph && (isMac ? press.metaKey : press.ctrlKey)
  const alt = !altGraph && press.altKey
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
  if (key !== chord.key || mod !== chord.mod || alt !== chord.alt) return false
  return chord.shift === null || chord.shift === press.shiftKey
}

const CARET = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'])
const EDITING = new Set(['a', 'c', 'v', 'x', 'y', 'z'])

/** Keys that move in a list, a radio group or a text. */
export function movesCaret(chord: Chord): boolean {
  return !chord.mod && !chord.alt && CARET.has(chord.key)
}

/** True for keys that write or move in a field: they rest while someone types. */
export function isBare(chord: Chord): boolean {
  return !chord.mod && !chord.alt && (chord.key.length === 1 || chord.key === 'Enter' || chord.key === 'Backspace' || CARET.has(chord.key))
}

/** Ctrl A, C, X, V, Z, Y: a text field's own. */
export function editsText(chord: Chord): boolean {
  return chord.mod && !chord.alt && EDITING.has(chord.key)
}

const SHOWN: Record<string, string> = { ' ': 'Space', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }

/** The caps to draw: `mod+k` as `Ctrl`, `K`. */
export function keyCaps(text: string, isMac: boolean): string[] {
  return parseKeys(text).flatMap((chord) => {
    const caps: string[] = []
    if (chord.mod) caps.push(isMac ? '⌘' : 'Ctrl')
    if (chord.alt) caps.push(isMac ? '⌥' : 'Alt')
    if (chord.shift === true) caps.push('Shift')
    caps.push(SHOWN[chord.key] ?? (chord.key.length === 1 ? chord.key.toUpperCase() : chord.key))
    return caps
  })
}

/** An Electron accelerator, or null for single keys and sequences, which a menu would take from text fields. */
export function accelerator(text: string): string | null {
  const [chord, more] = parseKeys(text)
  if (chord === undefined || more !== undefined) return null
  const isFunctionKey = /^F\d+$/.test(chord.key)
  if (!chord.mod && !chord.alt && !isFunctionKey) return null
  const key =
    chord.key === '+' ? 'Plus' : chord.key === ' ' ? 'Space' : chord.key.length === 1 ? chord.key.toUpperCase() : chord.key.replace(/^Arrow/, '')
  return [chord.mod ? 'CommandOrControl' : null, chord.alt ? 'Alt' : null, chord.shift === true ? 'Shift' : null, key]
    .filter((part) => part !== null)
    .join('+')
}
