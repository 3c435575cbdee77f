import type { Role } from '@contract/constants'
import type { Outcome, ReviewView, VerdictView } from '@contract/reviews'

/** What stands in the way of a decision, or has to be known before it. */
export type Block =
  | { kind: 'role' | 'barred' | 'moot' | 'unsubmitted' | 'decided' | 'held' | 'claimed' | 'changed'; stops: true }
  | { kind: 'asked'; stops: false }

/** REV-07, REV-08, REV-13, REV-14: in the order in which they matter. The desk decides again; this is what the person is told before. */
export function blocksOf(review: ReviewView, roles: readonly Role[], stale: boolean, now: number): Block[] {
  const found: Block[] = []
  const stop = (kind: Exclude<Block['kind'], 'asked'>): void => void found.push({ kind, stops: true })
  if (!roles.includes('reviewer')) stop('role')
  else if (review.barred !== null) stop('barred')
  if (review.held !== null) stop('held')
  else if (review.state === 'moot' || review.state === 'unsubmitted') stop(review.state)
  else if (review.state === 'accepted' || review.state === 'rejected') stop('decided')
  const open = review.state === 'pending' || review.state === 'query'
  if (open && claimedByOther(review, now)) stop('claimed')
  if (open && stale) stop('changed')
  if (review.state === 'query' && review.held === null) found.push({ kind: 'asked', stops: false })
  return found
}

/** REV-14: claims end by themselves. */
export function claimedByOther({ claim }: Pick<ReviewView, 'claim'>, now: number): boolean {
  return claim !== null && !claim.mine && claim.until > now
}

export function claimedByMe({ claim }: Pick<ReviewView, 'claim'>, now: number): boolean {
  return claim !== null && claim.mine && claim.until > now
}

/** REV-19: the newest earlier verdict that says otherwise; null: none does. */
export function departsFrom({ verdicts }: Pick<ReviewView, 'verdicts'>, outcome: Outcome): VerdictView | null {
  if (outcome === 'query') return null
  return verdicts
    .filter((verdict) => verdict.outcome !== outcome)
    .reduce<VerdictView | null>((newest, one) => (one.at > (newest?.at ?? 0) ? one : newest), null)
}
