import type { DryRunResult, DryRunStep } from '@contract/limits'
import type { ReadDb } from '@kernel/database/index'
import { nextInWindow } from '@kernel/calendar/index'
import { externalId } from '@features/accounts/index'
import { isClockDoubted, isPaused } from '@kernel/scheduler/index'
import { isOpen, pendingWarning, type Facts, type LimitCase } from './case'
import { changeFor, toldChange, warnedChange } from './change'
import { loadFacts, surroundings, type Surroundings } from './facts'
import { shownVersion } from './row'
import { decide, enforcesNext } from './rules'
import { loadCase } from './store'
import { nextStepAt } from './timing'

/** One case on its way through the imagined future. */
interface Walker {
  limitCase: LimitCase
  facts: Facts
  readonly version: number
  /** When something happens to it next; null: nothing does. */
  at: number | null
}

/** The next hand-over imagined at the first try (LIM-13); a message a person must look at, or a pause holds, goes nowhere. */
function handOverAt({ limitCase, facts }: Walker, now: number): number | null {
  const { mail, window } = facts
  if (mail === null || mail.held || limitCase.state === 'paused' || (mail.state !== 'planned' && mail.state !== 'retry')) return null
  const from = Math.max(now, mail.dueAt ?? now)
  return pendingWarning(limitCase) === null
    ? nextInWindow(from, window, limitCase.zone)
    : nextStepAt(limitCase.lastWarnedAt, from, limitCase.zone, window)
}

const awaitsHandOver = ({ limitCase }: Walker): boolean =>
  isOpen(limitCase) && (pendingWarning(limitCase) !== null || (limitCase.candidacy.announcedFor !== null && limitCase.candidacy.toldAt === null))

function schedule(walker: Walker, now: number, clockDoubted: boolean): void {
  const due = walker.limitCase.dueAt
  const blocked = due === null || !isOpen(walker.limitCase) || walker.facts.importWaits || (clockDoubted && enforcesNext(walker.limitCase))
  const step = blocked ? null : Math.max(now, due)
  const handed = awaitsHandOver(walker) ? handOverAt(walker, now) : null
  walker.at = step === null ? handed : handed === null ? step : Math.min(step, handed)
}

/** Moves one case on by one event at its time; tells the step a run would report, if it is one. The same rules and changes as the live desk's. */
function advance(walker: Walker, at: number, clockDoubted: boolean): { step: string; rule: string; from: string | null; to: string | null } | null {
  const { limitCase, facts } = walker
  const handed = awaitsHandOver(walker) ? handOverAt(walker, at) : null
  if (handed !== null && handed <= at) {
    const pending = pendingWarning(limitCase)
    const change =
      pending === null ? toldChange(limitCase, at, facts, at) : warnedChange(limitCase, { round: limitCase.round, n: pending.n, sent: at }, facts, at)
    walker.limitCase = change.after(limitCase, at)
    walker.facts = { ...facts, mail: null }
    schedule(walker, at, clockDoubted)
    return null
  }
  const decision = decide(limitCase, facts, at)
  const change = changeFor(decision, limitCase, facts, at)
  if (change === null) {
    walker.at = null
    return null
  }
  walker.limitCase = change.after(limitCase, at)
  if (decision.do === 'warn' || decision.do === 'announce_deletion')
    walker.facts = { ...facts, mail: { state: 'planned', dueAt: at, problem: null, held: false } }
  else if (decision.do !== 'wait' && decision.do !== 'resume') walker.facts = { ...facts, mail: null }
  const bySchedule = decision.do === 'upgrade' ? { from: facts.plan.name, to: decision.to.name } : { from: null, to: null }
  schedule(walker, at, clockDoubted)
  return change.step === null ? null : { step: change.step, rule: change.rule, ...bySchedule }
}

/** Nobody reads further; each walked case costs its facts. */
const MOST_CASES = 5_000

interface Upcoming {
  readonly ids: readonly string[]
  /** ms UTC: from here on cases are missing; null: these are all. */
  readonly cutAt: number | null
}

/** Cases to which something happens by then, soonest first: due ones, and those whose message waits for its hand-over. */
function upcoming(db: ReadDb, now: number, until: number): Upcoming {
  const sources = [
    db.all<{ id: string; at: number }>(
      `SELECT substr(key, 8, 36) AS id, due_at AS at FROM message INDEXED BY message_due WHERE due_at <= ? AND template IN ('limits.warning', 'limits.deletion_announced')
       ORDER BY due_at, id LIMIT ?`,
      until,
      MOST_CASES + 1,
    ),
    ...[0, 1].map((enforces) =>
      db.all<{ id: string; at: number }>(
        'SELECT id, due_at AS at FROM limit_case WHERE enforces = ? AND due_at <= ? ORDER BY due_at, id LIMIT ?',
        enforces,
        until,
        MOST_CASES + 1,
      ),
    ),
  ]
  const merged = sources.flat().sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const ids = new Set<string>()
  for (const { id, at } of merged) {
    if (ids.size >= MOST_CASES && !ids.has(id)) return { ids: [...ids], cutAt: Math.max(at, now) }
    ids.add(id)
  }
  return { ids: [...ids], cutAt: null }
}

export interface DryRunOptions {
  /** ms UTC */
  readonly now: number
  readonly until: number
  readonly ids: readonly string[] | null
  readonly limit: number
}

/** LIM-13: every step the scheduler would take until then, in order, without taking any. */
export function dryRun(db: ReadDb, { now, until, ids, limit }: DryRunOptions): DryRunResult {
  const result: DryRunResult = { until, steps: [], counts: { warnings: 0, restrictions: 0, upgrades: 0, approvals: 0, other: 0 }, more: false }
  if (isPaused(db)) return result
  const clockDoubted = isClockDoubted(db)
  const around = surroundings(db)
  const { ids: walked, cutAt } = ids === null ? upcoming(db, now, until) : { ids, cutAt: null }
  const end = cutAt === null ? until : Math.min(until, cutAt - 1)
  const steps: DryRunStep[] = []
  for (const id of walked) {
    const walker = start(db, id, { now, clockDoubted, around })
    while (walker !== null && walker.at !== null && walker.at <= end) {
      const { at } = walker
      const done = advance(walker, at, clockDoubted)
      if (done !== null) steps.push(asStep(walker, at, done))
    }
  }
  steps.sort((a, b) => a.at - b.at || (a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : 0))
  for (const step of steps) count(result.counts, step.step)
  result.more = cutAt !== null || steps.length > limit
  result.steps = steps.slice(0, limit).map((step) => ({ ...step, ...named(db, step.accountUuid) }))
  return result
}

function start(db: ReadDb, id: string, { now, clockDoubted, around }: { now: number; clockDoubted: boolean; around: Surroundings }): Walker | null {
  const limitCase = loadCase(db, id)
  if (limitCase === null || !isOpen(limitCase)) return null
  const facts = loadFacts(db, limitCase.account, limitCase, around)
  if (facts === null) return null
  const walker: Walker = { limitCase, facts, version: shownVersion(db, limitCase), at: null }
  schedule(walker, now, clockDoubted)
  return walker
}

function asStep(
  { limitCase, version }: Walker,
  at: number,
  done: { step: string; rule: string; from: string | null; to: string | null },
): DryRunStep {
  const { step, rule, from, to } = done
  return {
    at,
    feature: 'limits',
    step,
    entity: '',
    accountUuid: limitCase.account,
    company: '',
    rule,
    caseId: limitCase.id,
    version,
    fromPlan: from,
    toPlan: to,
  }
}

/** Names are read for the steps shown alone. */
function named(db: ReadDb, account: string): { entity: string; company: string } {
  const company = db.get<{ company: string }>('SELECT company FROM account WHERE id = ?', account)?.company ?? ''
  return { entity: externalId(db, 'account', account), company }
}

function count(counts: DryRunResult['counts'], step: string): void {
  if (step.startsWith('warn ')) counts.warnings += 1
  else if (step === 'restrict') counts.restrictions += 1
  else if (step === 'upgrade') counts.upgrades += 1
  else if (step === 'ask_approval') counts.approvals += 1
  else counts.other += 1
}
