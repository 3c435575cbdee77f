import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SeenKeys } from './seen'

describe('keys seen in one file', () => {
  it('FED-03 tells new, same and other, as a map would', () => {
    const cell = fc.oneof(
      fc.constantFrom('a', 'b', '', 'ab'),
      fc.constantFrom(0, 1, 4294967296, 4294967297),
      fc.constant(null),
      fc.constant(undefined),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.array(cell, { maxLength: 2 }), fc.array(cell, { maxLength: 3 }))), (rows) => {
        const seen = new SeenKeys()
        const map = new Map<string, string>()
        const text = (cells: readonly unknown[]): string => cells.map((value) => `${typeof value}:${String(value)}`).join('\0')
        for (const [key, values] of rows) {
          const before = map.get(text(key))
          expect(seen.has(key)).toBe(before !== undefined)
          expect(seen.note(key, values)).toBe(before === undefined ? 'new' : before === text(values) ? 'same' : 'other')
          if (before === undefined) map.set(text(key), text(values))
        }
      }),
    )
  })

  it('stays right while it grows', () => {
    const seen = new SeenKeys()
    for (let n = 0; n < 50_000; n++) expect(seen.note([`id-${n}`], [n])).toBe('new')
    for (let n = 0; n < 50_000; n += 7) expect([seen.note([`id-${n}`], [n]), seen.note([`id-${n}`], [n + 1])]).toEqual(['same', 'other'])
    expect(seen.has(['id-50000'])).toBe(false)
  })
})
