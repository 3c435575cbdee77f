import type { FeedKind } from '@contract/feeds'
import type { ReadDb } from '@kernel/database/index'
import { NOTHING_FOLLOWED, type Followed } from '@kernel/catalog'
import { record } from '@kernel/journal/index'
import { showNotice } from '@kernel/outbox/index'
import type { StepReport } from '@kernel/scheduler/index'
import type { Unit } from '@kernel/unit'
import { accountForLimits, setWarned, type AccountForLimits } from '@features/accounts/index'
import { isOpen, type Facts, type LimitCase } from './case'
import { carryOut, NOTICE } from './carry-out'
import { change, dueOf } from './change'
import { mooted, opened } from './events'
import { newCase } from './new-case'
import { factsOf, loadFacts, runningImport, surroundings, type Surroundings } from './facts'
import { showRow } from './row'
import { decide, type Decision } from './rules'
import { loadCase, loadOpenCase } from './store'
import { causeOf, excessOver, isOver, modeOf, overPermille } from './usage'

/** Facts act at once on these; all other steps are the scheduler's, in their window. */
const AT_ONCE: ReadonlySet<Decision['do']> = new Set(['moot', 'resolve', 'restart', 'stop', 'drop_candidacy'])

/**
 * FED-06: facts about these accounts (internal uuids) changed; opens, resolves, lifts and restarts cases in the same transaction.
 * `kind` is the feed that brought them; null: a command.
 */
export function evaluateAccounts(unit: Unit, accounts: readonly string[], kind: FeedKind | null = null): Followed {
  const followed = { ...NOTHING_FOLLOWED }
  const around = surroundings(unit.db)
  for (const account of concerned(unit.db, accounts, around)) {
    const row = accountForLimits(unit.db, account)
    if (row === null) continue
    const limitCase = loadOpenCase(unit.db, account)
    if (limitCase === null) {
      if (openCase(unit, row, around, kind)) followed.casesOpened += 1
    } else if (reconsider(unit, limitCase, factsOf(unit.db, row, limitCase, around)) === 'closed') followed.casesResolved += 1
  }
  return followed
}

const CHUNK = 500

/** Most accounts are within limits and have no case: asked in chunks, they cost an import almost nothing. */
function concerned(db: ReadDb, accounts: readonly string[], { plans }: Surroundings): Set<string> {
  const limits = new Map(plans.map((plan) => [plan.id, plan.limits]))
  const found = new Set<string>()
  for (let at = 0; at < accounts.length; at += CHUNK) {
    const chunk = JSON.stringify(accounts.slice(at, at + CHUNK))
    const usage = db.all<{ account: string; plan: string; resource: string; used: number }>(
      'SELECT u.account, a.plan, u.resource, u.used FROM json_each(?) t CROSS JOIN account a ON a.id = t.value CROSS JOIN usage u ON u.account = a.id',
      chunk,
    )
    for (const { account, plan, resource, used } of usage) {
      const limit = limits.get(plan)?.[resource]
      if (limit !== undefined && used > limit) found.add(account)
    }
    const open = db.all<{ account: string }>(
      'SELECT c.account FROM json_each(?) t CROSS JOIN limit_case c ON c.account = t.value AND c.closed_at IS NULL',
      chunk,
    )
    for (const { account } of open) found.add(account)
  }
  return found
}

/** LIM-03 */
function openCase(unit: Unit, row: AccountForLimits, around: Surroundings, kind: FeedKind | null): boolean {
  const facts = factsOf(unit.db, row, null, around)
  if (facts.closed || !isOver(facts)) return false
  const id = unit.ids.next()
  const base = {
    cause: causeOf(facts, row.planChange, kind),
    zone: facts.zone,
    mode: modeOf(facts),
    import: unit.actor.kind === 'feed' ? runningImport(unit.db) : null,
  }
  const draft = newCase(id, row.id, unit.now, 1, { ...base, due: unit.now })
  const lastWarnedAt = unit.db.get<{ at: number | null }>('SELECT max(last_warned_at) AS at FROM limit_case WHERE account = ?', row.id)?.at ?? null
  const due = dueOf({ ...draft, lastWarnedAt }, facts, unit.now) ?? unit.now
  record(unit, opened, { entity: id, account: row.id, version: 1, rule: 'LIM-03', body: { ...base, due }, after: 'warning' })
  showNotice(unit, row.id, NOTICE.over)
  setWarned(unit, row.id, true)
  showRow(unit.db, { ...draft, dueAt: due, lastWarnedAt }, overPermille(excessOver(facts.usage, facts.plan)), unit.now)
  unit.changed('limits', 'accounts', 'today')
  return true
}

/** The case under new facts: acts at once where a fact decides, else sees that the scheduler looks in time. */
export function reconsider(unit: Unit, limitCase: LimitCase, facts: Facts): 'open' | 'closed' {
  const decision = decide(limitCase, facts, unit.now)
  if (AT_ONCE.has(decision.do)) {
    carryOut(unit, limitCase, facts, decision)
    return decision.do === 'moot' || decision.do === 'resolve' ? 'closed' : 'open'
  }
  const due = decision.do === 'wait' ? decision.until : limitCase.dueAt !== null && limitCase.dueAt <= unit.now ? limitCase.dueAt : unit.now
  carryOut(unit, limitCase, facts, { do: 'wait', until: due, for: 'nothing' })
  showRow(unit.db, { ...limitCase, dueAt: due }, overPermille(excessOver(facts.usage, facts.plan)), unit.now)
  unit.changed('limits')
  return 'open'
}

/**
 * LIM-05: looks at one case again and does what is due now: one step. Null: nothing a person would call a step.
 * @throws when a due case would stay due: better visible work than a loop
 */
export function stepCase(unit: Unit, id: string, around: Surroundings = surroundings(unit.db)): StepReport | null {
  const limitCase = loadCase(unit.db, id)
  if (limitCase === null || !isOpen(limitCase)) return null
  const facts = loadFacts(unit.db, limitCase.account, limitCase, around)
  if (facts === null) {
    change(mooted, 'CAP-03', 'moot', {}).record(unit, limitCase)
    return null
  }
  const decision = decide(limitCase, facts, unit.now)
  if (decision.do === 'wait' && decision.until !== null && decision.until <= unit.now) throw new Error('a due case stays due')
  return carryOut(unit, limitCase, facts, decision)
}
