import type { Method, Outcome, ReviewScope, ReviewState, SignalView } from '@contract/reviews'

/** One review of one group: the decisions on it so far (REV-01 to REV-09). Instants ms UTC. */
export interface Review {
  readonly id: string
  /** Internal uuids. */
  readonly group: string
  readonly account: string
  readonly scope: ReviewScope
  readonly state: ReviewState
  readonly openedAt: number
  /** The submission that counts. */
  readonly submission: string | null
  readonly submittedAt: number | null
  /** The customer's last word. */
  readonly changedAt: number
  readonly sla: Sla
  readonly held: { readonly decision: string; readonly until: number } | null
  readonly decidedAt: number | null
  readonly sampleUntil: number | null
  readonly version: number
}

/** REV-06: running to `dueAt`, or standing with `remainingMs` of working time left, or neither. */
export interface Sla {
  /** Where the clock started or ran on from. */
  readonly from: number | null
  readonly dueAt: number | null
  readonly remainingMs: number | null
}

export interface Decision {
  readonly id: string
  readonly review: string
  readonly outcome: Outcome
  readonly state: 'held' | 'stands' | 'undone' | 'void' | 'reopened'
  readonly operator: string
  readonly decidedAt: number
  readonly effectiveAt: number
  readonly tookMs: number
  readonly inTime: boolean
  readonly reviewVersion: number
  readonly policyVersion: number
  readonly evidence: readonly string[]
  /** Internal uuids of the policy catalogue. */
  readonly reasons: readonly string[]
  /** Null: erased. */
  readonly said: Said | null
}

export interface Said {
  /** The question, or the explanation of a rejection; null for an accept. */
  readonly text: string | null
  /** REV-19 */
  readonly departure: string | null
  /** REV-17 */
  readonly frozen: Frozen | null
}

/** REV-17: what was known when the decision was made. */
export interface Frozen {
  readonly submission: Submission | null
  readonly answers: readonly { id: string; at: number; text: string }[]
  readonly signals: readonly SignalView[]
  readonly receivers: number
  readonly sample: { addresses: number; roleAddresses: number; malformed: number } | null
  readonly completeness: number
  readonly policyVersion: number
}

/** Steps 1 and 2 as the customer gave them; the contact person of step 3 is kept apart (REV-12). */
export interface Submission {
  /** Internal uuid. */
  readonly id: string
  readonly submittedAt: number
  readonly policyConfirmed: boolean
  readonly method: Method
  readonly formUrl: string | null
  readonly doubleOptIn: boolean | null
  readonly consentText: string | null
  readonly collectedFrom: string | null
  readonly collectedTo: string | null
  readonly eventName: string | null
  readonly eventDate: string | null
  readonly partnerName: string | null
  readonly partnerContract: string | null
  readonly previousProvider: string | null
  readonly details: string | null
  readonly senderDomain: string | null
  readonly hasContact: boolean
  /** REV-08: operator uuid; null: by feed. */
  readonly recordedBy: string | null
  readonly recordedSource: string | null
}
