import type { ReadDb } from '@kernel/database/index'
import { completenessOf } from './completeness'
import { loadAnswers, loadGroup, sampleOf, submissionOf } from './facts'
import type { Frozen, Review, Submission } from './review'
import { signalsOn } from './signal-facts'

/** REV-17: all that is known of a review now. Of a sample its counts: the addresses themselves are never kept. */
export function freeze(db: ReadDb, review: Review, policyVersion: number): Frozen {
  const submission = submissionOf(db, review)
  const sample = sampleOf(db, review.group)
  return {
    submission,
    answers: loadAnswers(db, review.group).map(({ id, at, text }) => ({ id, at, text })),
    signals: signalsOn(db, review),
    receivers: loadGroup(db, review.group)?.receivers ?? 0,
    sample: sample === null ? null : { addresses: sample.addresses, roleAddresses: sample.roleAddresses, malformed: sample.malformed },
    completeness: completenessOf(submission).score,
    policyVersion,
  }
}

const SUBMITTED = [
  'policyConfirmed',
  'method',
  'formUrl',
  'doubleOptIn',
  'consentText',
  'collectedFrom',
  'collectedTo',
  'eventName',
  'eventDate',
  'partnerName',
  'partnerContract',
  'previousProvider',
  'details',
  'senderDomain',
  'hasContact',
] as const satisfies readonly (keyof Submission)[]

/**
 * REV-17: in what the record of a decision and what is known now differ, as stable words: names of a submission's fields, `submission`
 * (another one counts, or there is one more), `answers`, `signals`, `receivers`, `sample`, `completeness`, `policyVersion`. Empty: in nothing.
 */
export function differences(frozen: Frozen, now: Frozen): string[] {
  const found: string[] = []
  const compare = (word: string, was: unknown, is: unknown): void => {
    if (!isSame(was, is)) found.push(word)
  }
  compare('submission', frozen.submission?.id, now.submission?.id)
  for (const field of SUBMITTED) compare(field, frozen.submission?.[field] ?? null, now.submission?.[field] ?? null)
  for (const part of ['answers', 'signals', 'receivers', 'sample', 'completeness', 'policyVersion'] as const) compare(part, frozen[part], now[part])
  return found
}

/** As JSON would have them: the record comes back from the journal with its keys in another order. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b) || (a === undefined && b === undefined)
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))]
  return left.length === right.size && left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
}
