import type { SignalView } from '@contract/reviews'
import { HOUR } from '@kernel/calendar/index'
import type { SignalFacts } from './facts'
import { shareOf } from './sample'
import { signal } from './seen'

/** Per cent of the plan's contacts. */
const NEAR_LIMIT = 90

/** Null: the plan knows no limit. */
export function listSizeSignal({ group: { receivers }, plan }: SignalFacts): SignalView | null {
  if (receivers === 0) return signal('list_size', 'empty')
  if (plan.limit === null) return null
  const params = { receivers, limit: plan.limit, plan: plan.name }
  if (receivers > plan.limit) return signal('list_size', 'over_limit', params)
  return signal('list_size', receivers * 100 >= plan.limit * NEAR_LIMIT ? 'near_limit' : 'within', params)
}

/** As for drift (REV-18): by half and by 500 receivers at once. */
const SUDDEN = { percent: 50, receivers: 500 }
const DAY = 24 * HOUR
/** So many receivers within a week of the account's first day weren't gathered with it. */
const NEW_ACCOUNT = { time: 7 * DAY, receivers: 1_000 }

/** Null: the list never changed, and nothing else speaks of growth. */
export function growthSignal({ group, account }: SignalFacts): SignalView | null {
  const { receivers, receiversBefore: before, createdAt } = group
  const added = before === null ? 0 : receivers - before
  if (before !== null && added >= SUDDEN.receivers && added * 100 > before * SUDDEN.percent)
    return signal('growth', 'sudden', { before, receivers, ...(before === 0 ? {} : { percent: shareOf(added, before) }) })
  if (createdAt >= account.createdAt && createdAt - account.createdAt <= NEW_ACCOUNT.time && receivers >= NEW_ACCOUNT.receivers)
    return signal('growth', 'new_account', { receivers, days: Math.floor((createdAt - account.createdAt) / DAY) })
  return before === null ? null : signal('growth', 'steady', { before, receivers })
}
