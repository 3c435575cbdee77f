import { demoAccount, PLANS, type DemoAccount, type PlanId } from './accounts'
import type { DemoSize } from './feeds'

/** What befalls one account of the demo. Days count back from its end; 0 is the last day. */
export interface Episode {
  readonly account: DemoAccount
  readonly day: number
  readonly what: 'grows' | 'cancels_to_free' | 'cleans_up' | 'jumps' | 'bounces' | 'paused'
  readonly used: number
}

const limitOf = (planId: PlanId): number => (PLANS.find(({ plan_id: id }) => id === planId)!.limits as { contacts?: number }).contacts ?? 0

/** About one account in sixteen, spread so that every state of the limit process is to be seen on the last day. */
export function storyOf({ accounts, seed }: DemoSize): Episode[] {
  const episodes: Episode[] = []
  const days = [15, 14, 12, 10, 8, 3, 2, 1, 0, 3, 2, 1, 0, 9]
  let nth = 0
  for (let index = 0; index < accounts; index += 16) {
    const account = demoAccount(seed, index)
    if (account.planId === 'unlimited') continue
    const day = days[nth % days.length]!
    const limit = limitOf(account.planId)
    const used = Math.ceil(limit * (1.01 + ((nth * 37) % 60) / 100))
    const jumps = account.planId === 'startup' && nth % 3 === 1
    if (account.planId !== 'free' && nth % 5 === 4) episodes.push({ account, day, what: 'cancels_to_free', used: 2_000 + ((nth * 131) % 900) + 1 })
    else episodes.push({ account, day, what: jumps ? 'jumps' : 'grows', used: jumps ? 11_240 : used })
    if (day >= 8 && nth % 2 === 0) episodes.push({ account, day: day - 2, what: 'cleans_up', used: Math.floor(limit * 0.8) })
    if (day === 2 && nth % 4 === 2) episodes.push({ account, day: day - 1, what: 'bounces', used: 0 })
    if (day === 1 && nth % 3 === 1) episodes.push({ account, day: 0, what: 'paused', used: 0 })
    nth += 1
  }
  return episodes
}
