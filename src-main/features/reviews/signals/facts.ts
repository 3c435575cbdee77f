import type { Submission } from '../review'

/** REV-12: all that the signals may look at. The contact person of step 3 isn't here. Instants ms UTC. */
export interface SignalFacts {
  readonly submission: Submission | null
  readonly account: {
    readonly company: string
    readonly email: string
    readonly domain: string | null
    readonly createdAt: number
  }
  readonly plan: { readonly name: string; /** Contacts; null: no limit. */ readonly limit: number | null }
  readonly group: {
    readonly receivers: number
    /** What it was before the last change; null: never another. */
    readonly receiversBefore: number | null
    readonly createdAt: number
  }
  readonly sample: { readonly addresses: number; readonly roleAddresses: number; readonly malformed: number; readonly typoDomains: number } | null
  /** Accounts whose groups name the same form; `more`: there are more than counted. */
  readonly sharedForm: { readonly accounts: number; readonly more: boolean }
  /** Earlier verdicts by what they have in common with this review. */
  readonly earlier: Readonly<Record<'form_url' | 'domain' | 'source' | 'account', { readonly accepted: number; readonly rejected: number }>>
}
