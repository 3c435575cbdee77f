import { describe, expect, it } from 'vitest'
import { addDays, endOfDay } from './zoned'

describe('calendar dates in a zone', () => {
  it('ends the day at local midnight, across daylight saving', () => {
    expect(new Date(endOfDay('2026-11-26', 'Europe/Berlin')).toISOString()).toBe('2026-11-26T22:59:59.999Z')
    expect(new Date(endOfDay('2026-03-29', 'Europe/Berlin')).toISOString()).toBe('2026-03-29T21:59:59.999Z')
    expect(new Date(endOfDay('2026-10-25', 'Europe/Berlin')).toISOString()).toBe('2026-10-25T22:59:59.999Z')
    expect(new Date(endOfDay('2026-11-26', 'Pacific/Kiritimati')).toISOString()).toBe('2026-11-26T09:59:59.999Z')
  })

  it('adds days over month ends', () => {
    expect(addDays('2026-02-27', 3)).toBe('2026-03-02')
  })
})
