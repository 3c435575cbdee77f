import type { Explanation } from '@contract/scheduler'
import type { Outcome, SignalView } from '@contract/reviews'
import type { ReadDb } from '@kernel/database/index'
import { completenessOf } from './completeness'
import { missingFrom, submissionOf } from './facts'
import { signalsOn } from './signal-facts'
import { explainDue, slaCalendar } from './sla'
import { loadDecision, loadReview } from './store'

/** What a list of reviews says that no column holds. */
export interface ListedReview {
  /** SCH-04; null: no clock runs. */
  readonly why: Explanation | null
  /** Working ms left while a question waits (REV-06). */
  readonly remainingMs: number | null
  readonly completeness: number
  readonly signals: readonly SignalView[]
  /** REV-02, stable words. */
  readonly missing: readonly string[]
  /** REV-13: a decision waits out its undo window. */
  readonly held: { readonly decision: string; readonly outcome: Outcome; readonly until: number } | null
}

/** By internal uuid, moot ones too; worked out anew, as the review's own screen does. */
export function listedReviews(db: ReadDb, ids: readonly string[]): Map<string, ListedReview> {
  const calendar = slaCalendar(db)
  const listed = new Map<string, ListedReview>()
  for (const id of ids) {
    const review = loadReview(db, id)
    if (review === null) continue
    const decision = review.held === null ? null : loadDecision(db, review.held.decision)
    listed.set(id, {
      why: explainDue(review.sla, calendar),
      remainingMs: review.sla.remainingMs,
      completeness: completenessOf(submissionOf(db, review)).score,
      signals: signalsOn(db, review),
      missing: missingFrom(db, review),
      held: review.held === null || decision === null ? null : { decision: decision.id, outcome: decision.outcome, until: review.held.until },
    })
  }
  return listed
}
