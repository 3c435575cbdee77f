import { externalId } from '@features/accounts/index'
import { record } from '@kernel/journal/index'
import type { DueItem, StepReport, Task } from '@kernel/scheduler/index'
import type { Unit } from '@kernel/unit'
import { lift, place, tellHeld, tellReleased, type Holding } from '../carry-out'
import { clickAwaited, ended, raised } from '../events'
import { clickPolicy } from '../reconcile'
import { readSegmentSettings } from '../settings'
import { heldBy, loadSource } from '../store'
import { finished, started } from './events'
import { loadWindow, namedIn, type Window } from './store'

interface PartItem extends DueItem {
  readonly window: string
  readonly owner: string
}

interface DuePart {
  maintenance: string
  account: string
  state: 'planned' | 'running'
  due_at: number
}

/** SEG-06: windows start and end on time, one account at a step. A doubted clock (SCH-03) doesn't keep technicians waiting. */
export const maintenanceTask: Task<PartItem> = {
  feature: 'segments',
  nextDue: (db, after) => db.get<{ at: number | null }>('SELECT min(due_at) AS at FROM maintenance_account WHERE due_at > ?', after)?.at ?? null,
  due: (db, { now, limit }) =>
    db
      .all<DuePart>(
        'SELECT maintenance, account, state, due_at FROM maintenance_account WHERE due_at <= ? ORDER BY due_at, maintenance, account LIMIT ?',
        now,
        limit,
      )
      .map(({ maintenance, account, state, due_at }) => ({
        key: `segments-maintenance/${maintenance}/${account}`,
        step: state === 'planned' ? 'maintenance_start' : 'maintenance_end',
        dueAt: due_at,
        account,
        window: maintenance,
        owner: account,
      })),
  carryOut: (unit, { window, owner }) => stepPart(unit, window, owner),
}

/** Starts or ends an account's part of a window, as it is due. */
export function stepPart(unit: Unit, id: string, account: string): StepReport[] {
  const window = loadWindow(unit.db, id)
  const part = unit.db.get<{ state: string; due_at: number | null }>(
    'SELECT state, due_at FROM maintenance_account WHERE maintenance = ? AND account = ?',
    id,
    account,
  )
  if (window === null || part === undefined || part.due_at === null || part.due_at > unit.now) return []
  const report = (step: string): StepReport[] => [
    { at: unit.now, feature: 'segments', step, entity: externalId(unit.db, 'account', account), rule: 'SEG-06' },
  ]
  if (part.state === 'running') {
    finish(unit, window, account)
    return report('maintenance_end')
  }
  // Reeve was off all the while: nothing was stopped, and nothing is.
  if (window.endsAt <= unit.now) {
    record(unit, finished, { entity: id, account, version: window.version, rule: 'SEG-06', body: {}, before: 'planned', after: 'over' })
    return []
  }
  start(unit, window, account)
  return report('maintenance_start')
}

function start(unit: Unit, { id, endsAt, version }: Window, account: string): void {
  const source = loadSource(unit.db, id)
  const at = source?.state === 'holding' ? source.version : (source?.version ?? 0) + 1
  if (source?.state !== 'holding')
    record(unit, raised, {
      entity: id,
      account,
      version: at,
      rule: 'SEG-06',
      body: { cause: 'maintenance', stage: 1, until: endsAt },
      after: 'holding',
    })
  record(unit, started, { entity: id, account, version, rule: 'SEG-06', body: { ends: endsAt }, before: 'planned', after: 'running' })
  const holding: Holding = { account, cause: 'maintenance', source: id, version: at, rule: 'SEG-06' }
  const entries = place(unit, holding, namedIn(unit.db, id, account), endsAt)
  if (entries.length > 0) tellHeld(unit, holding, entries, 1)
}

function finish(unit: Unit, { id, version }: Window, account: string): void {
  record(unit, finished, { entity: id, account, version, rule: 'SEG-06', body: {}, before: 'running', after: 'over' })
  const source = loadSource(unit.db, id)
  const click = clickPolicy(readSegmentSettings(unit.db).clicks).maintenance
  if (!click) {
    const holding: Holding = { account, cause: 'maintenance', source: id, version: source?.version ?? 1, rule: 'SEG-05' }
    const entries = lift(unit, holding, heldBy(unit.db, id, account))
    if (entries.length > 0) tellReleased(unit, holding, entries)
  }
  const open = unit.db.get("SELECT 1 FROM maintenance_account WHERE maintenance = ? AND state <> 'over' LIMIT 1", id)
  if (open !== undefined || source === null) return
  const after = click ? 'click' : 'over'
  record(unit, click ? clickAwaited : ended, {
    entity: id,
    account: null,
    version: source.version + 1,
    rule: 'SEG-05',
    body: { newly_blocked: null },
    before: source.state,
    after,
  })
}
