/** The contract's least length. */
export const LEAST = 14

export type Strength = 'short' | 'repeats' | 'sequence' | 'personal' | 'fair' | 'good' | 'strong'

const RUNS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'qwertzuiop', 'asdfghjkl', 'yxcvbnm', 'zxcvbnm']

/** How many characters lie in runs of four or more along the alphabet, digits or keyboard rows, either way. */
function inRuns(text: string): number {
  const lower = text.toLowerCase()
  let covered = 0
  for (let at = 0; at + 4 <= lower.length;) {
    let length = 4
    const isRun = (part: string): boolean => RUNS.some((run) => run.includes(part) || run.includes([...part].reverse().join('')))
    if (!isRun(lower.slice(at, at + 4))) {
      at += 1
      continue
    }
    while (at + length < lower.length && isRun(lower.slice(at, at + length + 1))) length += 1
    covered += length
    at += length
  }
  return covered
}

/** True when the text is one piece again and again: `hemlighemlig`. */
function isRepeated(text: string): boolean {
  return text.length > 0 && (text + text).indexOf(text, 1) < text.length
}

/**
 * What can honestly be said about a passphrase without a list of known ones: its length, and whether it leans on
 * repetition, runs of keys or the person's own name. A famous line passes; the field says so.
 */
export function strengthOf(text: string, personal: readonly string[] = []): Strength {
  const length = [...text].length
  if (length < LEAST) return 'short'
  if (isRepeated(text) || new Set(text.toLowerCase()).size < 7) return 'repeats'
  if (inRuns(text) > length / 3) return 'sequence'
  const own = personal.flatMap((name) => name.toLowerCase().split(/\s+/)).filter((word) => word.length >= 4)
  const left = own.reduce((rest, word) => rest.replaceAll(word, ''), text.toLowerCase())
  if ([...left].length < LEAST) return 'personal'
  const words = left.split(/[\s\-_.]+/).filter((word) => word.length >= 3).length
  if (length >= 26 && words >= 4) return 'strong'
  return length >= 20 ? 'good' : 'fair'
}

/** Filled parts of the four-part meter. */
export const STRENGTH_PARTS: Record<Strength, number> = { short: 0, repeats: 1, sequence: 1, personal: 1, fair: 2, good: 3, strong: 4 }
