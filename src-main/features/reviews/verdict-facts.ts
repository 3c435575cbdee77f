import type { Outcome } from '@contract/reviews'
import type { ReadDb } from '@kernel/database/index'
import { evidenceMissingFrom } from './facts'
import { freeze } from './freeze'
import { policyVersion } from './policy/words'
import type { Frozen, Review } from './review'
import { departsFrom, earlierVerdicts } from './verdicts'

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

export function verdictFacts(db: ReadDb, review: Review, outcome: Outcome): VerdictFacts {
  const policy = policyVersion(db)
  return {
    missing: evidenceMissingFrom(db, review),
    departs: departsFrom(earlierVerdicts(db, review), outcome),
    policyVersion: policy,
    frozen: freeze(db, review, policy),
  }
}
