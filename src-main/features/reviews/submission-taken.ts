import type { Unit } from '@kernel/unit'
import { missingOf } from './completeness'
import { submissionAside, submissionTaken } from './evaluate'
import { loadSubmission, submissionOf } from './facts'
import type { Review, Submission } from './review'
import { latestReviewOf } from './store'

/** A stored submission, internal uuids. */
interface Heard {
  readonly group: string
  readonly account: string
  readonly submission: string
  /** When the customer said so, ms UTC. */
  readonly at: number
}

/** What a submission is to the group's latest review. */
export type Standing = 'counts' | 'aside' | 'past'

/**
 * REV-07: feeds come in any order. An older submission than the one that counts joins the review that waits and replaces nothing;
 * a rejected group isn't submitted anew by what was said before.
 */
export function standingOf(latest: Review | null, counting: Submission | null, said: Pick<Submission, 'id' | 'submittedAt'>, complete: boolean): Standing {
  if (latest === null || counting === null || counting.id === said.id || said.submittedAt >= counting.submittedAt) return 'counts'
  if (latest.state === 'pending' || latest.state === 'query') return 'aside'
  // The newer one is incomplete: the older, complete one is what can be reviewed.
  return latest.state === 'unsubmitted' && complete ? 'counts' : 'past'
}

/** REV-02, REV-03: judges a stored submission and lets the review follow. True: it opened one. */
export function takeSubmission(unit: Unit, { group, account, submission, at }: Heard): { opened: boolean; missing: string[] } {
  const { db } = unit
  const said = loadSubmission(db, submission)!
  const missing = missingOf(said)
  const complete = missing.length === 0
  const latest = latestReviewOf(db, group)
  const standing = standingOf(latest, latest === null ? null : submissionOf(db, latest), said, complete)
  if (standing === 'aside') submissionAside(unit, { group, account, submission, at })
  const opened = standing === 'counts' && submissionTaken(unit, { group, account, submission, at, complete, missing }, latest)
  return { opened, missing }
}
