import type { RevertCheck } from '@contract/limits'
import type { ReadDb } from '@kernel/database/index'
import { Refusal } from '@kernel/refusal'
import { planView } from '@features/accounts/index'
import { loadFacts } from './facts'

/** LIM-09: back to the plan before the first automatic upgrade, resource by resource. @throws Refusal `account_missing` */
export function revertCheckOf(db: ReadDb, account: string): RevertCheck {
  const facts = loadFacts(db, account, null)
  if (facts === null || facts.closed) throw new Refusal('account_missing')
  const originalId =
    db.get<{ original_plan: string | null }>('SELECT original_plan FROM plan_decision WHERE account = ?', account)?.original_plan ?? null
  const original = facts.plans.find(({ id }) => id === originalId && id !== facts.plan.id) ?? null
  const resources = facts.usage.map(({ resource, used }) => {
    const limit = original?.limits[resource] ?? null
    return { resource, used, limit, excess: limit === null ? 0 : Math.max(0, used - limit) }
  })
  return {
    accountUuid: account,
    currentPlan: planView(db, facts.plan),
    originalPlan: original === null ? null : planView(db, original),
    resources,
    allowed: original !== null && resources.every(({ excess }) => excess === 0),
  }
}
