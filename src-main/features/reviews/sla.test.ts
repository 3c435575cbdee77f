import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workingCalendar } from '@kernel/calendar/index'
import type { Decision, Review } from './review'
import { newReview } from './events'
import { dueAfter, dueFrom, explainDue, isOverdue, remainingAt, slaView, waited } from './sla'
import { calendars, starts } from './testing/calendars'
import { SlowClock } from './testing/slow-clock'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const berlin = workingCalendar({
  zone: 'Europe/Berlin',
  hours: [...Array.from({ length: 5 }, () => ({ from: 540, to: 1020 })), null, null],
  regions: ['DE'],
  extraHolidays: [],
})
const at = (iso: string): number => Date.parse(iso)
const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString())
const review = (state: Review['state'], sla: Partial<Review['sla']>): Review => ({
  ...newReview({ id: 'r', group: 'g', account: 'a', scope: 'group', at: 0, version: 1 }),
  state,
  sla: { from: null, dueAt: null, remainingMs: null, ...sla },
})

describe('the clock of a review', () => {
  it('REV-06 is due at the same clock time on the next working day', () => {
    expect(iso(dueFrom(at('2026-11-23T09:30:00Z'), berlin))).toBe('2026-11-24T09:30:00.000Z')
    expect(iso(dueFrom(at('2026-11-27T15:30:00Z'), berlin))).toBe('2026-11-30T15:30:00.000Z')
  })

  it('REV-06 starts at the next opening outside of hours, and a later time becomes the closing', () => {
    expect(iso(dueFrom(at('2026-11-28T12:00:00Z'), berlin))).toBe('2026-12-01T08:00:00.000Z')
    const shortFriday = { ...berlin, hours: berlin.hours.map((hours, day) => (day === 4 ? { from: 540, to: 780 } : hours)) }
    expect(iso(dueFrom(at('2026-11-26T14:00:00Z'), shortFriday))).toBe('2026-11-27T12:00:00.000Z')
  })

  it('REV-06 passes over holidays and keeps the clock time over a change of clocks', () => {
    expect(iso(dueFrom(at('2026-12-24T10:00:00Z'), berlin))).toBe('2026-12-28T10:00:00.000Z')
    expect(iso(dueFrom(at('2026-03-27T10:00:00Z'), berlin))).toBe('2026-03-30T09:00:00.000Z')
  })

  it('REV-06 stands while a question waits; the rest runs on after the answer', () => {
    const sla = { from: at('2026-11-27T09:00:00Z'), dueAt: dueFrom(at('2026-11-27T09:00:00Z'), berlin), remainingMs: null }
    const left = remainingAt(sla, at('2026-11-27T15:00:00Z'), berlin)
    expect(left / HOUR).toBe(2)
    expect(iso(dueAfter(at('2026-12-10T15:00:00Z'), left, berlin))).toBe('2026-12-11T09:00:00.000Z')
  })

  it('REV-06 leaves nothing to a question asked too late: due as soon as the answer comes', () => {
    const sla = { from: 0, dueAt: at('2026-11-23T09:00:00Z'), remainingMs: null }
    expect(remainingAt(sla, at('2026-11-24T09:00:00Z'), berlin)).toBe(0)
    expect(iso(dueAfter(at('2026-11-28T09:00:00Z'), 0, berlin))).toBe('2026-11-30T08:00:00.000Z')
  })

  it('REV-06 counts as overdue after the due time, not at it, and never while it stands', () => {
    const running = review('pending', { from: 0, dueAt: 1000 })
    expect([isOverdue(running, 1000), isOverdue(running, 1001)]).toEqual([false, true])
    expect(slaView(review('query', { remainingMs: 0 }), 5000, berlin)).toEqual({
      dueAt: null,
      overdue: false,
      stopped: true,
      remainingMs: 0,
      why: null,
    })
  })

  it('SCH-04 explains its due time, also of a clock that ran on, also after the calendar was changed', () => {
    const from = at('2026-12-23T15:30:00Z')
    const codes = (sla: Review['sla'], calendar = berlin): string[] => explainDue(sla, calendar)?.parts.map(({ code }) => code) ?? []
    expect(codes({ from, dueAt: dueFrom(from, berlin), remainingMs: null })).toEqual(['start', 'working_days', 'no_holiday', 'result'])
    const rest = dueAfter(at('2026-12-24T15:00:00Z'), 3 * HOUR, berlin)
    const ran = explainDue({ from: at('2026-12-24T15:00:00Z'), dueAt: rest, remainingMs: null }, berlin)
    expect(ran?.parts.map(({ code }) => code)).toEqual(['start', 'working_time', 'holiday', 'result'])
    expect(ran?.dueAt).toBe(rest)
    const closed = { ...berlin, holiday: () => null, hours: berlin.hours.map(() => ({ from: 0, to: 10 })) }
    expect(explainDue({ from, dueAt: dueFrom(from, berlin), remainingMs: null }, closed)).toMatchObject({ dueAt: dueFrom(from, berlin) })
  })

  it('REV-06 equals a clock that is read minute by minute', () => {
    fc.assert(
      fc.property(calendars, starts, fc.nat(3000), fc.nat(3000), (settings, start, wait, until) => {
        const calendar = workingCalendar(settings)
        const slow = new SlowClock(settings)
        const due = dueFrom(start, calendar)
        expect(iso(due)).toBe(iso(slow.dayLater(start)))
        const asked = start + wait * MINUTE
        const left = remainingAt({ from: start, dueAt: due, remainingMs: null }, asked, calendar)
        expect(left).toBe(slow.between(asked, due))
        const answer = asked + until * MINUTE
        const again = dueAfter(answer, left, calendar)
        expect(iso(again)).toBe(iso(slow.after(answer, left)))
        expect(explainDue({ from: answer, dueAt: again, remainingMs: null }, calendar)?.dueAt).toBe(again)
      }),
      { numRuns: process.env['REEVE_LONG'] === undefined ? 60 : 2000 },
    )
  }, 600_000)
})

describe('how long a review waited for us', () => {
  const decision = (own: Partial<Decision>): Decision => ({ outcome: 'query', state: 'stands', tookMs: HOUR, ...own }) as Decision
  const running = review('pending', { from: at('2026-11-23T09:00:00Z'), dueAt: at('2026-11-24T09:00:00Z') })

  it('REV-06 adds up what ran before and after a question', () => {
    expect(waited(running, [], at('2026-11-23T11:00:00Z'), berlin)).toEqual({ tookMs: 2 * HOUR, inTime: true })
    expect(waited(running, [decision({})], at('2026-11-23T11:00:00Z'), berlin)).toEqual({ tookMs: 3 * HOUR, inTime: true })
    expect(waited(running, [decision({})], at('2026-11-24T09:00:01Z'), berlin).inTime).toBe(false)
  })

  it('REV-13 leaves out undone questions, and what was before a reopening', () => {
    const before = [decision({ state: 'undone' }), decision({ state: 'void' })]
    expect(waited(running, before, at('2026-11-23T11:00:00Z'), berlin).tookMs).toBe(2 * HOUR)
    const again = [decision({}), decision({ outcome: 'accept', state: 'reopened' })]
    expect(waited(running, again, at('2026-11-23T11:00:00Z'), berlin).tookMs).toBe(2 * HOUR)
  })
})
