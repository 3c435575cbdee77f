import { editsText, isBare, matchesChord, movesCaret, parseKeys, type Chord, type KeyPress } from './keys'
import type { Shortcut } from './registry'

/** What the focus and open windows mean for keys. */
export interface KeyContext {
  /** The focus is where text is written. */
  typing: boolean
  /** The focus is on something that uses Enter and Space itself: button, link, menu. */
  onControl: boolean
  dialogOpen: boolean
  /** Text is marked: Ctrl C copies that. */
  textMarked: boolean
  /** The person has switched single keys off. */
  singleKeysOff: boolean
  isMac: boolean
}

export interface Outcome {
  shortcut: Shortcut | null
  /** First keys of sequences now waiting for the second. */
  pending: readonly string[]
}

const parsed = new Map<string, Chord[]>()
function chordsOf(keys: string): Chord[] {
  const known = parsed.get(keys)
  if (known !== undefined) return known
  const chords = parseKeys(keys)
  parsed.set(keys, chords)
  return chords
}

function mayRun(shortcut: Shortcut, chord: Chord, context: KeyContext): boolean {
  if (shortcut.enabled === false) return false
  if (context.dialogOpen && shortcut.always !== true && shortcut.inDialog !== true) return false
  if (context.onControl && !chord.mod && (chord.key === 'Enter' || chord.key === ' ' || movesCaret(chord))) return false
  if (editsText(chord) && (context.typing || (context.textMarked && chord.key === 'c'))) return false
  if (!isBare(chord)) return true
  if (context.typing) return false
  return !(context.singleKeysOff && chord.key.length === 1 && chord.key !== ' ')
}

/** Decides what a key press does. `pending` are the key texts whose first key was pressed just before. */
export function dispatch(press: KeyPress, shortcuts: readonly Shortcut[], pending: readonly string[], context: KeyContext): Outcome {
  const waiting: string[] = []
  for (const shortcut of shortcuts) {
    for (const keys of shortcut.keys) {
      const [first, second] = chordsOf(keys)
      if (first === undefined) continue
      const expected = second !== undefined && pending.includes(keys) ? second : first
      if (!mayRun(shortcut, expected, context) || !matchesChord(press, expected, context.isMac)) continue
      if (second === undefined ? pending.length === 0 : expected === second) return { shortcut, pending: [] }
      if (second !== undefined) waiting.push(keys)
    }
  }
  if (waiting.length > 0) return { shortcut: null, pending: waiting }
  return pending.length > 0 ? dispatch(press, shortcuts, [], context) : { shortcut: null, pending: [] }
}
