import type { ReadDb } from '@kernel/database/index'
import { entityTaker, PLANS, TEAMS, type Changes, type Stored } from '@kernel/feeds/index'
import type { Unit } from '@kernel/unit'
import { SHIPPED_AT } from '../plans/shipped'
import { isInUse } from '../plans/store'

const plan = PLANS.at

export const planFeed = entityTaker<null>({
  kind: 'plans',
  entity: 'plan',
  table: 'plan',
  versioned: true,
  id: plan.plan_id,
  copies: [
    ['name', plan.name],
    ['rank', plan.rank],
    ['paid', plan.paid],
    ['price_minor', plan.price_minor],
    ['currency', plan.currency],
    ['limits', plan.limits],
    ['removed_at', plan.removed_at],
  ],
  prepare: () => null,
  acceptable: () => true,
  provisional: ({ observed_at: seen }) => seen === SHIPPED_AT,
  taken: withdrawShipped,
  updated(unit, taking, _row, stored, changes) {
    unit.changed('plans')
    for (const account of accountsConcerned(unit.db, stored, changes)) taking.touch(account)
  },
})

/**
 * LIM-08: once the platform has named its own plans, a shipped one that it doesn't know is offered to nobody: an upgrade to it could not be
 * carried out. One that nobody is on goes altogether.
 */
function withdrawShipped(unit: Unit): void {
  for (const { id } of unit.db.all<{ id: string }>('SELECT id FROM plan WHERE observed_at = ? AND removed_at IS NULL', SHIPPED_AT)) {
    if (isInUse(unit.db, id)) unit.db.run('UPDATE plan SET removed_at = ? WHERE id = ?', unit.now, id)
    else {
      unit.db.run('DELETE FROM external_id WHERE entity = ?', id)
      unit.db.run('DELETE FROM plan WHERE id = ?', id)
    }
    unit.changed('plans')
  }
}

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
      resource,
      stored.id,
      Math.min(old, now),
      all ? Number.MAX_SAFE_INTEGER : Math.max(old, now),
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
  copies: [
    ['name', TEAMS.at.name],
    ['removed_at', TEAMS.at.removed_at],
  ],
  prepare: () => null,
  acceptable: () => true,
})
