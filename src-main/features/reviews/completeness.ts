import type { CompletenessPart, EVIDENCE, EvidencePart as Part, Method } from '@contract/reviews'
import { formLink } from './form-link'
import type { Submission } from './review'

/** Steps 1 and 2 of a submission, and whether step 3 names somebody who can be reached. */
export type Given = Omit<Submission, 'id' | 'submittedAt' | 'recordedBy' | 'recordedSource'>

type Item = keyof typeof HAS

/** What evidence there can be (REV-03), and whether a submission has it. The words are stable: screens and messages translate them. */
const HAS = {
  form_url: ({ formUrl }: Given) => formLink(formUrl) !== null,
  /** REV-04: the direct link counts, not the bare main domain. */
  form_link: ({ formUrl }: Given) => formLink(formUrl) === 'deep',
  double_opt_in: ({ doubleOptIn }: Given) => doubleOptIn !== null,
  consent_text: ({ consentText }: Given) => said(consentText),
  collected: ({ collectedFrom, collectedTo }: Given) => collectedFrom !== null || collectedTo !== null,
  event_name: ({ eventName }: Given) => said(eventName),
  event_date: ({ eventDate }: Given) => eventDate !== null,
  partner_name: ({ partnerName }: Given) => said(partnerName),
  partner_contract: ({ partnerContract }: Given) => said(partnerContract),
  previous_provider: ({ previousProvider }: Given) => said(previousProvider),
  details: ({ details }: Given) => said(details),
}

const said = (text: string | null): boolean => text !== null && text.trim() !== ''

/** REV-02: without these step 2 says nothing. Of several in one entry any will do; the first is asked for. */
const NEEDED: Readonly<Record<Method, readonly (readonly [Item, ...Item[]])[]>> = {
  web_form: [['form_url']],
  purchase: [['details', 'consent_text', 'collected']],
  event: [['event_name'], ['event_date']],
  partner: [['partner_name'], ['partner_contract']],
  migration: [['previous_provider']],
  other: [['details', 'consent_text']],
}

/** REV-03: what each method asks for. What of it is missing can be asked for, and must be before it is a ground for rejection (REV-08). */
const ASKED: Readonly<Record<Method, readonly Item[]>> = {
  web_form: ['form_url', 'form_link', 'double_opt_in', 'consent_text', 'collected'],
  purchase: ['details', 'consent_text', 'collected'],
  event: ['event_name', 'event_date', 'consent_text'],
  partner: ['partner_name', 'partner_contract', 'consent_text'],
  migration: ['previous_provider', 'consent_text', 'collected'],
  other: ['details', 'consent_text'],
}

/** REV-02: what keeps a submission incomplete, as stable words in the order of its steps. Empty: complete. */
export function missingOf(given: Given): string[] {
  const evidence = NEEDED[given.method].filter((items) => !items.some((item) => HAS[item](given))).map(([item]) => item)
  return [...(given.policyConfirmed ? [] : ['policy_confirmed']), ...evidence, ...(given.hasContact ? [] : ['contact'])]
}

/** REV-03, REV-08: evidence that the method asks for and a submission, be it complete, lacks. */
export function evidenceMissing(given: Given): string[] {
  const items = ASKED[given.method].filter((item) => !HAS[item](given))
  return items.includes('form_url') ? items.filter((item) => item !== 'form_link') : items
}

/** REV-05: what each part can bring; each method's sum is 100. */
const MOST: { readonly [M in Method]: Readonly<Record<(typeof EVIDENCE)[M][number], number>> } = {
  web_form: { link: 30, double_opt_in: 15, consent: 25, period: 15, details: 10, sender: 5 },
  purchase: { details: 30, consent: 25, period: 25, double_opt_in: 10, sender: 10 },
  event: { event: 30, consent: 25, details: 20, double_opt_in: 10, period: 10, sender: 5 },
  partner: { partner: 30, consent: 25, double_opt_in: 15, details: 15, period: 10, sender: 5 },
  migration: { consent: 25, provider: 20, details: 20, double_opt_in: 15, period: 15, sender: 5 },
  other: { details: 40, consent: 25, period: 15, double_opt_in: 10, sender: 10 },
}

/** Characters from which on a text counts as exact. More brings no more: padding isn't evidence. */
const EXACT = { consent: 60, details: 160 } as const

/** How much of a part there is, 0 to 1. */
const SHARE: Readonly<Record<Part, (given: Given) => number>> = {
  link: ({ formUrl }) => ({ deep: 1, bare: 0.3, none: 0 })[formLink(formUrl) ?? 'none'],
  double_opt_in: ({ doubleOptIn }) => Number(doubleOptIn !== null),
  consent: ({ consentText }) => exactness(consentText, EXACT.consent),
  period: ({ collectedFrom, collectedTo }) => (Number(collectedFrom !== null) + Number(collectedTo !== null)) / 2,
  event: (given) => (Number(HAS.event_name(given)) + Number(HAS.event_date(given))) / 2,
  partner: (given) => (Number(HAS.partner_name(given)) + Number(HAS.partner_contract(given))) / 2,
  provider: ({ previousProvider }) => Number(said(previousProvider)),
  details: ({ details }) => exactness(details, EXACT.details),
  sender: ({ senderDomain }) => Number(said(senderDomain)),
}

/** Characters of different words: the same word a hundred times says it once. */
function exactness(text: string | null, enough: number): number {
  if (text === null) return 0
  const words = new Set(
    text
      .slice(0, LOOKED_AT)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  )
  const length = [...words].reduce((sum, word) => sum + Math.min(word.length, LONGEST_WORD) + 1, 0)
  return Math.min(1, length / enough)
}

const LOOKED_AT = 4_000
const LONGEST_WORD = 30

export interface Completeness {
  /** 0 to 100 */
  readonly score: number
  readonly parts: readonly CompletenessPart[]
}

/** REV-05: how much and how exact; orders the queue behind the due time, decides nothing. The contact person doesn't count (REV-12). */
export function completenessOf(given: Given | null): Completeness {
  if (given === null) return { score: 0, parts: [] }
  const parts = Object.entries(MOST[given.method]).map(([part, most]) => ({ part, most, points: Math.round(most * SHARE[part as Part](given)) }))
  return { score: parts.reduce((sum, { points }) => sum + points, 0), parts }
}
