import type { ReadDb } from '@kernel/database/index'
import { PLANS, TEAMS } from '@kernel/feeds/index'
import type { Changes } from './bulk'
import { entityTaker, type Stored } from './entity'

const plan = PLANS.at

export const planFeed = entityTaker<null>({
  kind: 'plans',
  entity: 'plan',
  table: 'plan',
  versioned: true,
  id: plan.plan_id,
  copies: [
    ['name', plan.name], ['rank', plan.rank], ['paid', plan.paid], ['price_minor', plan.price_minor], ['currency', plan.currency],
    ['limits', plan.limits], ['removed_at', plan.removed_at],
  ],
  prepare: () => null,
  acceptable: () => true,
  updated(unit, taking, _row, stored, changes) {
    unit.changed('plans')
    for (const account of accountsConcerned(unit.db, stored, changes)) taking.touch(account)
  },
})

type Limits = Readonly<Record<string, number>>

/** LIM-02: whose standing a changed plan may change. Those between the old and the new limit; all that are over when the plan turns paid or free. */
function accountsConcerned(db: ReadDb, stored: Stored, changes: Changes): string[] {
  const before = JSON.parse(stored['limits'] as string) as Limits
  const after = 'limits' in changes ? (JSON.parse(changes['limits'] as string) as Limits) : before
  const all = 'paid' in changes
  const concerned = new Set<string>()
  for (const resource of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const old = before[resource] ?? Number.MAX_SAFE_INTEGER
    const now = after[resource] ?? Number.MAX_SAFE_INTEGER
    if (old === now && !all) continue
    const rows = db.all<{ account: string }>(
      'SELECT a.id AS account FROM account AS a JOIN usage AS u ON u.account = a.id AND u.resource = ? WHERE a.plan = ? AND u.used > ? AND u.used <= ?',
      resource, stored.id, Math.min(old, now), all ? Number.MAX_SAFE_INTEGER : Math.max(old, now),
    )
    for (const { account } of rows) concerned.add(account)
  }
  return [...concerned]
}

export const teamFeed = entityTaker<null>({
  kind: 'teams',
  entity: 'team',
  table: 'team',
  versioned: false,
  id: TEAMS.at.team_id,
  copies: [['name', TEAMS.at.name], ['removed_at', TEAMS.at.removed_at]],
  prepare: () => null,
  acceptable: () => true,
})
