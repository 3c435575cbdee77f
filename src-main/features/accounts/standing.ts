import type { Cause } from '@contract/accounts'
import type { ReadDb } from '@kernel/database/index'
import { record } from '@kernel/journal/index'
import { issueDirective } from '@kernel/outbox/index'
import type { Unit } from '@kernel/unit'
import { statusOf, takenBy, type Reason } from './capabilities'
import { planDecided, reasonAdded, reasonLifted } from './events'
import { externalId } from './store'

export function reasonsOf(db: ReadDb, account: string): Reason[] {
  return db.all<Reason>('SELECT cause, since, rule FROM capability_reason WHERE account = ? ORDER BY since, cause', account)
}

/** CAP-01: adds a reason once; the platform is told to switch off what was on until now. */
export function addReason(unit: Unit, account: string, cause: Cause, rule: string): void {
  const before = reasonsOf(unit.db, account)
  if (before.some((reason) => reason.cause === cause)) return
  record(unit, reasonAdded, { entity: account, account, version: nextVersion(unit, account), rule, body: { cause } })
  const already = new Set(before.flatMap((reason) => takenBy(reason.cause)))
  const capabilities = takenBy(cause).filter((capability) => !already.has(capability))
  if (capabilities.length > 0) issueDirective(unit, account, 'capabilities_off', { capabilities, cause })
  refreshStatus(unit, account)
  tellChanged(unit, account)
}

/** CAP-01: lifts one reason; the platform is told to switch on what no other reason takes. */
export function liftReason(unit: Unit, account: string, cause: Cause, rule: string): void {
  if (!reasonsOf(unit.db, account).some((reason) => reason.cause === cause)) return
  record(unit, reasonLifted, { entity: account, account, version: nextVersion(unit, account), rule, body: { cause } })
  const still = new Set(reasonsOf(unit.db, account).flatMap((reason) => takenBy(reason.cause)))
  const capabilities = takenBy(cause).filter((capability) => !still.has(capability))
  if (capabilities.length > 0) issueDirective(unit, account, 'capabilities_on', { capabilities, cause })
  refreshStatus(unit, account)
  tellChanged(unit, account)
}

const tellChanged = (unit: Unit, account: string): void => unit.catalog.listeners.capabilitiesChanged?.forEach((listener) => listener(unit, account))

/**
 * LIM-08, LIM-09: the account is on `plan` (internal uuid) from now on, with a directive. The plan before the first
 * automatic upgrade stays remembered until the account is back on it.
 */
export function decidePlan(unit: Unit, account: string, plan: string, rule: string): void {
  const { db } = unit
  const current = db.get<{ plan: string }>('SELECT plan FROM account WHERE id = ?', account)!.plan
  const remembered =
    db.get<{ original_plan: string | null }>('SELECT original_plan FROM plan_decision WHERE account = ?', account)?.original_plan ?? current
  const original = remembered === plan ? null : remembered
  record(unit, planDecided, { entity: account, account, version: nextVersion(unit, account), rule, body: { from: current, to: plan, original } })
  db.run('UPDATE account SET plan = ? WHERE id = ?', plan, account)
  issueDirective(unit, account, 'plan_changed', { from: externalId(db, 'plan', current), to: externalId(db, 'plan', plan) })
  unit.changed('accounts')
}

/** A warning process runs, or no longer does (CAP-02: `warned`). */
export function setWarned(unit: Unit, account: string, warned: boolean): void {
  unit.db.run('UPDATE account SET warned = ? WHERE id = ?', warned ? 1 : 0, account)
  refreshStatus(unit, account)
}

/** CAP-02, CAN-03: cancelled, with access until the end of the billing cycle. */
export function setCancelled(unit: Unit, account: string, cancelled: boolean): void {
  unit.db.run('UPDATE account SET cancelled = ? WHERE id = ?', cancelled ? 1 : 0, account)
  refreshStatus(unit, account)
}

/** The status shown (CAP-02), kept on the row for lists. */
function refreshStatus(unit: Unit, account: string): void {
  const causes = new Set(reasonsOf(unit.db, account).map(({ cause }) => cause))
  const row = unit.db.get<{ warned: number; cancelled: number }>('SELECT warned, cancelled FROM account WHERE id = ?', account)
  const status = statusOf({ causes, cancelled: row?.cancelled === 1, warned: row?.warned === 1 })
  unit.db.run('UPDATE account SET status = ? WHERE id = ? AND status <> ?', status, account, status)
  unit.changed('accounts')
}

function nextVersion(unit: Unit, account: string): number {
  const version = unit.db.get<{ version: number }>('UPDATE account SET version = version + 1 WHERE id = ? RETURNING version', account)?.version
  if (version === undefined) throw new Error('no such account')
  return version
}
