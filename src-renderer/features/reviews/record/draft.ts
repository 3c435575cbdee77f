import type { Input } from '@contract/index'
import { EVIDENCE, type EvidencePart, type Method } from '@contract/reviews'

/** The three steps as typed so far; texts untrimmed. */
export interface Draft {
  source: string
  policyConfirmed: boolean
  method: Method | null
  formUrl: string
  doubleOptIn: boolean | null
  consentText: string
  collectedFrom: string | null
  collectedTo: string | null
  eventName: string
  eventDate: string | null
  partnerName: string
  partnerContract: string
  previousProvider: string
  details: string
  senderDomain: string
  contactName: string
  contactPhone: string
  contactEmail: string
}

export type Field = Exclude<keyof Draft, 'policyConfirmed' | 'method' | 'doubleOptIn'>
export type Submission = Input<'reviews.record_submission'>['submission']

export const EMPTY: Draft = {
  source: '',
  policyConfirmed: false,
  method: null,
  formUrl: '',
  doubleOptIn: null,
  consentText: '',
  collectedFrom: null,
  collectedTo: null,
  eventName: '',
  eventDate: null,
  partnerName: '',
  partnerContract: '',
  previousProvider: '',
  details: '',
  senderDomain: '',
  contactName: '',
  contactPhone: '',
  contactEmail: '',
}

/** REV-03: the fields that ask for a part of the evidence. */
export const FIELDS_OF = {
  link: ['formUrl'],
  double_opt_in: ['doubleOptIn'],
  consent: ['consentText'],
  period: ['collectedFrom', 'collectedTo'],
  event: ['eventName', 'eventDate'],
  partner: ['partnerName', 'partnerContract'],
  provider: ['previousProvider'],
  details: ['details'],
  sender: ['senderDomain'],
} as const satisfies Record<EvidencePart, readonly (keyof Draft)[]>

/** REV-02, REV-08: what is sent. Of step 2 only what its method asks for; the customer's words as they were typed. */
export function submissionOf(draft: Draft, method: Method): Submission {
  const asked = new Set<keyof Draft>(EVIDENCE[method].flatMap((part): readonly (keyof Draft)[] => FIELDS_OF[part]))
  const evidence = [...asked].map((field) => [field, given(draft[field])] as const)
  return {
    policyConfirmed: draft.policyConfirmed,
    method,
    ...(Object.fromEntries(evidence) as Partial<Submission>),
    contactName: draft.contactName,
    contactPhone: given(draft.contactPhone) as string | null,
    contactEmail: draft.contactEmail,
  }
}

/** Blank is nothing said. */
const given = (value: Draft[keyof Draft]): Draft[keyof Draft] => (typeof value === 'string' && value.trim() === '' ? null : value)
