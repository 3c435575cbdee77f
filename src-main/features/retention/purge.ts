import type { StepReport } from '@kernel/scheduler/index'
import { record } from '@kernel/journal/index'
import { issueDirective } from '@kernel/outbox/index'
import type { Unit } from '@kernel/unit'
import { addReason, externalId } from '@features/accounts/index'
import { erased, holdEnded, purgeAnnounced, purgeMoved, purgePlanned } from './events'
import { eraseDue, nextLook, type Purge } from './rules'
import { candidacyOf, holdsOn, loadPurge, openPurgeOf } from './store'

const changed = (unit: Unit): void => unit.changed('retention', 'accounts', 'today')

/** RET-01: access ended; the account goes six calendar months after `lastDay`. */
export function planPurge(unit: Unit, account: string, lastDay: string, zone: string): void {
  if (openPurgeOf(unit.db, account) !== null) dropPurge(unit, account, 'RET-01')
  const due = eraseDue(lastDay, zone).dueAt
  const state = holdsOn(unit.db, account).length === 0 ? 'planned' : 'held'
  const look = nextLook({ ground: 'cancelled', state, dueAt: due, announcedAt: null, zone })
  const entity = unit.ids.next()
  const body = { ground: 'cancelled', state, due, ended_on: lastDay, zone, ...look } as const
  record(unit, purgePlanned, { entity, account, version: 1, rule: 'RET-01', body, after: state })
  changed(unit)
}

/** Its ground has gone: reopened, or no longer inactive. */
export function dropPurge(unit: Unit, account: string, rule: string): void {
  const purge = openPurgeOf(unit.db, account)
  if (purge !== null) move(unit, purge, 'dropped', rule)
}

function move(unit: Unit, purge: Purge, to: 'planned' | 'held' | 'dropped', rule: string): void {
  const { id, account, version, state } = purge
  record(unit, purgeMoved, {
    entity: id,
    account,
    version: version + 1,
    rule,
    body: { to, ...nextLook({ ...purge, state: to }) },
    before: state,
    after: to,
  })
  changed(unit)
}

/** RET-02: the purge follows the account's holds. */
export function followHolds(unit: Unit, account: string): void {
  const purge = openPurgeOf(unit.db, account)
  if (purge === null || purge.state === 'approval') return
  const to = holdsOn(unit.db, account).length === 0 ? 'planned' : 'held'
  if (to !== purge.state) move(unit, purge, to, 'RET-02')
}

/** LIM-11: facts about these accounts changed; whoever is no candidate any more is not deleted. */
export function candidatesTouched(unit: Unit, accounts: readonly string[]): void {
  const open = unit.db.all<{ account: string }>(
    `SELECT p.account FROM json_each(?) t CROSS JOIN purge p ON p.account = t.value
     WHERE p.ground = 'inactive' AND p.state IN ('planned', 'held', 'approval')`,
    JSON.stringify(accounts),
  )
  for (const { account } of open) if (candidacyOf(unit.db, account) === null) dropPurge(unit, account, 'LIM-11')
}

/** RET-01 to RET-03: announces, or erases. */
export function stepPurge(unit: Unit, id: string): StepReport[] {
  const purge = loadPurge(unit.db, id)
  if (purge === null || purge.nextAt === null || purge.nextAt > unit.now) return []
  const { account, ground, announcedAt, version } = purge
  const report = (step: string, rule: string): StepReport[] => [
    { at: unit.now, feature: 'retention', step, entity: externalId(unit.db, 'account', account), rule },
  ]
  if (ground === 'cancelled' && announcedAt === null) {
    const body = nextLook({ ...purge, announcedAt: unit.now })
    record(unit, purgeAnnounced, { entity: id, account, version: version + 1, rule: 'RET-02', body })
    changed(unit)
    return report('announce', 'RET-02')
  }
  if (ground === 'inactive' && candidacyOf(unit.db, account) === null) {
    dropPurge(unit, account, 'LIM-11')
    return report('drop', 'LIM-11')
  }
  erase(unit, purge)
  return report('erase', ground === 'cancelled' ? 'RET-01' : 'RET-03')
}

/** CAP-02, CAP-03: everything is off, cases and reviews close as moot, and all that is held on the account goes. */
function erase(unit: Unit, { id, account, ground, version, state }: Purge): void {
  const rule = ground === 'cancelled' ? 'RET-01' : 'RET-03'
  addReason(unit, account, 'erased', rule)
  for (const listen of unit.catalog.listeners.accountsTouched) listen(unit, [account], null)
  issueDirective(unit, account, 'account_erased', { account: externalId(unit.db, 'account', account) })
  // A listener may have moved it on.
  const current = loadPurge(unit.db, id)
  record(unit, erased, { entity: id, account, version: (current?.version ?? version) + 1, rule, body: {}, before: state, after: 'done' })
  unit.changed('retention', 'accounts', 'limits', 'reviews', 'messages', 'directives', 'today')
}

/** RET-02: a hold ends with its last day. */
export function expireHold(unit: Unit, id: string): StepReport[] {
  const hold = unit.db.get<{ account: string; version: number; ended_at: number | null }>(
    'SELECT account, version, ended_at FROM legal_hold WHERE id = ?',
    id,
  )
  if (hold === undefined || hold.ended_at !== null) return []
  record(unit, holdEnded, { entity: id, account: hold.account, version: hold.version + 1, rule: 'RET-02', body: { ground: 'expired' } })
  followHolds(unit, hold.account)
  changed(unit)
  return [{ at: unit.now, feature: 'retention', step: 'end_hold', entity: externalId(unit.db, 'account', hold.account), rule: 'RET-02' }]
}
