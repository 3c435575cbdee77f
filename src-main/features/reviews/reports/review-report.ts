import type { Language } from '@contract/define'
import { OUTCOMES, type Outcome, type ReviewReport } from '@contract/reviews'
import { HOUR } from '@kernel/calendar/index'
import type { ReadDb } from '@kernel/database/index'
import { readCalendar } from '@kernel/settings/index'
import { reasonWords } from '../policy/words'
import { nameOf } from '../review-row'
import { begins, dayIn, ends, spanOf, type Span } from './days'

interface Given {
  at: number
  outcome: Outcome
  operator: string
  took: number
  in_time: number
  first: number
}

/** Undone and void decisions never reached anybody; held ones haven't yet. Reopened ones did. Exported for its query plan's test. */
export const GIVEN = `SELECT d.decided_at AS at, d.outcome, d.operator, d.took_ms AS took, d.in_time,
    NOT EXISTS (SELECT 1 FROM review_decision e WHERE e.review = d.review AND e.review_version < d.review_version AND e.state IN ('stands', 'reopened')) AS first
  FROM review_decision d INDEXED BY review_decision_report WHERE d.decided_at >= ? AND d.decided_at < ? AND d.state IN ('stands', 'reopened')`

/** Working hours; the last bucket has no end. */
const UP_TO = [1, 2, 4, 8, 16].map((hours) => hours * HOUR)

/** DSK-10: outcomes, reasons, time to decision, by reviewer. Days are the desk calendar's. @throws Refusal see `spanOf` */
export function reviewReport(db: ReadDb, { from, to }: { from: string; to: string }, language: Language): ReviewReport {
  const span = spanOf(from, to, readCalendar(db).zone)
  const given = db.all<Given>(GIVEN, begins(span), ends(span))
  return {
    outcomes: OUTCOMES.map((outcome) => ({ outcome, count: given.filter((one) => one.outcome === outcome).length })),
    reasons: reasonsIn(db, span, language),
    reviewers: reviewersOf(db, given),
    timeToDecision: timesOf(given),
    days: daysOf(db, span, given),
  }
}

/** A rejection with several reasons counts for each. Equal lists are counted before they are taken apart: there are few different ones. */
function reasonsIn(db: ReadDb, span: Span, language: Language): ReviewReport['reasons'] {
  const lists = db.all<{ reasons: string; count: number }>(
    `SELECT (SELECT f.reasons FROM review_decision f WHERE f.id = d.id) AS reasons, count(*) AS count FROM review_decision d INDEXED BY review_decision_report
       WHERE d.decided_at >= ? AND d.decided_at < ? AND d.state IN ('stands', 'reopened') AND d.outcome = 'reject' GROUP BY 1`,
    begins(span),
    ends(span),
  )
  const counts = new Map<string, number>()
  for (const { reasons, count } of lists) for (const id of JSON.parse(reasons) as string[]) counts.set(id, (counts.get(id) ?? 0) + count)
  return db
    .all<{ id: string; code: string }>('SELECT id, code FROM policy_reason ORDER BY ordinal')
    .filter(({ id }) => counts.has(id))
    .map(({ id, code }) => ({ code, title: reasonWords(db, id, language).title, count: counts.get(id)! }))
    .sort((a, b) => b.count - a.count)
}

function reviewersOf(db: ReadDb, given: readonly Given[]): ReviewReport['reviewers'] {
  const byOperator = new Map<string, Given[]>()
  for (const one of given) {
    const own = byOperator.get(one.operator)
    if (own === undefined) byOperator.set(one.operator, [one])
    else own.push(one)
  }
  return [...byOperator]
    .map(([operatorId, own]) => {
      const count = (outcome: Outcome): number => own.filter((one) => one.outcome === outcome).length
      return {
        operatorId,
        name: nameOf(db, operatorId) ?? '',
        accepted: count('accept'),
        queried: count('query'),
        rejected: count('reject'),
        medianMs: median(own.map(({ took }) => took)),
      }
    })
    .sort((a, b) => b.accepted + b.queried + b.rejected - (a.accepted + a.queried + a.rejected) || (a.operatorId < b.operatorId ? -1 : 1))
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  if (sorted.length === 0) return null
  return sorted.length % 2 === 1 ? sorted[middle]! : Math.round((sorted[middle - 1]! + sorted[middle]!) / 2)
}

function timesOf(given: readonly Given[]): ReviewReport['timeToDecision'] {
  const first = given.filter((one) => one.first === 1)
  return [...UP_TO, null].map((upToMs, n) => ({
    upToMs,
    count: first.filter(({ took }) => (n === 0 || took > UP_TO[n - 1]!) && (upToMs === null || took <= upToMs)).length,
  }))
}

/** `overdue`: decided after the due time (REV-06). */
function daysOf(db: ReadDb, span: Span, given: readonly Given[]): ReviewReport['days'] {
  const days = span.dates.map((date) => ({ date, submitted: 0, decided: 0, overdue: 0 }))
  const submitted = db.all<{ at: number }>(
    'SELECT submitted_at AS at FROM review INDEXED BY review_by_submitted WHERE submitted_at >= ? AND submitted_at < ?',
    begins(span),
    ends(span),
  )
  for (const { at } of submitted) days[dayIn(span, at)]!.submitted += 1
  for (const { at, in_time } of given) {
    const day = days[dayIn(span, at)]!
    day.decided += 1
    if (in_time === 0) day.overdue += 1
  }
  return days
}
