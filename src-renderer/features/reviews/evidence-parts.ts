import type { ReviewView, SubmissionView } from '@contract/reviews'

const FIELDS: readonly (readonly [string, (submission: SubmissionView) => boolean])[] = [
  ['form', ({ formUrl }) => formUrl !== null],
  ['consent', ({ consentText }) => consentText !== null],
  ['event', ({ eventName }) => eventName !== null],
  ['contract', ({ partnerName, partnerContract }) => partnerName !== null || partnerContract !== null],
  ['provider', ({ previousProvider }) => previousProvider !== null],
  ['period', ({ collectedFrom, collectedTo }) => collectedFrom !== null || collectedTo !== null],
  ['details', ({ details }) => details !== null],
  ['domain', ({ senderDomain }) => senderDomain !== null],
]

/** REV-08: the parts of the newest submission that can be looked at, stable words, at most nine: one for each key. */
export function evidenceParts(review: ReviewView): readonly string[] {
  const newest = review.submissions.at(-1)
  const given = newest === undefined ? [] : FIELDS.filter(([, has]) => has(newest)).map(([part]) => part)
  const sample = review.sample === null ? [] : ['sample']
  return [...given.slice(0, 2), ...sample, ...given.slice(2)].slice(0, 9)
}
