import type { FeedKind } from '@contract/feeds'
import type { ApprovalGround, CaseCause } from '@contract/limits'
import type { Facts, Mode, Plan, PlanChange, Usage } from './case'

export interface Excess {
  readonly resource: string
  readonly used: number
  readonly limit: number
}

/** LIM-02: over is strictly greater; a resource without a limit is never over. */
export function excessOver(usage: readonly Usage[], plan: Plan): Excess[] {
  const found: Excess[] = []
  for (const { resource, used } of usage) {
    const limit = plan.limits[resource]
    if (limit !== undefined && used > limit) found.push({ resource, used, limit })
  }
  return found
}

export const isOver = (facts: Facts): boolean => excessOver(facts.usage, facts.plan).length > 0

/** Beyond a million times the limit nobody compares any more; a hostile number must not leave the range of exact integers. */
const MOST_PERMILLE = 1_000_000_000

/** The greatest excess in tenths of a percent. Over a limit of zero, each unit counts as 100 %. */
export function overPermille(excess: readonly Excess[]): number {
  return excess.reduce(
    (most, { used, limit }) => Math.max(most, Math.min(MOST_PERMILLE, Math.round(((used - limit) / Math.max(1, limit)) * 1000))),
    0,
  )
}

/** LIM-07: on Free, and on a trial of any plan, enforcement restricts; else it upgrades (LIM-08). */
export const modeOf = (facts: Pick<Facts, 'plan' | 'trial'>): Mode => (facts.plan.paid && !facts.trial ? 'upgrade' : 'restrict')

/**
 * LIM-02: why the account went over: what the platform says of its last move, else what brought the news. `kind` is the feed that did
 * (null: a command); an account row alone can only have moved the plan, a plan row only its limits, usage only itself.
 */
export function causeOf(facts: Pick<Facts, 'plan'>, planChange: PlanChange | null, kind: FeedKind | null): CaseCause {
  if (kind === 'plans') return 'plan_changed'
  if (planChange === 'cancelled' && !facts.plan.paid) return 'cancelled_to_free'
  if (planChange === 'cancelled' || planChange === 'downgraded') return 'downgraded'
  return kind === 'accounts' ? 'plan_changed' : 'grew'
}

export interface UpgradeOption {
  readonly plan: Plan
  /** Plans of lower rank that an upgrade to this one would skip. */
  readonly skips: readonly Plan[]
  readonly excess: readonly Excess[]
}

/** LIM-08: every higher paid plan still offered, by rank. */
export function upgradeOptions({ plan, plans, usage }: Pick<Facts, 'plan' | 'plans' | 'usage'>): UpgradeOption[] {
  const higher = plans
    .filter((other) => other.paid && !other.removed && other.rank > plan.rank)
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
  return higher.map((option) => ({
    plan: option,
    skips: higher.filter((other) => other.rank < option.rank),
    excess: excessOver(usage, option),
  }))
}

export interface UpgradeTarget {
  /** The next higher plan whose limits hold the usage; null: none does. */
  readonly plan: Plan | null
  /** Why an operator must approve first; null: the upgrade is automatic. */
  readonly ground: ApprovalGround | null
}

/** LIM-08 */
export function upgradeTarget(facts: Pick<Facts, 'plan' | 'plans' | 'usage' | 'consumer' | 'consent'>): UpgradeTarget {
  const target = upgradeOptions(facts).find(({ excess }) => excess.length === 0)
  if (target === undefined) return { plan: null, ground: 'no_plan_holds' }
  if (target.skips.length > 0) return { plan: target.plan, ground: 'tier_skipped' }
  if (facts.consumer && !facts.consent) return { plan: target.plan, ground: 'consumer_without_consent' }
  return { plan: target.plan, ground: null }
}
