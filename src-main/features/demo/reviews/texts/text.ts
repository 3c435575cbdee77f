export const CONSENTS = ['good', 'no_revocation', 'no_sender', 'third_parties'] as const
export type ConsentKind = (typeof CONSENTS)[number]
export type ListKind = 'newsletter' | 'customers' | 'fair' | 'partner' | 'moved' | 'contacts' | 'draw' | 'course'
export type DetailKind = 'form' | 'purchase' | 'event' | 'moved' | 'directory' | 'draw'
export type Issue = 'link' | 'contract' | 'consent' | 'bought' | 'directory' | 'draw'

/** What customers of one language write, and what they are written. `{company}`: the customer's company. */
export interface ReviewTexts {
  readonly lists: Readonly<Record<ListKind, string>>
  /** The sign-up form's path. */
  readonly path: string
  readonly consents: Readonly<Record<ConsentKind, string>>
  readonly details: Readonly<Record<DetailKind, string>>
  readonly event: string
  readonly partner: string
  readonly contract: string
  readonly provider: string
  readonly questions: Readonly<Record<'link' | 'contract' | 'consent', string>>
  readonly answers: Readonly<Record<'link' | 'contract' | 'consent', string>>
  readonly explanations: Readonly<Record<Issue, string>>
}
