import { demoAccount, type DemoAccount } from '../accounts'
import type { DemoSize } from '../feeds'
import { inStory } from '../story'
import { STORIES, type Story } from './stories'

/** A story and whom it befalls. */
export interface Part {
  readonly account: DemoAccount
  readonly story: Story
  /** The platform's id of the list. */
  readonly groupId: string
}

/** Beside the stories, one account in so many has a list that waits. */
const EVERY = 3
const WAITING = STORIES.filter(({ acts }) => acts[0]?.does === 'submits').slice(0, 15)

/**
 * Which account plays which story: the first of its language and plan that has no part in the limit process; in the order of accounts, the
 * same however many there are. `everybody`: others have lists that wait, too.
 */
export function* castOf(size: DemoSize, everybody: boolean): Generator<Part> {
  const busy = inStory(size)
  const left = STORIES.map((story, nth) => ({ story, groupId: `G-${2_001 + nth}` }))
  for (let index = 0; index < size.accounts && (everybody || left.length > 0); index += 1) {
    if (busy(index)) continue
    const account = demoAccount(size.seed, index)
    const fits = left.findIndex(
      ({ story: { language, plan } }) => language === account.place.language && (plan === undefined || plan === account.planId),
    )
    if (fits >= 0) yield { account, ...left.splice(fits, 1)[0]! }
    else if (everybody && index % EVERY === 0) yield { account, story: waiting(account, index), groupId: `G-${10_001 + index}` }
  }
}

function waiting({ place }: DemoAccount, index: number): Story {
  const { acts, ...story } = WAITING[index % WAITING.length]!
  return { ...story, language: place.language, acts: acts.slice(0, 1).map((act) => ({ ...act, at: 30 + ((index * 37) % 1_900) })) }
}
