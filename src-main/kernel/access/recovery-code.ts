import { randomBytes } from 'node:crypto'

/** Crockford's alphabet: no I, L, O, U, so that a code read from paper can't be misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 25
const GROUP = 5

/** DSK-07: five groups of five, 125 bits; used once. */
export function newRecoveryCode(random: (length: number) => Buffer = randomBytes): string {
  return grouped([...random(LENGTH)].map((byte) => ALPHABET.charAt(byte & 31)))
}

/** As typed → as given: case, spaces and hyphens don't count, look-alikes are read as meant. Null: no code. */
export function readRecoveryCode(typed: string): string | null {
  const plain = typed
    .toUpperCase()
    .replace(/[\s\-‐‑–—]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return plain.length === LENGTH && Array.from(plain).every((character) => ALPHABET.includes(character)) ? grouped(plain.split('')) : null
}

const grouped = (characters: readonly string[]): string =>
  Array.from({ length: LENGTH / GROUP }, (_, group) => characters.slice(group * GROUP, (group + 1) * GROUP).join('')).join('-')
