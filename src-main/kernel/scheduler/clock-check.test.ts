import { describe, expect, it } from 'vitest'
import { doubtClock } from './clock-check'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = Date.UTC(2026, 10, 23, 8)
const last = { at: NOW, uptime: 5 * HOUR, boot: 'one' }

describe('SCH-03 clock check', () => {
  it('has nothing to compare on the first run', () => expect(doubtClock(null, NOW, 0, 'one')).toBeNull())

  it('trusts a clock that runs with the system, asleep or awake', () => {
    expect(doubtClock(last, NOW + 30_000, last.uptime + 30_000, 'one')).toBeNull()
    expect(doubtClock(last, NOW + 20 * DAY, last.uptime + 20 * DAY, 'one')).toBeNull()
  })

  it('doubts a clock that ran ahead by more than an hour, not by an hour', () => {
    expect(doubtClock(last, NOW + HOUR, last.uptime, 'one')).toBeNull()
    expect(doubtClock(last, NOW + HOUR + 1, last.uptime, 'one')).toEqual({ ground: 'ahead', hours: 1 })
    expect(doubtClock(last, NOW + 3 * DAY, last.uptime + DAY, 'one')).toEqual({ ground: 'ahead', hours: 48 })
  })

  it('doubts more than 35 days without a run, not 35', () => {
    expect(doubtClock(last, NOW + 35 * DAY, last.uptime + 35 * DAY, 'one')).toBeNull()
    expect(doubtClock(last, NOW + 35 * DAY + 1, last.uptime + 35 * DAY + 1, 'one')).toEqual({ ground: 'long_gap', hours: 840 })
    expect(doubtClock(last, NOW + 36 * DAY, 1, 'two')).toEqual({ ground: 'long_gap', hours: 864 })
  })

  it('compares no uptimes across a start of the system', () => expect(doubtClock(last, NOW + 3 * DAY, HOUR, 'two')).toBeNull())

  it('doesn’t doubt a clock set back: nothing is done early', () => expect(doubtClock(last, NOW - 40 * DAY, last.uptime + 1, 'one')).toBeNull())
})
