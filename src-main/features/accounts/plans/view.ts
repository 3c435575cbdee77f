import type { PlanView } from '@contract/accounts'
import { countUpTo, type ReadDb } from '@kernel/database/index'
import { externalId, plansByRank, type PlanRecord } from '../store'

export function planView(db: ReadDb, plan: PlanRecord): PlanView {
  const { id, name, rank, paid, priceMinor, currency, limits } = plan
  const accounts = countUpTo(db, 'account INDEXED BY account_by_plan_contacts WHERE plan = ?', id)
  return { id, planId: externalId(db, 'plan', id), name, rank, paid, priceMinor, currency, limits: { ...limits }, accounts }
}

/** LIM-01: plans on offer, lowest rank first. */
export function listPlans(db: ReadDb): PlanView[] {
  return plansByRank(db)
    .filter(({ removed }) => !removed)
    .map((plan) => planView(db, plan))
}
