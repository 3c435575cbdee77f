import type { SetupState } from '@contract/sharing'
import { NOTHING_FOLLOWED, type Followed } from '@kernel/catalog'
import { record } from '@kernel/journal/index'
import { planMessage, removeNotice, showNotice } from '@kernel/outbox/index'
import type { Unit } from '@kernel/unit'
import { setupEvents } from './events'
import { loadAutomation, setupFacts } from './facts'
import { conditionsOf, missingOf, nextTurn, stateAfter } from './rules'
import { loadSetup, type Setup } from './store'

type SetupEventName = keyof typeof setupEvents

/**
 * SHR-02, SHR-06: looks at a setup as the facts are now. `since` (ms UTC, not after now): when the fact that changed became true.
 * Answers what happened; null: nothing.
 */
export function evaluateSetup(unit: Unit, id: string, since: number = unit.now): SetupEventName | null {
  const { db, now } = unit
  const automation = loadAutomation(db, id)
  if (automation === null) return null
  const before = loadSetup(db, id)
  if (automation.removed) {
    unit.db.run('DELETE FROM sharing_look WHERE automation = ?', id)
    if (before === null || before.state === 'ended') return null
    return note(unit, { ...before, state: 'ended', waitsFor: [] }, before, since)
  }
  const facts = setupFacts(db, automation)
  lookAgainAt(unit, id, nextTurn(facts, now))
  const waitsFor = missingOf(conditionsOf(facts, now))
  const state = stateAfter(before?.state ?? null, waitsFor)
  const { account, receiver } = automation
  if (before !== null && before.state === state && before.receiver === receiver && String(before.waitsFor) === String(waitsFor)) return null
  return note(unit, { id, account, receiver, state, waitsFor, version: before?.version ?? 0 }, before, Math.min(since, now))
}

function lookAgainAt({ db }: Unit, id: string, at: number | null): void {
  if (at === null) db.run('DELETE FROM sharing_look WHERE automation = ?', id)
  else db.run('INSERT OR REPLACE INTO sharing_look (automation, due_at) VALUES (?, ?)', id, at)
}

function eventFor(before: SetupState | null, after: SetupState): SetupEventName {
  if (after === 'ended') return 'ended'
  if (before === null) return 'opened'
  if (before === after) return 'waits_changed'
  if (after === 'active') return before === 'paused' ? 'resumed' : 'activated'
  return after === 'paused' ? 'paused' : 'waits_changed'
}

function note(unit: Unit, after: Setup, before: Setup | null, since: number): SetupEventName {
  const name = eventFor(before?.state ?? null, after.state)
  const version = after.version + 1
  record(unit, setupEvents[name], {
    entity: after.id,
    account: after.account,
    version,
    rule: name === 'paused' || name === 'resumed' ? 'SHR-06' : 'SHR-02',
    body: { receiver: after.receiver, state: after.state, waits: [...after.waitsFor], since },
    before: before?.state ?? null,
    after: after.state,
  })
  for (const party of [after.account, after.receiver]) {
    if (name === 'paused' || name === 'resumed')
      planMessage(unit, {
        key: `sharing/${after.id}/${name}/${version}/${party === after.account ? 'sender' : 'receiver'}`,
        account: party,
        template: `sharing.${name}`,
        rule: 'SHR-06',
        params: { automation: after.id, version },
      })
    showPauses(unit, party)
  }
  unit.changed('sharing', 'today')
  return name
}

/** One notice an account, as long as anything it sends or receives is paused. */
function showPauses(unit: Unit, account: string): void {
  const paused = unit.db.get(
    `SELECT 1 FROM sharing_setup WHERE account = ? AND state = 'paused' UNION ALL SELECT 1 FROM sharing_setup WHERE receiver = ? AND state = 'paused' LIMIT 1`,
    account,
    account,
  )
  if (paused === undefined) removeNotice(unit, account, 'sharing_paused')
  else showNotice(unit, account, 'sharing_paused')
}

/** `where` about `automation t`, with one parameter: a JSON list of internal uuids. */
export function evaluateWhere(unit: Unit, where: string, ids: readonly string[], since?: number): void {
  if (ids.length === 0) return
  const found = unit.db.all<{ id: string }>(
    `SELECT DISTINCT t.id FROM json_each(?) j CROSS JOIN automation t ON ${where} ORDER BY t.id`,
    JSON.stringify(ids),
  )
  for (const { id } of found) evaluateSetup(unit, id, since)
}

/** CAP-03, CAP-04, SHR-06: accounts changed, on either side. */
export function evaluateAccounts(unit: Unit, accounts: readonly string[], since?: number): void {
  evaluateWhere(unit, 't.account = j.value', accounts, since)
  evaluateWhere(unit, 't.receiver = j.value', accounts, since)
}

export function accountsTouched(unit: Unit, accounts: readonly string[]): Followed {
  evaluateAccounts(unit, accounts)
  return NOTHING_FOLLOWED
}
