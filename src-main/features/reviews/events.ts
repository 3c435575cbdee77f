import { OUTCOMES, REVIEW_SCOPES } from '@contract/reviews'
import type { WriteDb } from '@kernel/database/index'
import { defineEvent, field, type DecisionTable, type EventDefinition } from '@kernel/journal/index'
import type { Review, Said } from './review'
import { reviewEvent } from './review-event'
import { OUTCOME_STATE } from './rules'
import { settingsSaved } from './settings'
import { NO_SLA } from './sla'
import { insertDecision, insertReview, keepSamples, setDecisionState, setStanding } from './store'

const instantOrNone = field.nullable(field.integer)
/** What the customer added; `sample`: addresses. */
export const ADDITIONS = ['submission', 'answer', 'sample'] as const

/** REV-01. Also of a group that was rejected and is submitted anew (REV-09). `at`: when the customer made or submitted it. */
export const opened = defineEvent({
  kind: 'reviews.opened',
  body: { group: field.uuid, scope: field.oneOf(REVIEW_SCOPES), at: field.integer },
  apply: (db, { entity, account, at, version, body }) => {
    const review = newReview({ id: entity, group: body.group, account: account ?? '', scope: body.scope, at: body.at, version })
    keepSamples(db, body.group)
    insertReview(db, review)
    setStanding(db, review, false, at)
  },
})

export function newReview({ at, ...own }: Pick<Review, 'id' | 'group' | 'account' | 'scope' | 'version'> & { at: number }): Review {
  return {
    ...own,
    state: 'unsubmitted',
    openedAt: at,
    submission: null,
    submittedAt: null,
    changedAt: at,
    sla: NO_SLA,
    held: null,
    decidedAt: null,
    sampleUntil: null,
  }
}

/** REV-07: a decision on what was there before doesn't take effect. */
function voidHeld(db: WriteDb, before: Review): void {
  if (before.held !== null) setDecisionState(db, before.held.decision, 'void')
}

/** REV-02: something is missing; the customer is told what. */
export const foundIncomplete = reviewEvent('reviews.found_incomplete', { submission: field.uuid, on: field.integer }, (review, { submission, on }) =>
  review.state === 'unsubmitted' ? { ...review, submission, changedAt: on } : review,
)

/** REV-02, REV-06: complete; the clock starts. */
export const submitted = reviewEvent(
  'reviews.submitted',
  { submission: field.uuid, on: field.integer, due: field.integer },
  (review, { submission, on, due }) => ({
    ...review,
    state: 'pending',
    submission,
    submittedAt: on,
    changedAt: on,
    sla: { from: on, dueAt: due, remainingMs: null },
  }),
)

/** REV-07: the customer added something; the clock runs or stands on. `submission`: the one that counts now. */
export const changed = reviewEvent(
  'reviews.changed',
  { by: field.oneOf(ADDITIONS), addition: field.nullable(field.uuid), submission: field.nullable(field.uuid), on: field.integer },
  (review, { submission, on }) => ({ ...review, submission, changedAt: on, held: null }),
  (db, _event, before) => voidHeld(db, before),
)

/** REV-06, REV-07: the question is answered, the rest of the time runs on. */
export const answered = reviewEvent(
  'reviews.answered',
  {
    by: field.oneOf(ADDITIONS),
    addition: field.nullable(field.uuid),
    submission: field.nullable(field.uuid),
    on: field.integer,
    due: field.integer,
  },
  (review, { submission, on, due }) => ({
    ...review,
    state: 'pending',
    submission,
    changedAt: on,
    sla: { from: on, dueAt: due, remainingMs: null },
    held: null,
  }),
  (db, _event, before) => voidHeld(db, before),
)

/** REV-07, REV-13: decided; nothing leaves before `effective`. The detail is what was said and what was known (REV-17). */
export const decided = reviewEvent(
  'reviews.decided',
  {
    decision: field.uuid,
    outcome: field.oneOf(OUTCOMES),
    evidence: field.list(field.token),
    reasons: field.list(field.uuid),
    effective: field.integer,
    took: field.integer,
    in_time: field.flag,
    policy: field.integer,
  },
  (review, { decision, effective }) => ({ ...review, held: { decision, until: effective } }),
  (db, { actor, at, body, detail }, before) =>
    insertDecision(db, {
      id: body.decision,
      review: before.id,
      outcome: body.outcome,
      state: 'held',
      operator: actor,
      decidedAt: at,
      effectiveAt: body.effective,
      tookMs: body.took,
      inTime: body.in_time,
      reviewVersion: before.version,
      policyVersion: body.policy,
      evidence: body.evidence,
      reasons: body.reasons,
      said: detail as Said | null,
    }),
)

/** REV-13 */
export const undone = reviewEvent(
  'reviews.undone',
  { decision: field.uuid },
  (review) => ({ ...review, held: null }),
  (db, { body }) => setDecisionState(db, body.decision, 'undone'),
)

/** REV-07: the undo window is over and the decision stands. `remaining`: working ms left while a question waits (REV-06). */
export const tookEffect = reviewEvent(
  'reviews.took_effect',
  { decision: field.uuid, outcome: field.oneOf(OUTCOMES), remaining: instantOrNone, sample_until: instantOrNone },
  (review, { outcome, remaining, sample_until }, at) => ({
    ...review,
    state: OUTCOME_STATE[outcome],
    sla: { ...NO_SLA, remainingMs: remaining },
    held: null,
    decidedAt: outcome === 'query' ? review.decidedAt : at,
    sampleUntil: sample_until,
  }),
  (db, { at, body }, _before, after) => {
    setDecisionState(db, body.decision, 'stands')
    if (body.outcome !== 'query') setStanding(db, after, body.outcome === 'accept', at)
  },
)

/** REV-09: an admin, with a reason. The group isn't sendable until decided again. */
export const reopened = reviewEvent(
  'reviews.reopened',
  { decision: field.nullable(field.uuid), due: field.integer },
  (review, { due }, at) => ({
    ...review,
    state: 'pending',
    sla: { from: at, dueAt: due, remainingMs: null },
    decidedAt: null,
    sampleUntil: null,
  }),
  (db, { at, body }, _before, after) => {
    if (body.decision !== null) setDecisionState(db, body.decision, 'reopened')
    setStanding(db, after, false, at)
  },
)

/** CAP-03: group or account is gone. */
export const mooted = reviewEvent(
  'reviews.mooted',
  { sample_until: field.integer },
  (review, { sample_until }) => ({ ...review, state: 'moot', sla: NO_SLA, held: null, sampleUntil: sample_until }),
  (db, _event, before) => voidHeld(db, before),
)

/** REV-17: addresses came for a group that nobody looks at any more; they go as all samples do. */
export const sampleDated = reviewEvent('reviews.sample_dated', { sample_until: field.integer }, (review, { sample_until }) => ({
  ...review,
  sampleUntil: sample_until,
}))

/** REV-17: the counts stay. */
export const sampleErased = reviewEvent('reviews.sample_erased', {}, (review) => ({ ...review, sampleUntil: null }))

/** REV-12: somebody looked at who the contact person is. */
export const contactOpened = defineEvent({ kind: 'reviews.contact_opened', body: { submission: field.uuid } })

/** REV-04: somebody opened the form's address. */
export const evidenceOpened = defineEvent({ kind: 'reviews.evidence_opened', body: { submission: field.uuid } })

/** REV-08: somebody tried what they may not. */
export const refused = defineEvent({ kind: 'reviews.refused', body: { op: field.token, code: field.token } })

export const reviewEvents = [
  opened,
  refused,
  contactOpened,
  evidenceOpened,
  settingsSaved,
  ...[
    foundIncomplete,
    submitted,
    changed,
    answered,
    decided,
    undone,
    tookEffect,
    reopened,
    mooted,
    sampleDated,
    sampleErased,
  ].map(({ definition }) => definition as EventDefinition),
] as readonly EventDefinition[]

export const reviewTables: readonly DecisionTable[] = [
  { table: 'review', key: ['id'] },
  { table: 'review_decision', key: ['id'] },
  { table: 'group_standing', key: ['contact_group'] },
]
