import { addReason, decidePlan, externalId, liftReason, setWarned } from '@features/accounts/index'
import { planMessage, removeNotice, showNotice, wakeMessages, withdrawMessage } from '@kernel/outbox/index'
import type { Detail } from '@kernel/journal/index'
import type { StepReport } from '@kernel/scheduler/index'
import type { Unit } from '@kernel/unit'
import { messageKey, pendingWarning, type Facts, type LimitCase } from './case'
import { changeFor } from './change'
import { showRow } from './row'
import type { Decision } from './rules'
import { excessOver, overPermille } from './usage'

export const NOTICE = { over: 'over_limit', restricted: 'restricted' } as const

/** Carries one decision out: journal, case, messages, notices and effects, in the unit's transaction. Null: nothing changed. */
export function carryOut(unit: Unit, limitCase: LimitCase, facts: Facts, decision: Decision, detail: Detail | null = null): StepReport | null {
  const change = changeFor(decision, limitCase, facts, unit.now)
  if (change === null) return null
  const after = change.record(unit, limitCase, detail)
  takeEffect(unit, limitCase, after, { decision, facts, rule: change.rule })
  showRow(unit.db, after, overPermille(excessOver(facts.usage, facts.plan)), unit.now)
  unit.changed('limits', 'accounts', 'today')
  if (change.step === null) return null
  return { at: unit.now, feature: 'limits', step: change.step, entity: externalId(unit.db, 'account', limitCase.account), rule: change.rule }
}

function takeEffect(unit: Unit, before: LimitCase, after: LimitCase, because: { decision: Decision; facts: Facts; rule: string }): void {
  const { account } = before
  const { decision, facts, rule } = because
  const message = (template: string, key: string, params: Record<string, unknown> = {}): void =>
    void planMessage(unit, { key, account, template, rule, params: { case: before.id, round: before.round, ...params } })

  switch (decision.do) {
    case 'wait':
    case 'become_candidate':
    case 'ask_approval':
      return
    case 'resume':
      wakeMessages(unit, account)
      return
    case 'warn': {
      const { n, announces } = decision
      message('limits.warning', messageKey.warning(before, n), { n, plan: announces?.id ?? null, price: announces?.priceMinor ?? null })
      return
    }
    case 'restrict':
      addReason(unit, account, 'restricted', rule)
      removeNotice(unit, account, NOTICE.over)
      showNotice(unit, account, NOTICE.restricted)
      message('limits.restricted', messageKey.restricted(before))
      return
    case 'upgrade':
      decidePlan(unit, account, decision.to.id, rule)
      endNotices(unit, account)
      message('limits.upgraded', messageKey.upgraded(before), { from: facts.plan.id, to: decision.to.id })
      return
    case 'resolve':
      takeBackPending(unit, before, rule)
      endNotices(unit, account)
      liftReason(unit, account, 'restricted', rule)
      if (before.restrictedAt !== null) message('limits.lifted', messageKey.lifted(before))
      else if (before.told && before.state !== 'unreachable') message('limits.all_clear', messageKey.allClear(before))
      return
    case 'moot':
      takeBackPending(unit, before, rule)
      endNotices(unit, account)
      liftReason(unit, account, 'restricted', rule)
      return
    case 'restart':
    case 'stop':
      takeBackPending(unit, before, rule)
      liftReason(unit, account, 'restricted', rule)
      removeNotice(unit, account, NOTICE.restricted)
      showNotice(unit, account, NOTICE.over)
      return
    case 'announce_deletion':
      message('limits.deletion_announced', messageKey.deletion(before, after.candidacy.announcements), { on: decision.on })
      return
    case 'drop_candidacy':
      withdrawMessage(unit, messageKey.deletion(before, before.candidacy.announcements), rule)
      return
  }
}

/** MSG-06: what was planned and not handed over has lost its reason. */
function takeBackPending(unit: Unit, limitCase: LimitCase, rule: string): void {
  const warning = pendingWarning(limitCase)
  if (warning !== null) withdrawMessage(unit, messageKey.warning(limitCase, warning.n), rule)
  const { announcedFor, toldAt, announcements } = limitCase.candidacy
  if (announcedFor !== null && toldAt === null) withdrawMessage(unit, messageKey.deletion(limitCase, announcements), rule)
}

function endNotices(unit: Unit, account: string): void {
  removeNotice(unit, account, NOTICE.over)
  removeNotice(unit, account, NOTICE.restricted)
  setWarned(unit, account, false)
}
