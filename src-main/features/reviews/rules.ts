import type { Outcome, ReviewState } from '@contract/reviews'
import { HOUR } from '@kernel/calendar/index'
import type { Params } from '@kernel/refusal'
import type { Decision, Review } from './review'

/** Why a rule says no; null: it doesn't. */
export type No = { readonly code: string; readonly params?: Params } | null

/** A question may stand so long without an answer before its silence can end in a rejection (REV-08). */
export const ANSWER_TIME = 14 * 24 * HOUR

export const isOpen = ({ state }: Review): boolean => state === 'unsubmitted' || state === 'pending' || state === 'query'

/**
 * What a submission does (REV-02, REV-07, REV-09), looking at the group's latest review.
 * `open`: a new review, waiting at once; `submit`: the open one waits from now on; `tell`: says what is missing; `resume`: the question
 * is answered; `change`: it joins the review that waits; `keep`: stored, nothing else.
 */
export type SubmissionStep = 'open' | 'submit' | 'tell' | 'resume' | 'change' | 'keep'

export function onSubmission(latest: Review | null, complete: boolean): SubmissionStep {
  switch (latest?.state) {
    case undefined:
    case 'accepted':
    case 'moot':
      return 'keep'
    case 'unsubmitted':
      return complete ? 'submit' : 'tell'
    case 'pending':
      return 'change'
    case 'query':
      return complete ? 'resume' : 'change'
    case 'rejected':
      return complete ? 'open' : 'tell'
  }
}

/** What an answer or another addition by the customer does (REV-07). */
export function onAnswer(latest: Review | null): 'resume' | 'change' | 'keep' {
  if (latest?.state === 'query') return 'resume'
  return latest?.state === 'pending' ? 'change' : 'keep'
}

export interface Verdict {
  readonly outcome: Outcome
  /** The version the reviewer looked at. */
  readonly version: number
  /** REV-03: evidence that the method asks for and the submission lacks. */
  readonly missing: readonly string[]
  /** REV-19: earlier verdicts say otherwise. */
  readonly departs: boolean
  readonly departure: string | null
}

/** REV-07, REV-08, REV-13, REV-19: whether this verdict may be given now. `decisions`: all on this review so far. */
export function mayDecide(review: Review, decisions: readonly Decision[], verdict: Verdict, now: number): No {
  if (review.state !== 'pending' && review.state !== 'query') return { code: 'review_closed', params: { state: review.state } }
  if (review.held !== null) return { code: 'review_held' }
  if (review.version !== verdict.version) return { code: 'review_changed' }
  const asked = lastQuestion(decisions)
  if (review.state === 'query') {
    if (verdict.outcome === 'query') return { code: 'answer_awaited', params: {} }
    const until = (asked?.effectiveAt ?? now) + ANSWER_TIME
    if (verdict.outcome === 'reject' && now < until) return { code: 'answer_awaited', params: { until } }
  }
  if (verdict.outcome === 'reject' && verdict.missing.length > 0 && asked === null)
    return { code: 'evidence_unclear', params: { missing: verdict.missing } }
  if (verdict.departs && verdict.departure === null) return { code: 'departure_needed' }
  return null
}

/** The last question that reached the customer; undone and void ones never did. */
export function lastQuestion(decisions: readonly Decision[]): Decision | null {
  return decisions.findLast(({ outcome, state }) => outcome === 'query' && state === 'stands') ?? null
}

/** REV-13 */
export function mayUndo(decision: Decision, review: Review, operator: string, now: number): No {
  if (decision.state !== 'held' || review.held?.decision !== decision.id) return { code: 'not_held' }
  if (decision.operator !== operator) return { code: 'undo_not_yours' }
  return now >= decision.effectiveAt ? { code: 'undo_over' } : null
}

/** REV-09: the group's latest verdict, while group and account are there. */
export function mayReopen(review: Review, latest: Review, { version, gone }: { version: number; gone: boolean }): No {
  if (review.version !== version) return { code: 'review_changed' }
  const decided = review.state === 'accepted' || review.state === 'rejected'
  return decided && latest.id === review.id && !gone ? null : { code: 'not_reopenable' }
}

/** A held decision takes effect when its window is over (REV-13), unless the review changed under it. */
export function takesEffect(review: Review, decision: Decision, now: number): boolean {
  return review.held?.decision === decision.id && decision.state === 'held' && now >= review.held.until
}

/** REV-07 */
export const OUTCOME_STATE = { accept: 'accepted', query: 'query', reject: 'rejected' } as const satisfies Record<Outcome, ReviewState>

/** The notice on the customer's dashboard in each state, one at a time; its subject is the group. */
export const NOTICES = {
  unsubmitted: 'group_unsubmitted',
  pending: 'group_in_review',
  query: 'group_question',
  rejected: 'group_rejected',
  accepted: null,
  moot: null,
} as const satisfies Record<ReviewState, string | null>
