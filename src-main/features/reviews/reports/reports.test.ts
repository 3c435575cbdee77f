import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accept, query, reject, reopen, undo } from '../commands'
import { ADMIN, ANNA, BEN, ReviewsDesk, type Person } from '../testing/reviews-desk'
import { burnDown, WAITING } from './burn-down'
import { GIVEN, reviewReport } from './review-report'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Mon 23 Nov 2026, 09:00 in Berlin: the opening. */
const START = Date.parse('2026-11-23T08:00:00Z')
const TUESDAY = START + DAY

let desk: ReviewsDesk
let account: string
beforeEach(() => {
  desk = new ReviewsDesk(START)
  account = desk.account()
})
afterEach(() => desk.close())

const submitted = (at = desk.now): string => {
  const group = desk.group(account)
  desk.submit(group, { at })
  return group
}
const target = (group: string) => ({ id: desk.review(group).id, version: desk.review(group).version })
const accepts = (who: Person, group: string) =>
  desk.as(who, (unit) => accept(unit, { ...target(group), evidence: ['form'], departure: 'Looked at anew' }))
const reasons = (...codes: string[]): string[] =>
  codes.map((code) => desk.db.get<{ id: string }>('SELECT id FROM policy_reason WHERE code = ?', code)!.id)
const rejects = (who: Person, group: string, ...codes: string[]) =>
  desk.as(who, (unit) =>
    reject(unit, { ...target(group), evidence: ['form'], reasons: reasons(...codes), explanation: 'Bought.', departure: 'Looked at anew' }),
  )
const asks = (who: Person, group: string) => desk.as(who, (unit) => query(unit, { ...target(group), question: 'Which form?' }))
const report = (from = '2026-11-23', to = '2026-11-24') => reviewReport(desk.db, { from, to }, 'de')
const burn = (who: Person = ANNA) => burnDown(desk.db, { operator: who.id, now: desk.now })

describe('DSK-10 the report of reviews', () => {
  beforeEach(async () => {
    const groups = Array.from({ length: 6 }, () => submitted())
    await desk.advance(START + 90 * MINUTE)
    accepts(ANNA, groups[0]!)
    rejects(ANNA, groups[1]!, 'bought_or_rented', 'other')
    await desk.advance(START + 5 * HOUR)
    asks(BEN, groups[2]!)
    rejects(BEN, groups[3]!, 'bought_or_rented')
    const given = accepts(BEN, groups[4]!)
    desk.as(BEN, (unit) => undo(unit, { decisionId: 'done' in given ? given.done.decisionId : '' }))
    await desk.advance(TUESDAY + 2 * HOUR)
    desk.answer(groups[2]!)
    accepts(ANNA, groups[2]!)
    accepts(ANNA, groups[5]!)
    await desk.advance(TUESDAY + 3 * HOUR)
  })

  it('counts what was decided and reached the customer: outcomes, reasons, reviewers', () => {
    const { outcomes, reasons: counted, reviewers } = report()
    expect(outcomes.map(({ outcome, count }) => [outcome, count])).toEqual([
      ['accept', 3],
      ['query', 1],
      ['reject', 2],
    ])
    expect(counted.map(({ code, title, count }) => [code, title, count])).toEqual([
      ['bought_or_rented', 'Gekaufte oder gemietete Liste', 2],
      ['other', 'Sonstiges', 1],
    ])
    expect(reviewers.map(({ name, accepted, queried, rejected }) => [name, accepted, queried, rejected])).toEqual([
      ['Anna', 3, 0, 1],
      ['Ben', 0, 1, 1],
    ])
    expect(reviewers[1]!.medianMs).toBe(5 * HOUR)
  })

  it('REV-06 tells working time to the first decision, and what was late', () => {
    const { timeToDecision, days } = report()
    expect(timeToDecision.map(({ upToMs, count }) => [upToMs === null ? null : upToMs / HOUR, count])).toEqual([
      [1, 0],
      [2, 2],
      [4, 0],
      [8, 2],
      [16, 1],
      [null, 0],
    ])
    expect(days).toEqual([
      { date: '2026-11-23', submitted: 6, decided: 4, overdue: 0 },
      { date: '2026-11-24', submitted: 0, decided: 2, overdue: 1 },
    ])
  })

  it('REV-07 REV-13 leaves out what was undone, overtaken by the customer, or still waits out its undo window', async () => {
    const [overtaken, held] = [submitted(), submitted()]
    await desk.tick()
    accepts(ANNA, overtaken!)
    desk.submit(overtaken!)
    accepts(BEN, held!)
    expect(report().outcomes.map(({ count }) => count)).toEqual([3, 1, 2])
    await desk.advance(desk.now + MINUTE)
    expect(report().outcomes.map(({ count }) => count)).toEqual([4, 1, 2])
  })

  it('REV-06 takes the median over working time: a night and a weekend count nothing', async () => {
    const friday = START + 4 * DAY
    await desk.advance(friday + 7 * HOUR)
    const [one, two] = [submitted(), submitted()]
    // Monday 09:30: an hour on Friday, half an hour now.
    await desk.advance(friday + 3 * DAY + 30 * MINUTE)
    accepts(BEN, one!)
    await desk.advance(friday + 3 * DAY + 90 * MINUTE)
    accepts(BEN, two!)
    await desk.advance(friday + 3 * DAY + 2 * HOUR)
    const { reviewers, days } = report('2026-11-30', '2026-11-30')
    expect(reviewers.map(({ name, medianMs }) => [name, medianMs])).toEqual([['Ben', 2 * HOUR]])
    expect(days[0]).toMatchObject({ decided: 2, overdue: 0 })
  })

  it('SCH-03 counts the hour that is there twice within its day', async () => {
    desk.close()
    // Sun 25 Oct 2026, 01:30 in Berlin; the clock goes back at 03:00.
    const night = Date.parse('2026-10-24T23:30:00Z')
    desk = new ReviewsDesk(night)
    account = desk.account()
    for (const hours of [0, 1, 2, 22, 23.5]) submitted(night + hours * HOUR)
    expect(report('2026-10-25', '2026-10-26').days.map(({ submitted: count }) => count)).toEqual([4, 1])
  })

  it('reads its span alone', () => {
    expect(report('2026-11-24', '2026-11-24').outcomes.map(({ count }) => count)).toEqual([2, 0, 0])
    expect(report('2026-11-25', '2026-12-24').reviewers).toEqual([])
    expect(() => report('2026-11-24', '2026-11-23')).toThrow('span_reversed')
    expect(() => report('2026-02-30', '2026-11-23')).toThrow('date_unknown')
    expect(() => report('2020-01-01', '2026-11-23')).toThrow('span_too_long')
  })

  it('finds what it counts by index', () => {
    const plans = [GIVEN, `SELECT sla_from FROM ${WAITING} < ?`].map((sql) =>
      (desk.db.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array<number>(sql.split('?').length - 1).fill(1)) as { detail: string }[]).map(
        ({ detail }) => detail,
      ),
    )
    expect(plans.flat().filter((step) => /SCAN|TEMP B-TREE/.test(step))).toEqual([])
    expect(plans.map(([first]) => first)).toEqual([
      expect.stringMatching(/^SEARCH d USING COVERING INDEX review_decision_report \(decided_at>\? AND decided_at<\?\)/),
      expect.stringMatching(/^SEARCH review USING COVERING INDEX review_burn_down \(due_at<\?\)/),
    ])
  })
})

describe('DSK-02 the burn-down', () => {
  it('goes from the opening to the closing, open as it was, needed as a straight line', async () => {
    const groups = Array.from({ length: 8 }, () => submitted())
    await desk.advance(TUESDAY)
    expect(burn()).toMatchObject({ overdue: 0, dueToday: 8, dueWithinHour: 8, stopped: 0 })
    await desk.advance(TUESDAY + 90 * MINUTE)
    for (const group of groups.slice(0, 3)) accepts(ANNA, group)
    await desk.advance(TUESDAY + 2.5 * HOUR)
    asks(BEN, groups[3]!)
    await desk.advance(TUESDAY + 3.5 * HOUR)
    const { points, ...now } = burn()
    expect(points.map(({ open }) => open)).toEqual([8, 8, 5, 4, null, null, null, null, null])
    expect(points.map(({ needed }) => needed)).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0])
    expect([points[0]!.at, points.at(-1)!.at]).toEqual([TUESDAY, TUESDAY + 8 * HOUR])
    expect(now).toMatchObject({ overdue: 4, dueToday: 0, stopped: 1 })
    expect(now.mine.slice(-2)).toEqual([
      { date: '2026-11-23', count: 0 },
      { date: '2026-11-24', count: 3 },
    ])
    expect([now.mine.length, burn(BEN).mine.at(-1)!.count]).toEqual([14, 1])
  })

  it('leaves out what is due tomorrow, and what an undone decision did', async () => {
    const group = submitted()
    await desk.advance(TUESDAY + 61 * MINUTE)
    submitted()
    const given = accepts(ANNA, group)
    expect(burn().points[1]!.open).toBe(1)
    desk.as(ANNA, (unit) => undo(unit, { decisionId: 'done' in given ? given.done.decisionId : '' }))
    await desk.advance(TUESDAY + 2 * HOUR)
    expect(
      burn()
        .points.slice(0, 3)
        .map(({ open }) => open),
    ).toEqual([1, 1, 1])
    expect(burn().mine.at(-1)!.count).toBe(0)
  })

  it('tells at every hour how much of it was overdue, and since when', async () => {
    submitted()
    await desk.advance(START + 2 * HOUR)
    submitted()
    await desk.advance(TUESDAY + 90 * MINUTE)
    accepts(ANNA, submitted(START + 30 * MINUTE))
    await desk.advance(TUESDAY + 150 * MINUTE)
    const { points, overdue, overdueSince, now } = burn()
    expect(points.map(({ overdue: late }) => late)).toEqual([0, 2, 1, null, null, null, null, null, null])
    expect([overdue, overdueSince, now.open]).toEqual([2, TUESDAY, 2])
  })

  it('CAP-03 counts what closed as moot as open until then, unless its clock stood in a question', async () => {
    const [gone, asked] = [submitted(), submitted()]
    submitted()
    await desk.advance(TUESDAY + 30 * MINUTE)
    asks(ANNA, asked!)
    await desk.advance(TUESDAY + 90 * MINUTE)
    desk.groupThere(gone!, false)
    desk.groupThere(asked!, false)
    await desk.advance(TUESDAY + 150 * MINUTE)
    expect(
      burn()
        .points.slice(0, 3)
        .map(({ open }) => open),
    ).toEqual([3, 2, 1])
  })

  it('REV-09 a decision reopened by an admin was given, and is open again from then on', async () => {
    const group = submitted()
    await desk.advance(TUESDAY + 30 * MINUTE)
    accepts(ANNA, group)
    await desk.advance(TUESDAY + 90 * MINUTE)
    desk.as(ADMIN, (unit) => reopen(unit, { ...target(group), reason: 'A mistake' }))
    await desk.advance(TUESDAY + 150 * MINUTE)
    const { points, mine } = burn()
    expect(points.slice(0, 3).map(({ open }) => open)).toEqual([1, 0, 0])
    expect(mine.at(-1)!.count).toBe(1)
    const { outcomes, days } = report()
    expect([outcomes[0]!.count, days[1]!.decided]).toEqual([1, 1])
  })

  it('says which pace is needed now, and none outside of working hours', async () => {
    for (let n = 0; n < 8; n += 1) submitted()
    await desk.advance(TUESDAY + 2 * HOUR)
    expect(burn().now).toEqual({ at: TUESDAY + 2 * HOUR, open: 8, needed: 6 })
    await desk.advance(TUESDAY + 9 * HOUR)
    expect(burn().now).toMatchObject({ open: 8, needed: null })
  })

  it('counts mine and everybody’s by the days of the calendar’s zone', async () => {
    await desk.advance(START + HOUR)
    const groups = [submitted(), submitted(), submitted()]
    // 23:30 and 00:30 in Berlin: both Monday in UTC.
    await desk.advance(START + 14.5 * HOUR)
    accepts(ANNA, groups[0]!)
    accepts(BEN, groups[1]!)
    await desk.advance(START + 15.5 * HOUR)
    accepts(ANNA, groups[2]!)
    await desk.advance(START + 16 * HOUR)
    const { mine, team, zone } = burn()
    expect([mine.slice(-2).map(({ count }) => count), team.slice(-2).map(({ count }) => count)]).toEqual([
      [1, 1],
      [2, 1],
    ])
    expect(zone).toBe('Europe/Berlin')
    expect(report().days.map(({ decided }) => decided)).toEqual([2, 1])
  })

  it('has no hours on a day off', async () => {
    submitted()
    await desk.advance(Date.parse('2026-11-28T11:00:00Z'))
    expect(burn()).toMatchObject({ points: [], overdue: 1 })
  })
})
