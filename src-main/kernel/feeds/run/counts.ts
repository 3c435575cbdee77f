import type { Consequences, FeedCounts } from '@contract/feeds'

export const noCounts = (): FeedCounts => ({ rows: 0, new: 0, changed: 0, same: 0, stale: 0, awaited: 0, bad: 0 })

export const noConsequences = (): Consequences => ({ casesOpened: 0, casesResolved: 0, holdsPlaced: 0, holdsReleased: 0, reviewsOpened: 0 })

export function added<Numbers extends { [K in keyof Numbers]: number }>(a: Numbers, b: Numbers): Numbers {
  const sum = { ...a }
  for (const name of Object.keys(a) as (keyof Numbers)[]) sum[name] = (a[name] + b[name]) as Numbers[keyof Numbers]
  return sum
}
