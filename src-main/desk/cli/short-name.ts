import { Usage } from './problem'

/** A short name from a name: its letters and digits, 2 to 32 of them. @throws Usage */
export function shortNameOf(name: string): string {
  const short = name
    .trim()
    .replace(/\s+/gu, '.')
    .replace(/[^\p{L}\p{N}._-]/gu, '')
    .slice(0, 32)
  if (short.length < 2) throw new Usage('A name needs at least two letters or digits')
  return short
}
