import { randomInt } from 'node:crypto'
import type { FeedKind } from '@contract/feeds'
import type { Announced, Cell } from '../taker'

const SMALLEST = 1 << 12
/** Two words of the key's hash, one of the values': values are only compared under the same key. */
const SLOT = 3
const FULLEST = 0.8

/**
 * Remembers hashes of keys with hashes of values: 12 bytes a slot, so that a million rows cost 24 MB and not 300.
 * The hash is keyed at random: a file can't be made to collide.
 */
export class SeenKeys {
  readonly #seeds = Uint32Array.from({ length: 4 }, () => randomInt(0x100000000))
  #slots = new Uint32Array(SMALLEST * SLOT)
  #mask = SMALLEST - 1
  #size = 0
  #a = 0
  #b = 0

  /** `new`: this key is remembered from now on; `same`: with the same values; `other`: with other values. */
  note(key: readonly Cell[], values: readonly Cell[]): 'new' | 'same' | 'other' {
    this.#hash(values)
    const value = this.#a
    this.#hash(key)
    const keyA = this.#a
    // Zero marks a free slot.
    const keyB = this.#b === 0 ? 1 : this.#b
    const slots = this.#slots
    let at = keyA & this.#mask
    for (;;) {
      const slot = at * SLOT
      if (slots[slot + 1] === 0) break
      if (slots[slot] === keyA && slots[slot + 1] === keyB) return slots[slot + 2] === value ? 'same' : 'other'
      at = (at + 1) & this.#mask
    }
    slots[at * SLOT] = keyA
    slots[at * SLOT + 1] = keyB
    slots[at * SLOT + 2] = value
    this.#size += 1
    if (this.#size > (this.#mask + 1) * FULLEST) this.#grow()
    return 'new'
  }

  has(key: readonly Cell[]): boolean {
    this.#hash(key)
    const keyA = this.#a
    const keyB = this.#b === 0 ? 1 : this.#b
    let at = keyA & this.#mask
    while (this.#slots[at * SLOT + 1] !== 0) {
      if (this.#slots[at * SLOT] === keyA && this.#slots[at * SLOT + 1] === keyB) return true
      at = (at + 1) & this.#mask
    }
    return false
  }

  #grow(): void {
    const old = this.#slots
    const mask = (this.#mask + 1) * 2 - 1
    const slots = new Uint32Array((mask + 1) * SLOT)
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + 1] === 0) continue
      let at = old[from]! & mask
      while (slots[at * SLOT + 1] !== 0) at = (at + 1) & mask
      for (let part = 0; part < SLOT; part++) slots[at * SLOT + part] = old[from + part]!
    }
    this.#slots = slots
    this.#mask = mask
  }

  /** Two 32-bit multiply-and-rotate hashes over the characters of all cells. */
  #hash(cells: readonly Cell[]): void {
    let a = this.#seeds[0]!
    let b = this.#seeds[1]!
    for (const cell of cells) {
      if (typeof cell === 'string') {
        for (let at = 0; at < cell.length; at++) {
          const code = cell.charCodeAt(at)
          a = Math.imul(a ^ code, 0x9e3779b1)
          a = (a << 13) | (a >>> 19)
          b = Math.imul(b ^ code, 0x85ebca6b)
          b = (b << 17) | (b >>> 15)
        }
      } else {
        // Tells an absent column, an empty cell and a number apart.
        const low = cell === undefined ? 0x10001 : cell === null ? 0x10002 : cell >>> 0
        const high = typeof cell === 'number' ? Math.floor(cell / 4294967296) | 0x20000 : 0x30000
        a = Math.imul(a ^ low, 0x9e3779b1) ^ Math.imul(high, 0xc2b2ae35)
        b = Math.imul(b ^ low, 0x85ebca6b) ^ Math.imul(high, 0x27d4eb2f)
      }
      a = Math.imul(a ^ 0x1f0000, 0xc2b2ae35)
      b = Math.imul(b ^ 0x2f0000, 0x27d4eb2f)
      a ^= a >>> 15
      b ^= b >>> 13
    }
    this.#a = (a ^ this.#seeds[2]!) >>> 0
    this.#b = (b ^ this.#seeds[3]!) >>> 0
  }
}

/** Ids that a preview's files would bring in. */
export function announcedIds(): Announced {
  const seen = new SeenKeys()
  return {
    add: (kind: FeedKind, id: string) => void seen.note([kind, id], []),
    has: (kind: FeedKind, id: string) => seen.has([kind, id]),
    accounts: new Map(),
  }
}
