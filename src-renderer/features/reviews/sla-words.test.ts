import { describe, expect, it } from 'vitest'
import type { SlaView } from '@contract/reviews'
import { makeFormatters } from '@/kit/format/formatters'
import { countdown, dueGroups, slaTone, spanText } from './sla-words'

const NOW = Date.parse('2026-11-23T13:06:00Z')
const MINUTE = 60_000
const format = makeFormatters('en', 'Europe/Berlin')
const sla = (dueAt: number | null, stopped = false): SlaView => ({ dueAt, overdue: false, stopped, remainingMs: null, why: null })

describe('the clock in words (REV-06)', () => {
  it('REV-06 counts down today, names the time on another day, and counts on once it is over', () => {
    expect(countdown(sla(NOW + 107 * MINUTE), NOW, format)).toBe('1 h 47')
    expect(countdown(sla(NOW + 38 * MINUTE), NOW, format)).toBe('0 h 38')
    expect(countdown(sla(NOW - 112 * MINUTE), NOW, format)).toBe('−1 h 52')
    expect(countdown(sla(Date.parse('2026-11-24T09:15:00Z')), NOW, format)).toBe('Tue 10:15')
    expect(countdown(sla(null), NOW, format)).toBeNull()
  })

  it('REV-06 is met until its last millisecond, and amber in the last hour', () => {
    expect(slaTone(sla(NOW), NOW)).toBe('warn')
    expect(slaTone(sla(NOW - 1), NOW)).toBe('bad')
    expect(slaTone(sla(NOW + 60 * MINUTE), NOW)).toBe('plain')
    expect(slaTone(sla(null, true), NOW)).toBe('stopped')
  })

  it('writes spans from two days on in days', () => {
    expect(spanText(47 * 60 * MINUTE + 59 * MINUTE)).toBe('47 h 59')
    expect(spanText(52 * 60 * MINUTE)).toBe('2 d 04 h')
  })

  it('groups by overdue, by the date in the desk’s zone, and apart what stands', () => {
    const groupOf = dueGroups(NOW, format)
    expect(groupOf(sla(NOW - 1))).toBe('overdue')
    expect(groupOf(sla(Date.parse('2026-11-23T22:59:59Z')))).toBe('2026-11-23')
    expect(groupOf(sla(Date.parse('2026-11-23T23:00:00Z')))).toBe('2026-11-24')
    expect(groupOf(sla(null, true))).toBe('stopped')
  })
})
