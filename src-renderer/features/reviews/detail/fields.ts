import { EVIDENCE, type EvidencePart, type SubmissionView } from '@contract/reviews'

/** Rows of step 2, each with the evidence it belongs to (REV-03) and what it is ticked as (REV-08). */
export interface Field {
  readonly name: keyof SubmissionView
  readonly part: EvidencePart
  readonly tick: string
}

export const FIELDS: readonly Field[] = [
  { name: 'formUrl', part: 'link', tick: 'form' },
  { name: 'eventName', part: 'event', tick: 'event' },
  { name: 'eventDate', part: 'event', tick: 'event' },
  { name: 'partnerName', part: 'partner', tick: 'contract' },
  { name: 'partnerContract', part: 'partner', tick: 'contract' },
  { name: 'previousProvider', part: 'provider', tick: 'provider' },
  { name: 'doubleOptIn', part: 'double_opt_in', tick: 'double_opt_in' },
  { name: 'consentText', part: 'consent', tick: 'consent' },
  { name: 'collectedFrom', part: 'period', tick: 'period' },
  { name: 'details', part: 'details', tick: 'details' },
  { name: 'senderDomain', part: 'sender', tick: 'domain' },
]

/** What the method asks for, given or not, and whatever else was given. The period stands in one row. */
export function fieldsOf(submission: SubmissionView): readonly Field[] {
  const asked: readonly EvidencePart[] = EVIDENCE[submission.method]
  return FIELDS.filter(({ name, part }) => asked.includes(part) || submission[name] !== null)
}

/** Fields of a submission that versions are compared in; the contact person stays out (REV-12). */
export const COMPARED = [
  'policyConfirmed',
  'method',
  ...FIELDS.map(({ name }) => name),
  'collectedTo',
] as const satisfies readonly (keyof SubmissionView)[]
