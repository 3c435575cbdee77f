import { HOUR } from '@kernel/calendar/index'
import { record } from '@kernel/journal/index'
import type { Unit } from '@kernel/unit'
import { messageKey, shown, showState, tell } from './carry-out'
import { answered, changed, foundIncomplete, mooted, newReview, opened, sampleDated, submitted, type ADDITIONS } from './events'
import type { Review } from './review'
import { note } from './review-event'
import { isOpen, onAnswer, onSubmission } from './rules'
import { readReviewSettings } from './settings'
import { dueAfter, dueFrom, slaCalendar } from './sla'
import { isClosed, latestReviewOf, openReviewOf } from './store'

/** A group of an account, internal uuids. */
interface Whose {
  readonly group: string
  readonly account: string
}

/**
 * REV-01: a new group, or one that came back; called with the fact, in its transaction. `at` (ms UTC): when the group was made.
 * Answers the review opened; null: one was there, or the account is closed (CAP-03: opened when that is undone).
 */
export function openReview(unit: Unit, { group, account, at }: Whose & { at: number }): Review | null {
  const latest = latestReviewOf(unit.db, group)
  if ((latest !== null && latest.state !== 'moot') || isClosed(unit.db, account)) return null
  const review = open(unit, { group, account, at })
  showState(unit, review)
  return shown(unit, review)
}

function open(unit: Unit, { group, account, at }: Whose & { at: number }): Review {
  const id = unit.ids.next()
  record(unit, opened, { entity: id, account, version: 1, rule: 'REV-01', body: { group, scope: 'group', at }, after: 'unsubmitted' })
  return newReview({ id, group, account, scope: 'group', at, version: 1 })
}

/**
 * REV-02, REV-06, REV-07, REV-09: a submission was stored, by feed or recorded by support. `submission`: its internal uuid; `at`: when the
 * customer submitted it (ms UTC); `missing`: words of what is missing. Answers true when it opened a review.
 */
export function submissionTaken(
  unit: Unit,
  taken: Whose & { submission: string; at: number; complete: boolean; missing: readonly string[] },
  latest: Review | null = latestReviewOf(unit.db, taken.group),
): boolean {
  const { db } = unit
  const { submission, at, complete, missing } = taken
  const step = onSubmission(latest, complete)
  if (step === 'keep' || latest === null || isClosed(db, taken.account)) return false
  const calendar = slaCalendar(db)
  const tellReceived = (review: Review): void =>
    tell(unit, review, 'received', messageKey.received(review.id, submission), 'REV-02', { submission })
  const tellMissing = (review: Review): void =>
    tell(unit, review, 'incomplete', messageKey.incomplete(review.id, submission), 'REV-02', { submission, missing })

  switch (step) {
    case 'tell': {
      const review = note(unit, latest, foundIncomplete, 'REV-02', { submission, on: at })
      tellMissing(review)
      shown(unit, review)
      return false
    }
    case 'open':
    case 'submit': {
      const review = step === 'open' ? open(unit, { ...taken, at }) : latest
      const waiting = note(unit, review, submitted, 'REV-02', { submission, on: at, due: dueFrom(at, calendar) })
      tellReceived(waiting)
      showState(unit, waiting)
      shown(unit, waiting)
      return step === 'open'
    }
    case 'change':
    case 'resume': {
      const review = addTo(unit, latest, { by: 'submission', addition: submission, submission: complete ? submission : latest.submission, at }, step)
      if (complete) tellReceived(review)
      else tellMissing(review)
      return false
    }
  }
}

/** REV-07: an older submission came late, or one was taken back: it joins the review that waits; what counts stays. */
export function submissionAside(unit: Unit, { group, account, submission, at }: Whose & { submission: string; at: number }): void {
  const latest = latestReviewOf(unit.db, group)
  if ((latest?.state !== 'pending' && latest?.state !== 'query') || isClosed(unit.db, account)) return
  addTo(unit, latest, { by: 'submission', addition: submission, submission: latest.submission, at }, 'change')
}

/** REV-07: the customer's answer was stored. `answer`: its internal uuid; `at`: when it was given (ms UTC). */
export function answerTaken(unit: Unit, { group, account, answer, at }: Whose & { answer: string; at: number }): void {
  const latest = latestReviewOf(unit.db, group)
  const step = onAnswer(latest)
  if (step === 'keep' || latest === null || isClosed(unit.db, account)) return
  addTo(unit, latest, { by: 'answer', addition: answer, submission: latest.submission, at }, step)
}

/**
 * REV-07, REV-17: addresses of a sample were stored; once a group and chunk. To a review that waits they are an addition; where nobody
 * looks any more they go after the same time as after a decision.
 */
export function sampleTaken(unit: Unit, { group }: Whose): void {
  const latest = latestReviewOf(unit.db, group)
  if (latest === null || latest.state === 'unsubmitted') return
  if (isOpen(latest)) addTo(unit, latest, { by: 'sample', addition: null, submission: latest.submission, at: unit.now }, 'change')
  else if (latest.sampleUntil === null) note(unit, latest, sampleDated, 'REV-17', { sample_until: sampleEnd(unit) })
}

interface Addition {
  readonly by: (typeof ADDITIONS)[number]
  readonly addition: string | null
  readonly submission: string | null
  readonly at: number
}

function addTo(unit: Unit, review: Review, { at, ...added }: Addition, step: 'change' | 'resume'): Review {
  if (step === 'change') return shown(unit, note(unit, review, changed, 'REV-07', { ...added, on: at }))
  const due = dueAfter(at, review.sla.remainingMs ?? 0, slaCalendar(unit.db))
  const waiting = note(unit, review, answered, 'REV-07', { ...added, on: at, due })
  showState(unit, waiting)
  return shown(unit, waiting)
}

/** The group is gone on the platform: its open review closes as moot. An accepted group stays accepted. */
export function groupGone(unit: Unit, { group }: Whose): void {
  const review = openReviewOf(unit.db, group)
  if (review !== null) moot(unit, review)
}

/** CAP-03 */
export function moot(unit: Unit, review: Review): void {
  const after = note(unit, review, mooted, 'CAP-03', { sample_until: sampleEnd(unit) })
  showState(unit, after)
  shown(unit, after)
}

/** REV-17: calendar days of 24 hours; nobody waits for the hour. */
export const sampleEnd = ({ db, now }: Unit): number => now + readReviewSettings(db).sampleDays * 24 * HOUR
