import type { Detail } from '@kernel/journal/index'
import { record } from '@kernel/journal/index'
import type { Unit } from '@kernel/unit'
import type { Facts, LimitCase } from './case'
import * as events from './events'
import { withInHand, type CaseEvent } from './case-event'
import { decide, type Decision } from './rules'
import { modeOf } from './usage'

/** One decision, ready to be journaled by the live desk or only imagined by a dry run. */
export interface Change {
  readonly rule: string
  /** What `run` reports; null: nothing a person would call a step. */
  readonly step: string | null
  /** The case after it. Pure. */
  after(limitCase: LimitCase, at: number): LimitCase
  record(unit: Unit, limitCase: LimitCase, detail?: Detail | null): LimitCase
}

export function change<Body>(event: CaseEvent<Body>, rule: string, step: string | null, body: Body): Change {
  const after = (limitCase: LimitCase, at: number): LimitCase => ({ ...event.evolve(limitCase, body, at), version: limitCase.version + 1 })
  return {
    rule,
    step,
    after,
    record(unit, limitCase, detail = null) {
      const next = after(limitCase, unit.now)
      const { id: entity, account } = limitCase
      withInHand(limitCase, () =>
        record(unit, event.definition, { entity, account, version: next.version, rule, body, before: limitCase.state, after: next.state, detail }),
      )
      return next
    },
  }
}

/** When the scheduler must look at a case in this state: now if something is to be done, else when the rules say. */
export function dueOf(limitCase: LimitCase, facts: Facts, now: number): number | null {
  const decision = decide(limitCase, facts, now)
  return decision.do === 'wait' ? decision.until : now
}

/** Fills in `due` from the rules themselves: what the case will wait for once it is in its new state. */
export function scheduled<Body extends { due: number | null }>(
  event: CaseEvent<Body>,
  rule: string,
  step: string | null,
  body: Omit<Body, 'due'>,
  on: { limitCase: LimitCase; facts: Facts; now: number },
): Change {
  const { limitCase, facts, now } = on
  const due = dueOf(event.evolve(limitCase, { ...body, due: null } as Body, now), facts, now)
  return change(event, rule, step, { ...body, due } as Body)
}

/** The message just planned waits for its hand-over. */
const handingOver = (facts: Facts, now: number): Facts => ({ ...facts, mail: { state: 'planned', dueAt: now, problem: null, held: false } })
const noMail = (facts: Facts): Facts => ({ ...facts, mail: null })

const RESTART_RULE = {
  plan_moved: 'LIM-18',
  stalled: 'LIM-18',
  announcement_changed: 'LIM-18',
  address_corrected: 'LIM-16',
  operator: 'LIM-16',
  withdrawn: 'LIM-04',
} as const

/** What a decision changes; null: nothing, the case waits as it did. */
export function changeFor(decision: Decision, limitCase: LimitCase, facts: Facts, now: number): Change | null {
  const on = { limitCase, facts, now }
  switch (decision.do) {
    case 'wait':
      return decision.until === limitCase.dueAt ? null : change(events.rescheduled, 'SCH-01', null, { due: decision.until })
    case 'moot':
      return change(events.mooted, 'CAP-03', 'moot', {})
    case 'resolve':
      return change(events.resolved, limitCase.restrictedAt === null ? 'LIM-06' : 'LIM-10', 'resolve', {})
    case 'restart': {
      const body = { ground: decision.ground, mode: modeOf(facts), round: limitCase.round + 1 }
      return scheduled(events.restarted, RESTART_RULE[decision.ground], 'restart', body, { ...on, facts: noMail(facts) })
    }
    case 'stop':
      return change(events.stopped, 'LIM-16', 'stop', {})
    case 'resume':
      return scheduled(events.resumed, 'LIM-14', 'resume', {}, on)
    case 'warn': {
      const { n, announces } = decision
      const body = { round: limitCase.round, n, plan: announces?.id ?? null, price: announces?.priceMinor ?? null }
      return scheduled(events.warningPlanned, 'LIM-03', `warn ${n}`, body, { ...on, facts: handingOver(facts, now) })
    }
    case 'restrict':
      return scheduled(events.restricted, 'LIM-07', 'restrict', {}, { ...on, facts: noMail(facts) })
    case 'upgrade':
      return change(events.upgraded, 'LIM-08', 'upgrade', { from: facts.plan.id, to: decision.to.id })
    case 'ask_approval':
      return scheduled(events.approvalAsked, 'LIM-08', 'ask_approval', { ground: decision.ground }, on)
    case 'announce_deletion': {
      const body = { on: decision.on, nth: limitCase.candidacy.announcements + 1 }
      return scheduled(events.deletionAnnounced, 'LIM-11', 'announce_deletion', body, { ...on, facts: handingOver(facts, now) })
    }
    case 'become_candidate':
      return change(events.becameCandidate, 'LIM-11', 'candidate', {})
    case 'drop_candidacy':
      return scheduled(events.candidacyDropped, 'LIM-11', null, {}, { ...on, facts: noMail(facts) })
  }
}

/** LIM-04: a warning was handed over at `sent` (ms UTC). A late word on an earlier round leaves the standing one waiting for its own mail. */
export function warnedChange(limitCase: LimitCase, warning: { round: number; n: number; sent: number }, facts: Facts, now: number): Change {
  return scheduled(events.warned, 'LIM-04', null, warning, { limitCase, facts: warning.round === limitCase.round ? noMail(facts) : facts, now })
}

/** LIM-11: the announcement was handed over. */
export function toldChange(limitCase: LimitCase, sent: number, facts: Facts, now: number): Change {
  return scheduled(events.deletionTold, 'LIM-11', null, { sent }, { limitCase, facts: noMail(facts), now })
}
