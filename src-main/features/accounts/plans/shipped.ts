import type { Unit } from '@kernel/unit'
import { addPlan } from './commands'
import type { PlanTerms } from './store'

const terms = (name: string, rank: number, paid: boolean, contacts: number | null): PlanTerms => ({
  name,
  rank,
  paid,
  priceMinor: null,
  currency: null,
  limits: contacts === null ? {} : { contacts },
})

/** LIM-01, lowest rank first. Prices are the company's to set. */
const SHIPPED: readonly (readonly [planId: string, terms: PlanTerms])[] = [
  ['free', terms('Free', 0, false, 2_000)],
  ['startup', terms('Startup', 1, true, 5_000)],
  ['webinar', terms('Webinar', 2, true, 10_000)],
  ['unlimited', terms('Unlimited', 3, true, null)],
]

/** Before anything a platform can report: its own word on a plan is always newer. */
export const SHIPPED_AT = 0

export function addShippedPlans(unit: Unit): void {
  for (const [planId, plan] of SHIPPED) addPlan(unit, planId, plan, SHIPPED_AT)
}
