import type { ParsedInput } from '@contract/index'
import { record } from '@kernel/journal/index'
import { Refusal } from '@kernel/refusal'
import type { Unit } from '@kernel/unit'
import { entityOf, externalId, plansByRank, type PlanRecord } from '../store'
import { planRemoved, planSaved } from './events'
import { insertPlan, isInUse, removePlanRow, startRecheck, updatePlan, type PlanTerms } from './store'

/** A resource's name is a word of the journal: no free text. */
const RESOURCE = /^[a-z][a-z0-9_]{0,63}$/

/**
 * LIM-01: adds or changes a plan. Where limits or payment change, its accounts are looked at anew as due work (LIM-02 `plan_changed`).
 * @throws Refusal `plan_missing`, `plan_id_fixed`, `plan_id_taken`, `plan_rank_taken`, `plan_price_incomplete`, `plan_free_with_price`, `resource_malformed`
 */
export function savePlan(unit: Unit, input: ParsedInput<'plans.save'>): { id: string } {
  const { id, planId, ...terms } = input
  const plans = plansByRank(unit.db)
  check(
    terms,
    plans.filter((plan) => plan.id !== id && !plan.removed),
  )
  if (id == null) return { id: addPlan(unit, planId, terms, unit.now) }
  const before = plans.find((plan) => plan.id === id)
  if (before === undefined) throw new Refusal('plan_missing')
  if (planId !== externalId(unit.db, 'plan', id)) throw new Refusal('plan_id_fixed')
  updatePlan(unit.db, id, terms, unit.now)
  journalSaved(unit, id, planId, before.version + 1, terms)
  if (before.paid !== terms.paid || !sameLimits(before.limits, terms.limits)) startRecheck(unit.db, id, unit.now)
  return { id }
}

/** `observedAt`: ms UTC; 0 for what is shipped, so that any report of the platform is newer. @throws Refusal `plan_id_taken` */
export function addPlan(unit: Unit, planId: string, terms: PlanTerms, observedAt: number): string {
  if (entityOf(unit.db, 'plan', planId) !== null) throw new Refusal('plan_id_taken', { planId })
  const id = unit.ids.next()
  insertPlan(unit.db, id, planId, terms, observedAt)
  journalSaved(unit, id, planId, 1, terms)
  return id
}

/** A plan nobody is on any more is no longer offered. @throws Refusal `plan_missing`, `plan_in_use` */
export function removePlan(unit: Unit, { id, reason }: ParsedInput<'plans.remove'>): null {
  const plan = plansByRank(unit.db).find((one) => one.id === id && !one.removed)
  if (plan === undefined) throw new Refusal('plan_missing')
  if (isInUse(unit.db, id)) throw new Refusal('plan_in_use', { name: plan.name })
  removePlanRow(unit.db, id, unit.now)
  record(unit, planRemoved, { entity: id, account: null, version: plan.version + 1, rule: 'LIM-01', body: {}, detail: { name: plan.name, reason } })
  unit.changed('plans')
  return null
}

function check({ rank, paid, priceMinor, currency, limits }: PlanTerms, others: readonly PlanRecord[]): void {
  const taken = others.find((plan) => plan.rank === rank)
  if (taken !== undefined) throw new Refusal('plan_rank_taken', { rank, name: taken.name })
  if ((priceMinor === null) !== (currency === null)) throw new Refusal('plan_price_incomplete')
  if (!paid && priceMinor !== null && priceMinor > 0) throw new Refusal('plan_free_with_price')
  const malformed = Object.keys(limits).find((resource) => !RESOURCE.test(resource))
  if (malformed !== undefined) throw new Refusal('resource_malformed', { resource: malformed })
}

function journalSaved(unit: Unit, id: string, planId: string, version: number, { rank, paid, priceMinor, limits, name, currency }: PlanTerms): void {
  record(unit, planSaved, {
    entity: id,
    account: null,
    version,
    rule: 'LIM-01',
    body: { rank, paid, priceMinor, limits: { ...limits } },
    detail: { planId, name, currency },
  })
  unit.changed('plans', 'accounts')
}

function sameLimits(a: PlanTerms['limits'], b: PlanTerms['limits']): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => a[name] === b[name])
}
