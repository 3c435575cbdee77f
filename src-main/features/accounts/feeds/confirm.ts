import { record } from '@kernel/journal/index'
import type { Unit } from '@kernel/unit'
import { planConfirmed } from '../events'
import { externalId } from '../store'

interface Done {
  readonly account: string
  readonly kind: string
  readonly payload: Record<string, unknown>
}

/** FED-07: the platform says that it has carried out a decided plan. An earlier decision's directive confirms nothing. */
export function confirmPlan(unit: Unit, { account, kind, payload }: Done, done: boolean): void {
  if (!done || kind !== 'plan_changed') return
  const { db } = unit
  const decision = db.get<{ to_plan: string }>('SELECT to_plan FROM plan_decision WHERE account = ? AND confirmed_at IS NULL', account)
  if (decision === undefined || payload['to'] !== externalId(db, 'plan', decision.to_plan)) return
  const { version } = db.get<{ version: number }>('UPDATE account SET version = version + 1 WHERE id = ? RETURNING version', account)!
  record(unit, planConfirmed, { entity: account, account, version, rule: 'FED-07', body: {} })
  unit.changed('accounts', 'today')
}
