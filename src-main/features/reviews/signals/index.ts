import type { SignalView } from '@contract/reviews'
import { consentWordingSignal, doubleOptInSignal } from './consent'
import type { SignalFacts } from './facts'
import { formDomainSignal, formLinkSignal, httpsSignal, sharedFormSignal } from './form'
import { earlierRejectionsSignal } from './history'
import { growthSignal, listSizeSignal } from './list'
import { sampleMalformedSignal, sampleRolesSignal } from './sample'
import { accountAddressSignal, senderDomainSignal, typoDomainSignal } from './sender'

export type { SignalFacts } from './facts'
export { SEEN } from './seen'

const ALL: readonly ((facts: SignalFacts) => SignalView | null)[] = [
  formLinkSignal,
  httpsSignal,
  formDomainSignal,
  senderDomainSignal,
  accountAddressSignal,
  sampleRolesSignal,
  sampleMalformedSignal,
  typoDomainSignal,
  sharedFormSignal,
  earlierRejectionsSignal,
  listSizeSignal,
  growthSignal,
  doubleOptInSignal,
  consentWordingSignal,
]

const ORDER = { against: 0, note: 1, for: 2 } as const

/** REV-12: what was seen, what speaks against first, the heaviest first. Without something to look at a signal says nothing. */
export function signalsOf(facts: SignalFacts): SignalView[] {
  return ALL.map((look) => look(facts))
    .filter((seen) => seen !== null)
    .sort((a, b) => ORDER[a.leans] - ORDER[b.leans] || b.weight - a.weight)
}
