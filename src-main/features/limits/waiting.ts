import type { NextStep, WaitsFor } from '@contract/limits'
import type { Explanation } from '@contract/scheduler'
import { handedOver, isOpen, isRestricted, pendingWarning, type Facts, type LimitCase, type Plan } from './case'
import { decide, enforcesNext } from './rules'
import { candidateOn, explainNextStep, nextStepAt, pauseEndsAt } from './timing'
import { upgradeTarget } from './usage'

/** LIM-12, LIM-15: what comes next, when, and in one sentence what it waits for. */
export interface NextView {
  readonly step: NextStep
  /** ms UTC; null: it waits for a person. */
  readonly at: number | null
  readonly plan: Plan | null
  readonly waitsFor: WaitsFor
  readonly params: Record<string, string | number | null>
}

export interface Blocks {
  readonly schedulerPaused: boolean
  readonly clockDoubted: boolean
}

export function nextView(limitCase: LimitCase, facts: Facts, now: number, blocks: Blocks): NextView {
  const none = { step: 'none', at: null, plan: null, params: {} } as const
  if (!isOpen(limitCase)) return { ...none, plan: facts.plans.find(({ id }) => id === limitCase.upgradedTo) ?? null, waitsFor: 'nothing' }
  if (isRestricted(limitCase)) return { ...none, waitsFor: 'nothing', params: { candidateOn: candidateOn(limitCase, facts.lastSeenAt) } }
  const sent = handedOver(limitCase).length
  const step: NextStep = sent < 3 || limitCase.state === 'unreachable' ? 'warning' : limitCase.mode
  const plan = limitCase.mode === 'upgrade' ? (facts.plans.find(({ id }) => id === limitCase.approvedPlan) ?? upgradeTarget(facts).plan) : null
  const { waitsFor, at } = waitOf(limitCase, facts, now)
  const params = {
    n: step === 'warning' ? Math.min(3, sent + 1) : null,
    last: limitCase.lastWarnedAt,
    ground: limitCase.approvalGround,
    until: limitCase.pausedUntil,
    problem: facts.mail?.problem ?? null,
  }
  const view: NextView = { step, at, plan, waitsFor, params }
  if (blocks.schedulerPaused && (waitsFor === 'clock' || waitsFor === 'mail' || waitsFor === 'mail_retry' || waitsFor === 'pause'))
    return { ...view, waitsFor: 'scheduler_paused' }
  if (blocks.clockDoubted && waitsFor === 'clock' && enforcesNext(limitCase)) return { ...view, at: null, waitsFor: 'clock_check' }
  return view
}

function waitOf(limitCase: LimitCase, facts: Facts, now: number): { waitsFor: WaitsFor; at: number | null } {
  if (limitCase.state === 'paused') {
    const resumes = Math.max(now, pauseEndsAt(limitCase))
    return { waitsFor: 'pause', at: nextStepAt(limitCase.lastWarnedAt, resumes, limitCase.zone, facts.window) }
  }
  const decision = decide(limitCase, facts, now)
  if (decision.do !== 'wait') return { waitsFor: 'clock', at: now }
  if (decision.for === 'clock') return { waitsFor: 'clock', at: decision.until }
  const mail = decision.for === 'mail' || decision.for === 'mail_retry'
  return { waitsFor: decision.for, at: mail ? (facts.mail?.dueAt ?? now) : null }
}

/** SCH-04: how the next step's time came about; null when it has none. */
export function explainNext(limitCase: LimitCase, facts: Facts, now: number): Explanation | null {
  if (
    !isOpen(limitCase) ||
    isRestricted(limitCase) ||
    pendingWarning(limitCase) !== null ||
    limitCase.state === 'unreachable' ||
    limitCase.state === 'approval'
  )
    return null
  const from = limitCase.state === 'paused' ? Math.max(now, pauseEndsAt(limitCase)) : now
  return explainNextStep(limitCase.lastWarnedAt, from, limitCase.zone, facts.window, limitCase.pausedUntil)
}
