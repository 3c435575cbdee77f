import type { ApprovalGround, WaitsFor } from '@contract/limits'
import { nextInWindow } from '@kernel/calendar/index'
import { handedOver, isOpen, isRestricted, pendingWarning, type Facts, type LimitCase, type Plan, type RestartGround } from './case'
import { candidateOn, nextStepAt, notBeforeTold, pauseEndsAt, stallsAt, tellOn } from './timing'
import { isOver, modeOf, upgradeTarget } from './usage'

/** What happens to a case now. `until` (ms UTC): when to look again; null: a person or a fact comes first. */
export type Decision =
  | { readonly do: 'wait'; readonly until: number | null; readonly for: WaitsFor }
  | { readonly do: 'moot' }
  | { readonly do: 'resolve' }
  | { readonly do: 'restart'; readonly ground: RestartGround }
  | { readonly do: 'stop' }
  | { readonly do: 'resume' }
  | { readonly do: 'warn'; readonly n: 1 | 2 | 3; readonly announces: Plan | null }
  | { readonly do: 'restrict' }
  | { readonly do: 'upgrade'; readonly to: Plan }
  | { readonly do: 'ask_approval'; readonly ground: ApprovalGround }
  | { readonly do: 'announce_deletion'; readonly on: number }
  | { readonly do: 'become_candidate' }
  | { readonly do: 'drop_candidacy' }

const wait = (until: number | null, reason: WaitsFor): Decision => ({ do: 'wait', until, for: reason })

/** The one place where the process of LIM-03 to LIM-18 is decided: by the scheduler, by a fact, by a dry run. */
export function decide(limitCase: LimitCase, facts: Facts, now: number): Decision {
  if (!isOpen(limitCase)) return wait(null, 'nothing')
  if (facts.closed) return { do: 'moot' }
  if (!isOver(facts)) return { do: 'resolve' }
  switch (limitCase.state) {
    case 'paused':
      if (hasBounced(limitCase)) return { do: 'stop' }
      return now >= pauseEndsAt(limitCase) ? { do: 'resume' } : wait(pauseEndsAt(limitCase), 'pause')
    case 'unreachable':
      return facts.addressCorrected ? { do: 'restart', ground: 'address_corrected' } : wait(null, 'address')
    case 'enforced':
      // LIM-16: the bounces show that no warning arrived.
      if (isRestricted(limitCase) && limitCase.warnings.every(({ bouncedAt }) => bouncedAt !== null)) return { do: 'stop' }
      return modeOf(facts) === limitCase.mode ? decideCandidacy(limitCase, facts, now) : { do: 'restart', ground: 'plan_moved' }
    case 'warning':
    case 'approval':
      return decideRound(limitCase, facts, now)
    case 'resolved':
    case 'moot':
      return wait(null, 'nothing')
  }
}

/** LIM-16: one permanent bounce is enough to stop. */
const hasBounced = ({ warnings }: LimitCase): boolean => warnings.some(({ bouncedAt }) => bouncedAt !== null)

/** LIM-03, LIM-04, LIM-08: three warnings, then enforcement. */
function decideRound(limitCase: LimitCase, facts: Facts, now: number): Decision {
  if (hasBounced(limitCase)) return { do: 'stop' }
  if (modeOf(facts) !== limitCase.mode) return { do: 'restart', ground: 'plan_moved' }
  const stall = stallsAt(limitCase)
  if (stall !== null && now >= stall) return { do: 'restart', ground: 'stalled' }
  if (pendingWarning(limitCase) !== null) return decidePending(facts, stall)
  if (facts.importWaits) return wait(limitCase.dueAt, 'admin')
  if (limitCase.state === 'approval') return decideApproval(limitCase, facts, now, stall)

  const at = nextStepAt(limitCase.lastWarnedAt, now, limitCase.zone, facts.window)
  if (now < at) return wait(at, 'clock')
  const sent = handedOver(limitCase).length
  if (sent < 3) return { do: 'warn', n: (sent + 1) as 1 | 2 | 3, announces: limitCase.mode === 'upgrade' ? upgradeTarget(facts).plan : null }
  return limitCase.mode === 'restrict' ? { do: 'restrict' } : decideUpgrade(limitCase, facts)
}

/** A planned warning isn't a handed-over one: nothing goes on before it (LIM-04). */
function decidePending({ mail, transport }: Facts, stall: number | null): Decision {
  if (mail === null || mail.state === 'withdrawn') return { do: 'restart', ground: 'withdrawn' }
  if (mail.held) return wait(stall, 'admin')
  switch (mail.state) {
    case 'failed':
      return wait(stall, 'mail_failed')
    case 'unknown':
      return wait(stall, 'mail_unknown')
    case 'retry':
      return wait(stall, transport ? 'mail_retry' : 'no_transport')
    case 'planned':
      return wait(stall, transport ? 'mail' : 'no_transport')
    case 'sending':
    case 'sent':
      return wait(stall, 'mail')
  }
}

/** LIM-08: automatic only to the very next plan; LIM-18: only to the plan, at the price, that all three warnings named. */
function decideUpgrade(limitCase: LimitCase, facts: Facts): Decision {
  const { plan, ground } = upgradeTarget(facts)
  if (ground !== null || plan === null) return { do: 'ask_approval', ground: ground ?? 'no_plan_holds' }
  const announced = limitCase.warnings.every((warning) => warning.plan === plan.id && warning.priceMinor === plan.priceMinor)
  return announced ? { do: 'upgrade', to: plan } : { do: 'restart', ground: 'announcement_changed' }
}

/** LIM-08: the operator's approval holds for the plan chosen, as long as that plan holds the usage. */
function decideApproval(limitCase: LimitCase, facts: Facts, now: number, stall: number | null): Decision {
  const approved = limitCase.approvedPlan
  const plan = approved === null ? undefined : facts.plans.find(({ id }) => id === approved)
  const stands = plan !== undefined && plan.paid && !plan.removed && plan.rank > facts.plan.rank && !isOver({ ...facts, plan })
  if (approved === null || !stands) {
    const { ground } = upgradeTarget(facts)
    if (ground === null) return waitForWindow(limitCase, facts, now) ?? decideUpgrade(limitCase, facts)
    return ground === limitCase.approvalGround && approved === null ? wait(stall, 'approval') : { do: 'ask_approval', ground }
  }
  return waitForWindow(limitCase, facts, now) ?? { do: 'upgrade', to: plan }
}

function waitForWindow(limitCase: LimitCase, facts: Facts, now: number): Decision | null {
  const at = nextStepAt(limitCase.lastWarnedAt, now, limitCase.zone, facts.window)
  return now < at ? wait(at, 'clock') : null
}

/** LIM-11: restricted, not seen for six calendar months, and told 30 days before. */
function decideCandidacy(limitCase: LimitCase, facts: Facts, now: number): Decision {
  if (!isRestricted(limitCase)) return wait(null, 'nothing')
  const { announcedFor, toldAt, bounced, since } = limitCase.candidacy
  const on = candidateOn(limitCase, facts.lastSeenAt)
  if (announcedFor !== null && (on !== announcedFor || (bounced && facts.addressCorrected))) return { do: 'drop_candidacy' }
  if (since !== null) return wait(null, 'nothing')
  if (announcedFor === null) {
    const at = nextInWindow(Math.max(now, tellOn(on, limitCase.zone)), facts.window, limitCase.zone)
    return now < at ? wait(at, 'clock') : { do: 'announce_deletion', on }
  }
  if (bounced) return wait(null, 'address')
  if (toldAt === null) return facts.mail === null || facts.mail.state === 'withdrawn' ? { do: 'drop_candidacy' } : decidePending(facts, null)
  const at = Math.max(on, notBeforeTold(toldAt, limitCase.zone))
  return now < at ? wait(at, 'clock') : { do: 'become_candidate' }
}

/** SCH-03: what restricts or upgrades waits while the clock is in doubt. */
export function enforcesNext(limitCase: LimitCase): boolean {
  if (!isOpen(limitCase)) return false
  if (limitCase.state === 'approval') return true
  return limitCase.state === 'warning' && handedOver(limitCase).length === 3
}
