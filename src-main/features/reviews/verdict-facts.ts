import type { Outcome } from '@contract/reviews'
import type { ReadDb } from '@kernel/database/index'
import type { Frozen, Review } from './review'

/** What a verdict is measured against and made on. */
export interface VerdictFacts {
  /** REV-03: evidence that the method asks for and the submission lacks. */
  readonly missing: readonly string[]
  /** REV-19 */
  readonly departs: boolean
  readonly policyVersion: number
  /** REV-17 */
  readonly frozen: Frozen | null
}

export function verdictFacts(_db: ReadDb, _review: Review, _outcome: Outcome, _now: number): VerdictFacts {
  return { missing: [], departs: false, policyVersion: 0, frozen: null }
}
