import { LANGUAGES } from '@contract/define'
import { METHODS } from '@contract/reviews'
import { HOUR } from '@kernel/calendar/index'
import { EXACT, type ReadDb, type Value } from '@kernel/database/index'
import type { Looking } from './own'
import { ANSWER_TIME } from './rules'

/** Reviews that wait for somebody, and the one that waits longest. Counted to 10,000 (DSK-03). */
export interface ReviewWork {
  readonly count: number
  /** ms UTC */
  readonly since: number | null
  readonly company: string | null
}

export const REVIEW_WORK = ['overdue', 'due_soon', 'answered', 'silent', 'handed_over', 'claimed', 'incomplete'] as const
export type ReviewWorkKind = (typeof REVIEW_WORK)[number]

/** `by`: what makes one come first, in the order of its index. */
interface Source {
  readonly from: string
  readonly by: string
  readonly since: string
  readonly values: readonly Value[]
}

const any = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ')
/** All parts of the index that leads with tab, so that the columns behind it can be sought too. */
const PARTS = `flagged IN (0, 1) AND language IN (${any(LANGUAGES)})`
/** Questions asked longer ago aren't looked through for answers. */
const ASKED_WITHIN = 30 * 24 * HOUR

function sourceOf(kind: ReviewWorkKind, { operator, now }: Looking): Source {
  switch (kind) {
    case 'overdue':
      return {
        from: "review_row w INDEXED BY review_row_due WHERE w.tab = 'queue' AND w.overdue = 1",
        by: 'w.due_key',
        since: 'w.due_key',
        values: [],
      }
    case 'due_soon':
      return {
        from: "review_row w INDEXED BY review_row_turns WHERE w.tab = 'queue' AND w.overdue = 0 AND w.due_key >= ? AND w.due_key <= ?",
        by: 'w.due_key',
        since: 'null',
        values: [now, now + HOUR],
      }
    case 'answered':
      return {
        from: `(SELECT DISTINCT d.review FROM review_decision d INDEXED BY review_decision_report WHERE d.decided_at >= ? AND d.state = 'stands' AND d.outcome = 'query') w
          CROSS JOIN review r ON r.id = w.review AND r.state = 'pending' AND r.held_until IS NULL`,
        by: 'r.due_at',
        since: 'r.changed_at',
        values: [now - ASKED_WITHIN],
      }
    case 'silent':
      // In this tab the latest question comes first: its key is the time, negative.
      return {
        from: `review_row w INDEXED BY review_row_due WHERE w.tab = 'query' AND w.overdue = 0 AND ${PARTS} AND w.method IN (${any(METHODS)}) AND w.due_key >= ?`,
        by: 'w.due_key DESC',
        since: '-w.due_key',
        values: [-(now - ANSWER_TIME)],
      }
    case 'handed_over':
      return { from: 'review_hand_over w WHERE w.receiver = ?', by: 'w.at', since: 'w.at', values: [operator] }
    case 'claimed':
      return { from: 'review_claim w WHERE w.operator = ? AND w.until > ?', by: 'w.until', since: 'null', values: [operator, now] }
    case 'incomplete':
      return {
        from: `review_row w INDEXED BY review_row_due WHERE w.tab = 'unsubmitted' AND w.overdue = 0 AND ${PARTS} AND w.method IN (${any(METHODS)})`,
        by: 'w.due_key DESC',
        since: '-w.due_key',
        values: [],
      }
  }
}

/** DSK-02: what of the reviews waits for a person, the operator's own for `handed_over` and `claimed`; by index. */
export function reviewWork(db: ReadDb, kind: ReviewWorkKind, looking: Looking): ReviewWork {
  const { from, by, since, values } = sourceOf(kind, looking)
  const count = db.get<{ n: number }>(`SELECT count(*) AS n FROM (SELECT 1 FROM ${from} LIMIT ${EXACT})`, ...values)!.n
  if (count === 0) return { count, since: null, company: null }
  const first = db.get<{ since: number | null; company: string }>(
    `SELECT f.since, a.company FROM (SELECT w.review, ${since} AS since FROM ${from} ORDER BY ${by} LIMIT 1) f
     JOIN review x ON x.id = f.review JOIN account a ON a.id = x.account`,
    ...values,
  )
  return { count, since: first?.since ?? null, company: first?.company ?? null }
}
