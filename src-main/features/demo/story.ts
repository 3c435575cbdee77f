import { demoAccount, PLANS, type DemoAccount, type PlanId } from './accounts'
import type { DemoSize } from './feeds'

/** What befalls one account of the demo. Days count back from its end; 0 is the last day. */
export interface Episode {
  readonly account: DemoAccount
  readonly day: number
  readonly what: 'grows' | 'cancels_to_free' | 'cleans_up' | 'jumps' | 'bounces' | 'paused'
  readonly used: number
}

type Part = Omit<Episode, 'account'>

/** What every demo shows, whatever its seed: one account each, on the plan it takes. */
const SURE: readonly { readonly plan: PlanId; readonly parts: readonly Part[] }[] = [
  { plan: 'startup', parts: [{ day: 5, what: 'jumps', used: 11_240 }] },
  { plan: 'startup', parts: [{ day: 9, what: 'grows', used: 5_412 }] },
  { plan: 'webinar', parts: [{ day: 7, what: 'grows', used: 10_305 }] },
  { plan: 'free', parts: [{ day: 6, what: 'grows', used: 2_380 }] },
  {
    plan: 'free',
    parts: [
      { day: 8, what: 'grows', used: 2_655 },
      { day: 6, what: 'cleans_up', used: 1_940 },
    ],
  },
  { plan: 'startup', parts: [{ day: 4, what: 'cancels_to_free', used: 2_431 }] },
  {
    plan: 'free',
    parts: [
      { day: 2, what: 'grows', used: 2_214 },
      { day: 1, what: 'bounces', used: 0 },
    ],
  },
  {
    plan: 'free',
    parts: [
      { day: 1, what: 'grows', used: 2_908 },
      { day: 0, what: 'paused', used: 0 },
    ],
  },
  { plan: 'webinar', parts: [{ day: 2, what: 'grows', used: 12_150 }] },
  { plan: 'startup', parts: [{ day: 1, what: 'grows', used: 5_046 }] },
  { plan: 'free', parts: [{ day: 0, what: 'grows', used: 2_016 }] },
]

const limitOf = (planId: PlanId): number => (PLANS.find(({ plan_id: id }) => id === planId)!.limits as { contacts?: number }).contacts ?? 0
const DAYS = [15, 14, 12, 10, 8, 3, 2, 1, 0, 3, 2, 1, 0, 9]
/** Beside the sure ones, about one account in sixteen goes over. */
const EVERY = 16

/** The accounts of the sure parts, by their place. */
function sureOf({ accounts, seed }: DemoSize): Map<number, Episode[]> {
  const taken = new Map<number, Episode[]>()
  for (const { plan, parts } of SURE) {
    for (let index = 0; index < accounts; index += 1) {
      const account = demoAccount(seed, index)
      if (account.planId !== plan || account.trial || account.consumer || taken.has(index)) continue
      taken.set(
        index,
        parts.map((part) => ({ ...part, account })),
      )
      break
    }
  }
  return taken
}

/** Whether the account at a place has a part in the limit process. */
export function inStory(size: DemoSize): (index: number) => boolean {
  const sure = sureOf(size)
  return (index) => index % EVERY === 0 || sure.has(index)
}

/** Spread so that every state of the limit process is to be seen on the last day. */
export function storyOf(size: DemoSize): Episode[] {
  const { accounts, seed } = size
  const taken = sureOf(size)
  const episodes = [...taken.values()].flat()
  let nth = 0
  for (let index = 0; index < accounts; index += EVERY) {
    const account = demoAccount(seed, index)
    if (account.planId === 'unlimited' || taken.has(index)) continue
    episodes.push(...partsOf(account.planId, nth).map((part) => ({ ...part, account })))
    nth += 1
  }
  return episodes
}

function partsOf(planId: PlanId, nth: number): Part[] {
  const day = DAYS[nth % DAYS.length]!
  const limit = limitOf(planId)
  const cancels = planId !== 'free' && nth % 5 === 4
  const used = cancels ? 2_001 + ((nth * 131) % 900) : Math.ceil(limit * (1.01 + ((nth * 37) % 60) / 100))
  const parts: Part[] = [{ day, what: cancels ? 'cancels_to_free' : 'grows', used }]
  if (day >= 8 && nth % 2 === 0) parts.push({ day: day - 2, what: 'cleans_up', used: Math.floor((cancels ? limitOf('free') : limit) * 0.8) })
  return parts
}
