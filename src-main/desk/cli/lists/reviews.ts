import { listedReviews, type ListedReview } from '@features/reviews/index'
import { MINUTE } from '@kernel/calendar/index'
import { duration, dueWhy } from './due-why'
import type { Listed } from './table'

const STANDING = 'FROM group_standing s WHERE s.contact_group = r.contact_group'

/** SCH-04; of a clock that stands: what is left of it. */
function whyOf({ why, remainingMs }: ListedReview): string | null {
  if (why !== null) return dueWhy(why)
  return remainingMs === null ? null : `waits for the customer, ${duration(Math.round(remainingMs / MINUTE))} of working time left`
}

/** REV: every review, closed ones too; `review_id` is what `do reviews.…` takes, with `version`. */
export const reviews: Listed = {
  from: 'review r',
  key: 'r.id',
  fields: {
    review_id: { kind: 'text', sql: 'r.id' },
    scope: { kind: 'text', sql: 'r.scope' },
    group_id: { kind: 'group', sql: 'r.contact_group' },
    account_id: { kind: 'account', sql: 'r.account' },
    state: { kind: 'text', sql: 'r.state' },
    sendable: { kind: 'flag', sql: `coalesce((SELECT s.sendable ${STANDING}), 0)` },
    sendable_before: { kind: 'instant', sql: `(SELECT s.sendable_before ${STANDING})` },
    submitted_at: { kind: 'instant', sql: 'r.submitted_at' },
    due_at: { kind: 'instant', sql: 'r.due_at' },
    overdue: { kind: 'flag', sql: (now) => `(r.state = 'pending' AND r.due_at < ${now})` },
    claimed_by: {
      kind: 'text',
      sql: (now) => `(SELECT o.name FROM review_claim c JOIN operator o ON o.id = c.operator WHERE c.review = r.id AND c.until > ${now})`,
    },
    version: { kind: 'whole', sql: 'r.version' },
    changed_at: { kind: 'instant', sql: 'r.changed_at' },
    decided_at: { kind: 'instant', sql: 'r.decided_at' },
  },
  more: {
    names: ['due_why', 'completeness', 'signals', 'missing', 'held'],
    of: (db, keys) =>
      new Map(
        [...listedReviews(db, keys)].map(([key, review]) => [
          key,
          {
            due_why: whyOf(review),
            completeness: review.completeness,
            signals: review.signals.map(({ id, seen, weight }) => ({ id, seen, weight })),
            missing: review.missing,
            held:
              review.held === null
                ? null
                : { decision_id: review.held.decision, outcome: review.held.outcome, until: new Date(review.held.until).toISOString() },
          },
        ]),
      ),
  },
}
