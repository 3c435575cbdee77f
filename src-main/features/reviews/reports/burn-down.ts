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
  const overdue = countOf(db, `${WAITING} < ?`, now)
  const dueToday = countOf(db, `${WAITING} >= ? AND due_at < ?`, now, end)
  const { points, needed } = pointsOf(db, now, today, end)
  return {
    zone: settings.zone,
    points,
    now: { at: now, open: overdue + dueToday, needed },
    overdue,
    overdueSince: db.get<{ at: number | null }>(`SELECT min(due_at) AS at FROM ${WAITING} < ?`, now)?.at ?? null,
    dueWithinHour: countOf(db, `${WAITING} BETWEEN ? AND ?`, now, now + HOUR),
    dueToday,
    stopped: totalOfReviews(db, { tab: 'query' }, { ...looking, operator: '' }).count,
    ...decisionsByDay(db, looking, today, settings.zone),
  }
}

interface Pace {
  points: BurnDown['points']
  needed: number | null
}

/** From the opening to the closing; none on a day off. */
function pointsOf(db: ReadDb, now: number, today: string, end: number): Pace {
  const settings = readCalendar(db)
  const hours = settings.hours[weekdayOf(dayOf(today))]
  if (hours == null || hours.from >= hours.to || workingCalendar(settings).holiday(dayOf(today)) !== null) return { points: [], needed: null }
  const opening = instantOf(today, hours.from, settings.zone)
  const closing = instantOf(today, hours.to, settings.zone)
  const times: number[] = []
  for (let minute = hours.from; minute < hours.to; minute += HOUR / MINUTE) times.push(instantOf(today, minute, settings.zone))
  times.push(closing)

  const came = cameToday(db, opening, end)
  const left = leftToday(db, { opening, now, end })
  // Looking back from now: what left since was open, what came since wasn't there.
  const openAt = (at: number, before: number): number =>
    countOf(db, `${WAITING} < ?`, before) -
    came.filter(({ from, due }) => from > at && due < before).length +
    left.filter(({ until, from, due }) => until > at && from <= at && due < before).length
  const start = openAt(opening, end)
  const needed = (at: number): number => Math.round((start * (closing - at)) / (closing - opening))
  return {
    points: times.map((at) => ({ at, open: at > now ? null : openAt(at, end), overdue: at > now ? null : openAt(at, at), needed: needed(at) })),
    needed: now < opening || now > closing ? null : needed(now),
  }
}

/** A review while its clock ran, all in ms UTC. */
interface Run {
  from: number
  due: number
}

/** What waits now and began to after the opening. */
const cameToday = (db: ReadDb, opening: number, end: number): Run[] =>
  db.all<Run>(`SELECT sla_from AS "from", due_at AS due FROM ${WAITING} < ? AND sla_from > ? LIMIT ${EXACT}`, end, opening)

const CLOCK_STARTS = "'reviews.submitted', 'reviews.answered', 'reviews.reopened'"
/** The clock of a review that left has stopped: when it ran, and to when, stands in the journal. */
const CLOCK = `coalesce(json_extract(e.body, '$.on'), e.at) AS "from", json_extract(e.body, '$.due') AS due`

/** What was due today or before and was decided since the opening, or closed because its group or account is gone (CAP-03). */
function leftToday(db: ReadDb, { opening, now, end }: { opening: number; now: number; end: number }): (Run & { until: number })[] {
  const decided = db.all<Run & { until: number }>(
    `SELECT d.decided_at AS until, ${CLOCK}
     FROM (SELECT review, decided_at, review_version FROM review_decision INDEXED BY review_decision_report
           WHERE decided_at > ? AND decided_at <= ? AND state IN ('held', 'stands', 'reopened') LIMIT ${EXACT}) d
     CROSS JOIN entry e ON e.seq = (SELECT max(c.seq) FROM entry c WHERE c.entity = d.review AND c.version <= d.review_version
       AND c.kind IN (${CLOCK_STARTS}))
     WHERE json_extract(e.body, '$.due') < ?`,
    opening,
    now,
    end,
  )
  const gone = db.all<Run & { until: number }>(
    `SELECT m.at AS until, ${CLOCK}
     FROM (SELECT entity, seq, at FROM entry INDEXED BY entry_by_kind WHERE kind = 'reviews.mooted' ORDER BY seq DESC LIMIT ${EXACT}) m
     CROSS JOIN entry e ON e.seq = (SELECT max(c.seq) FROM entry c WHERE c.entity = m.entity AND c.seq < m.seq
       AND c.kind IN (${CLOCK_STARTS}, 'reviews.took_effect'))
     WHERE m.at > ? AND m.at <= ? AND e.kind <> 'reviews.took_effect' AND json_extract(e.body, '$.due') < ?`,
    opening,
    now,
    end,
  )
  return [...decided, ...gone]
}

/** The decisions of the last days, the oldest first; undone and void ones aren't. */
function decisionsByDay(db: ReadDb, { operator, now }: Looking, today: string, zone: string): Pick<BurnDown, 'mine' | 'team'> {
  const span = spanOf(addDays(today, 1 - SHOWN_DAYS), today, zone)
  const [mine, team] = [span.dates.map((date) => ({ date, count: 0 })), span.dates.map((date) => ({ date, count: 0 }))]
  const rows = db.all<{ at: number; own: number }>(
    `SELECT decided_at AS at, operator = ? AS own FROM review_decision INDEXED BY review_decision_report
     WHERE decided_at >= ? AND decided_at <= ? AND state IN ('held', 'stands', 'reopened')`,
    operator,
    span.starts[0]!,
    now,
  )
  for (const { at, own } of rows) {
    const day = dayIn(span, at)
    team[day]!.count += 1
    mine[day]!.count += own
  }
  return { mine, team }
}
