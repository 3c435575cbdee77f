import { CASE_CAUSES, CASE_TABS, type ApprovalCheck, type CaseCause, type CaseRow, type CaseTab } from '@contract/limits'
import type { Total } from '@contract/define'
import type { ReadDb } from '@kernel/database/index'
import { Refusal } from '@kernel/refusal'
import { planView } from '@features/accounts/index'
import { caseRow, rowContext } from './case-row'
import { loadFacts } from './facts'
import { totalOf } from './list'
import { shownVersion } from './row'
import { caseIdsOf, loadCase } from './store'
import { upgradeOptions, upgradeTarget } from './usage'

/** @throws Refusal `case_missing` */
export function getCase(db: ReadDb, now: number, id: string): CaseRow {
  const row = caseRow(rowContext(db, now), id)
  if (row === null) throw new Refusal('case_missing')
  return row
}

export function casesOfAccount(db: ReadDb, now: number, account: string): CaseRow[] {
  const context = rowContext(db, now)
  return caseIdsOf(db, account)
    .map((id) => caseRow(context, id))
    .filter((row) => row !== null)
}

export interface Totals {
  tabs: Record<CaseTab, Total>
  days: Record<'1' | '2' | '3' | '4', Total>
  causes: Record<CaseCause, Total>
}

export function totalsOf(db: ReadDb, tab: CaseTab): Totals {
  const tabs = Object.fromEntries(CASE_TABS.map((one) => [one, totalOf(db, { tab: one })])) as Totals['tabs']
  const days = Object.fromEntries(([1, 2, 3, 4] as const).map((day) => [day, totalOf(db, { tab, day })])) as Totals['days']
  const causes = Object.fromEntries(CASE_CAUSES.map((cause) => [cause, totalOf(db, { tab, cause })])) as Totals['causes']
  return { tabs, days, causes }
}

/** LIM-08: what an operator must have seen before approving. @throws Refusal `case_missing`, `not_waiting_for_approval` */
export function approvalCheckOf(db: ReadDb, id: string): ApprovalCheck {
  const limitCase = loadCase(db, id)
  const facts = limitCase === null ? null : loadFacts(db, limitCase.account, limitCase)
  if (limitCase === null || facts === null) throw new Refusal('case_missing')
  if (limitCase.state !== 'approval' || limitCase.approvalGround === null) throw new Refusal('not_waiting_for_approval')
  const recommended = upgradeTarget(facts).plan?.id
  return {
    caseId: id,
    version: shownVersion(db, limitCase),
    ground: limitCase.approvalGround,
    currentPlan: planView(db, facts.plan),
    usage: facts.usage.map(({ resource, used, observedAt }) => ({ resource, used, limit: facts.plan.limits[resource] ?? null, observedAt })),
    options: upgradeOptions(facts).map(({ plan, skips, excess }) => ({
      plan: planView(db, plan),
      skips: skips.map(({ name }) => name),
      excess: excess.map((one) => ({ ...one })),
      fits: excess.length === 0,
      recommended: plan.id === recommended,
    })),
    consumer: facts.consumer,
    consent: facts.consumer ? facts.consent : null,
  }
}
