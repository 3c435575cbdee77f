import type { BatchResult } from '@contract/limits'
import { isDate, localDate } from '@kernel/calendar/index'
import { record } from '@kernel/journal/index'
import { planMessage, wakeMessages } from '@kernel/outbox/index'
import { Refusal } from '@kernel/refusal'
import { isClockDoubted, isPaused } from '@kernel/scheduler/index'
import type { Unit } from '@kernel/unit'
import { decidePlan } from '@features/accounts/index'
import { isOpen, messageKey, type Facts, type LimitCase } from './case'
import { carryOut } from './carry-out'
import { scheduled, type Change } from './change'
import { evaluateAccounts, stepCase } from './evaluate'
import { approved, paused, planReverted, resumed } from './events'
import { loadFacts } from './facts'
import { revertCheckOf } from './revert'
import { showRow, shownVersion } from './row'
import { decide, enforcesNext } from './rules'
import { loadCase } from './store'
import { excessOver, overPermille, upgradeOptions } from './usage'

interface Selected {
  readonly id: string
  readonly version: number
}

type Act = (limitCase: LimitCase, facts: Facts) => string | null

/** LIM-13: acts on each case as it was previewed; what changed since is left out and listed, with the code that says why. */
function inBatch(unit: Unit, cases: readonly Selected[], act: Act): BatchResult {
  const result: BatchResult = { done: 0, left: [] }
  for (const { id, version } of cases) {
    const limitCase = loadCase(unit.db, id)
    const facts = limitCase === null ? null : loadFacts(unit.db, limitCase.account, limitCase)
    const code =
      limitCase === null || facts === null ? 'case_missing' : shownVersion(unit.db, limitCase) !== version ? 'case_changed' : act(limitCase, facts)
    if (code === null) result.done += 1
    else result.left.push({ id, company: companyOf(unit, limitCase), code })
  }
  return result
}

const companyOf = (unit: Unit, limitCase: LimitCase | null): string =>
  limitCase === null ? '' : (unit.db.get<{ company: string }>('SELECT company FROM account WHERE id = ?', limitCase.account)?.company ?? '')

function note(unit: Unit, limitCase: LimitCase, facts: Facts, change: Change, reason: string): void {
  const after = change.record(unit, limitCase, { reason })
  showRow(unit.db, after, overPermille(excessOver(facts.usage, facts.plan)), unit.now)
  unit.changed('limits', 'accounts', 'today')
}

/** LIM-14. @throws Refusal `date_unknown` */
export function pause(unit: Unit, { cases, until, reason }: { cases: readonly Selected[]; until: string; reason: string }): BatchResult {
  if (!isDate(until)) throw new Refusal('date_unknown', { date: until })
  return inBatch(unit, cases, (limitCase, facts) => {
    if (!isOpen(limitCase)) return 'case_closed'
    if (limitCase.state === 'paused') return 'already_paused'
    if (limitCase.state !== 'warning' && limitCase.state !== 'approval') return 'not_pausable'
    if (until <= localDate(unit.now, limitCase.zone)) return 'pause_in_past'
    note(unit, limitCase, facts, scheduled(paused, 'LIM-14', null, { until }, { limitCase, facts, now: unit.now }), reason)
    return null
  })
}

/** LIM-14 */
export function endPause(unit: Unit, { cases, reason }: { cases: readonly Selected[]; reason: string }): BatchResult {
  return inBatch(unit, cases, (limitCase, facts) => {
    if (limitCase.state !== 'paused') return 'not_paused'
    note(unit, limitCase, facts, scheduled(resumed, 'LIM-14', null, {}, { limitCase, facts, now: unit.now }), reason)
    wakeMessages(unit, limitCase.account)
    return null
  })
}

export interface Approval extends Selected {
  /** Internal plan uuid. */
  readonly plan: string
  /** The consumer's consent was obtained and is recorded with this approval. */
  readonly consentRecorded: boolean
  readonly reason: string
}

/**
 * LIM-08. The upgrade follows at once inside the window of LIM-17, else as it opens.
 * @throws Refusal `case_missing`, `case_changed`, `not_waiting_for_approval`, `plan_not_offered`, `plan_does_not_hold`, `consent_missing`
 */
export function approve(unit: Unit, { id, version, plan, consentRecorded, reason }: Approval): null {
  const { limitCase, facts } = previewed(unit, { id, version })
  if (limitCase.state !== 'approval' || limitCase.approvedPlan !== null) throw new Refusal('not_waiting_for_approval')
  const decision = decide(limitCase, facts, unit.now)
  if (decision.do !== 'wait' || decision.for !== 'approval') throw new Refusal('case_changed')
  const option = upgradeOptions(facts).find((one) => one.plan.id === plan)
  if (option === undefined) throw new Refusal('plan_not_offered')
  const [excess] = option.excess
  if (excess !== undefined) throw new Refusal('plan_does_not_hold', { plan: option.plan.name, ...excess })
  if (facts.consumer && !facts.consent && !consentRecorded) throw new Refusal('consent_missing')
  note(
    unit,
    limitCase,
    facts,
    scheduled(approved, 'LIM-08', null, { plan, consent: consentRecorded || facts.consent }, { limitCase, facts, now: unit.now }),
    reason,
  )
  const due = loadCase(unit.db, id)?.dueAt ?? null
  if (due !== null && due <= unit.now && !isClockDoubted(unit.db) && !isPaused(unit.db)) stepCase(unit, id)
  return null
}

/** LIM-16: an operator who knows that the address is right. @throws Refusal `case_missing`, `case_changed`, `not_stopped` */
export function restart(unit: Unit, { id, version, reason }: Selected & { reason: string }): null {
  const { limitCase, facts } = previewed(unit, { id, version })
  if (limitCase.state !== 'unreachable') throw new Refusal('not_stopped')
  carryOut(unit, limitCase, facts, { do: 'restart', ground: 'operator' }, { reason })
  return null
}

/** LIM-09. @throws Refusal `account_missing`, `no_original_plan`, `over_original_plan` with the exact excess */
export function revertPlan(unit: Unit, { accountUuid, reason }: { accountUuid: string; reason: string }): null {
  const { db } = unit
  const check = revertCheckOf(db, accountUuid)
  if (check.originalPlan === null) throw new Refusal('no_original_plan')
  const over = check.resources.find(({ excess }) => excess > 0)
  if (over !== undefined)
    throw new Refusal('over_original_plan', {
      plan: check.originalPlan.name,
      resource: over.resource,
      used: over.used,
      limit: over.limit,
      excess: over.excess,
    })
  const from = check.currentPlan.id
  const to = check.originalPlan.id
  decidePlan(unit, accountUuid, to, 'LIM-09')
  const version = db.get<{ version: number }>('SELECT version FROM account WHERE id = ?', accountUuid)?.version ?? 1
  const { id } = record(unit, planReverted, {
    entity: accountUuid,
    account: accountUuid,
    version,
    rule: 'LIM-09',
    body: { from, to },
    detail: { reason },
  })
  planMessage(unit, { key: messageKey.reverted(accountUuid, id), account: accountUuid, template: 'limits.reverted', params: { to }, rule: 'LIM-09' })
  evaluateAccounts(unit, [accountUuid])
  unit.changed('limits', 'accounts')
  return null
}

/** LIM-13: carries out what is due now of a previewed batch, as the scheduler would. */
export function carryOutBatch(unit: Unit, { cases }: { cases: readonly Selected[] }): BatchResult {
  if (isPaused(unit.db)) throw new Refusal('scheduler_paused')
  const clockDoubted = isClockDoubted(unit.db)
  return inBatch(unit, cases, (limitCase, facts) => {
    if (!isOpen(limitCase)) return 'case_closed'
    if (limitCase.dueAt === null || limitCase.dueAt > unit.now) return 'not_due'
    if (clockDoubted && enforcesNext(limitCase)) return 'clock_check'
    if (facts.importWaits) return 'import_waits'
    const decision = decide(limitCase, facts, unit.now)
    carryOut(unit, limitCase, facts, decision)
    return decision.do === 'wait' ? 'not_due' : null
  })
}

function previewed(unit: Unit, { id, version }: Selected): { limitCase: LimitCase; facts: Facts } {
  const limitCase = loadCase(unit.db, id)
  const facts = limitCase === null ? null : loadFacts(unit.db, limitCase.account, limitCase)
  if (limitCase === null || facts === null) throw new Refusal('case_missing')
  if (!isOpen(limitCase) || shownVersion(unit.db, limitCase) !== version) throw new Refusal('case_changed')
  return { limitCase, facts }
}
