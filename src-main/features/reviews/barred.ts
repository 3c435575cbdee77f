import type { OperationName } from '@contract/index'
import { contract } from '@contract/index'
import type { RefusalListener } from '@kernel/catalog'
import type { ReadDb } from '@kernel/database/index'
import { record } from '@kernel/journal/index'
import { Refusal } from '@kernel/refusal'
import { WORKSPACE_ENTITY } from '@kernel/scheduler/index'
import { refused } from './events'
import type { Review } from './review'
import { loadDecision, loadReview } from './store'

export type BarredWhy = 'recorded_submission' | 'recorded_answer'

/**
 * REV-08: nobody decides a review of a group for which they recorded a submission or an answer, whatever their roles, be it an earlier
 * one: the reviewer sees those too. Null: not barred.
 */
export function barredFrom(db: ReadDb, { group }: Pick<Review, 'group'>, operator: string): BarredWhy | null {
  if (db.get('SELECT 1 FROM submission WHERE contact_group = ? AND recorded_by = ?', group, operator) !== undefined) return 'recorded_submission'
  return db.get('SELECT 1 FROM answer WHERE contact_group = ? AND recorded_by = ?', group, operator) === undefined ? null : 'recorded_answer'
}

/** REV-08: in front of every command that decides, claims, orders or passes on a review. @throws Refusal `review_barred` */
export function refuseBarred(db: ReadDb, review: Pick<Review, 'group'>, operator: string): void {
  const why = barredFrom(db, review, operator)
  if (why !== null) throw new Refusal('review_barred', { why })
}

const ATTEMPT: ReadonlySet<string> = new Set(['role_missing', 'review_barred'])

/** REV-08: trying is refused and journaled, also when the bridge itself refuses the role. */
export const tryJournaled: RefusalListener = {
  // The code first: it isn't given for operations that don't exist.
  concerns: (op, code) => ATTEMPT.has(code) && op.startsWith('reviews.') && contract[op as OperationName].kind === 'command',
  note(unit, { op, code, input }) {
    const review = reviewOf(unit.db, input)
    const entity = review?.id ?? WORKSPACE_ENTITY
    const version = review?.version ?? 1
    const body = { op: op.replace('.', '_'), code }
    record(unit, refused, { entity, account: review?.account ?? null, version, rule: 'REV-08', body })
  },
}

/** The input wasn't checked: whoever lacks the role gets no further. */
function reviewOf(db: ReadDb, input: unknown): Review | null {
  const { id, decisionId } = Object(input) as { id?: unknown; decisionId?: unknown }
  if (typeof id === 'string') return loadReview(db, id)
  const decision = typeof decisionId === 'string' ? loadDecision(db, decisionId) : null
  return decision === null ? null : loadReview(db, decision.review)
}
