import { describe, expect, it } from 'vitest'
import { makeIds } from './ids'

const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('ids', () => {
  it('are uuidv7 that carry their time', () => {
    const at = Date.UTC(2026, 10, 23, 8)
    const id = makeIds(() => at).next()
    expect(id).toMatch(UUID7)
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at)
  })

  it('rise within a millisecond, from one to the next, and with the clock set back', () => {
    const times = [1_000, 1_000, 1_000, 1_001, 500, 500, 1_001, 1_002]
    let at = 0
    const ids = makeIds(() => times[Math.min(at++, times.length - 1)]!)
    const made = Array.from({ length: 50_000 }, () => ids.next())
    expect(made).toEqual([...made].sort())
    expect(new Set(made).size).toBe(made.length)
    expect(made.every((id) => UUID7.test(id))).toBe(true)
  })

  it('give salts of the asked length, never the same bytes twice', () => {
    const ids = makeIds(() => 0)
    const salts = Array.from({ length: 10_000 }, () => ids.bytes(16).toString('hex'))
    expect(new Set(salts).size).toBe(salts.length)
    expect(ids.bytes(100_000)).toHaveLength(100_000)
  })
})
