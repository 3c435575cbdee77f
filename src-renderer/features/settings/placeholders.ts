import { REPLY_PLACEHOLDERS } from '@contract/reviews'

/** REV-15: what a saved reply is for. */
export const REPLY_KINDS = ['query', 'reject'] as const

const WRITTEN = /\{\{\s*([^{}]*?)\s*\}\}/g
const isKnown = (name: string): boolean => (REPLY_PLACEHOLDERS as readonly string[]).includes(name)

export interface Piece {
  text: string
  /** Plain text, or a placeholder: filled, or one that nothing fills. */
  kind: 'text' | 'known' | 'unknown'
}

/** REV-15: a reply in pieces, so that it can be shown filled, and what nothing fills can be marked. */
export function piecesOf(text: string, sample: Readonly<Record<string, string>>): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: written, 1: name = '', index } of text.matchAll(WRITTEN)) {
    if (index > end) pieces.push({ text: text.slice(end, index), kind: 'text' })
    pieces.push(isKnown(name) ? { text: sample[name] ?? written, kind: 'known' } : { text: written, kind: 'unknown' })
    end = index + written.length
  }
  if (end < text.length) pieces.push({ text: text.slice(end), kind: 'text' })
  return pieces
}

/** Each unknown one once, as it was written. */
export function unknownIn(text: string): string[] {
  return [...new Set(piecesOf(text, {}).flatMap((piece) => (piece.kind === 'unknown' ? [piece.text] : [])))]
}
