import type { BurnDown } from '@contract/reviews'
import { addDays, HOUR, instantOf, localDate, MINUTE, weekdayOf, dayOf, workingCalendar } from '@kernel/calendar/index'
import { EXACT, type ReadDb, type Value } from '@kernel/database/index'
import { readCalendar } from '@kernel/settings/index'
import { totalOfReviews } from '../list'
import type { Looking } from '../own'
import { dayIn, spanOf } from './days'

const SHOWN_DAYS = 14

/** A count that costs no more however much there is. */
const countOf = (db: ReadDb, from: string, ...params: readonly Value[]): number =>
  db.get<{ n: number }>(`SELECT count(*) AS n FROM (SELECT 1 FROM ${from} LIMIT ${EXACT})`, ...params)!.n

/** Open, decided by nobody yet. Exported for its query plan's test. */
export const WAITING = 'review INDEXED BY review_burn_down WHERE held_until IS NULL AND due_at'

/** DSK-02: what is due today and still open, hour by hour, and the pace that would do. Counts stop at 10,000. */
export function burnDown(db: ReadDb, looking: Looking): BurnDown {
  const { now } = looking
  const settings = readCalendar(db)
  const today = localDate(now, settings.zone)
  const end = instantOf(addDays(today, 1), 0, settings.zone)
  return {
    points: pointsOf(db, now, today, end),
    overdue: countOf(db, `${WAITING} < ?`, now),
    dueWithinHour: countOf(db, `${WAITING} BETWEEN ? AND ?`, now, now + HOUR),
    dueToday: countOf(db, `${WAITING} >= ? AND due_at < ?`, now, end),
    stopped: totalOfReviews(db, { tab: 'query' }, { ...looking, operator: '' }).count,
    mine: mineOf(db, looking, today, settings.zone),
  }
}

/** From the opening to the closing; none on a day off. */
function pointsOf(db: ReadDb, now: number, today: string, end: number): BurnDown['points'] {
  const settings = readCalendar(db)
  const hours = settings.hours[weekdayOf(dayOf(today))]
  if (hours == null || hours.from >= hours.to || workingCalendar(settings).holiday(dayOf(today)) !== null) return []
  const opening = instantOf(today, hours.from, settings.zone)
  const closing = instantOf(today, hours.to, settings.zone)
  const times: number[] = []
  for (let minute = hours.from; minute < hours.to; minute += HOUR / MINUTE) times.push(instantOf(today, minute, settings.zone))
  times.push(closing)

  const waiting = countOf(db, `${WAITING} < ?`, end)
  const since = arrivals(db, opening, end)
  const decided = decidedToday(db, opening, now, end)
  // Looking back from now: what was decided since was open, what came since wasn't there.
  const openAt = (at: number): number =>
    waiting - since.filter((from) => from > at).length + decided.filter((one) => one.decidedAt > at && one.from <= at).length
  const start = openAt(opening)
  return times.map((at) => ({
    at,
    open: at > now ? null : openAt(at),
    needed: Math.round((start * (closing - at)) / (closing - opening)),
  }))
}

/** When the reviews that wait now began to, where that was after the opening. */
function arrivals(db: ReadDb, opening: number, end: number): number[] {
  return db.all<{ at: number }>(`SELECT sla_from AS at FROM ${WAITING} < ? AND sla_from > ? LIMIT ${EXACT}`, end, opening).map(({ at }) => at)
}

interface DecidedToday {
  decidedAt: number
  /** When its clock began to run. */
  from: number
}

/** Decisions since the opening on what was due today or before. The due time stands in the journal: the review's own clock has stopped. */
function decidedToday(db: ReadDb, opening: number, now: number, end: number): DecidedToday[] {
  return db.all<DecidedToday>(
    `SELECT d.decided_at AS decidedAt, coalesce(json_extract(e.body, '$.on'), e.at) AS "from"
     FROM (SELECT review, decided_at, review_version FROM review_decision INDEXED BY review_decision_report
           WHERE decided_at > ? AND decided_at <= ? AND state IN ('held', 'stands', 'reopened') LIMIT ${EXACT}) d
     CROSS JOIN entry e ON e.seq = (SELECT max(c.seq) FROM entry c WHERE c.entity = d.review AND c.version <= d.review_version
       AND c.kind IN ('reviews.submitted', 'reviews.answered', 'reviews.reopened'))
     WHERE json_extract(e.body, '$.due') < ?`,
    opening,
    now,
    end,
  )
}

/** This operator's decisions by day, the oldest first; today is the last. */
function mineOf(db: ReadDb, { operator, now }: Looking, today: string, zone: string): BurnDown['mine'] {
  const span = spanOf(addDays(today, 1 - SHOWN_DAYS), today, zone)
  const counts = span.dates.map((date) => ({ date, count: 0 }))
  const rows = db.all<{ at: number }>(
    `SELECT decided_at AS at FROM review_decision INDEXED BY review_decision_by_operator
     WHERE operator = ? AND decided_at >= ? AND decided_at <= ? AND state IN ('held', 'stands', 'reopened')`,
    operator,
    span.starts[0]!,
    now,
  )
  for (const { at } of rows) counts[dayIn(span, at)]!.count += 1
  return counts
}
