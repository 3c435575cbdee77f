import type { SignalView } from '@contract/reviews'
import type { SignalFacts } from './facts'
import { signal } from './seen'

/** What weighs most first. */
const KINDS = [
  ['form_url', 'form'],
  ['account', 'account'],
  ['domain', 'domain'],
  ['source', 'source'],
] as const

/** Null: no earlier verdict touches this case. */
export function earlierRejectionsSignal({ earlier }: SignalFacts): SignalView | null {
  for (const [kind, seen] of KINDS) {
    const { accepted, rejected } = earlier[kind]
    if (rejected > 0) return signal('earlier_rejections', seen, { rejected, accepted })
  }
  const accepted = Math.max(earlier.form_url.accepted, earlier.account.accepted, earlier.domain.accepted)
  return accepted > 0 ? signal('earlier_rejections', 'accepted_before', { accepted }) : null
}
