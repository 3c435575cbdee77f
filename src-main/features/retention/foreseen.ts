import type { ForeseenStep } from '@contract/retention'
import type { ReadDb } from '@kernel/database/index'
import { isClockDoubted, isPaused } from '@kernel/scheduler/index'
import { externalId } from '@features/accounts/index'
import { eraseDue, nextLook, type Purge } from './rules'
import { candidacyOf, loadPurge } from './store'

export interface Foreseen {
  readonly steps: ForeseenStep[]
  /** From when on (ms UTC) nothing else happens to an account, by internal uuid (CAP-03). */
  readonly closings: ReadonlyMap<string, number>
}

/** LIM-13, RET-08: what cancellations, holds and purges lead to until then (ms UTC), as long as no fact changes; writes nothing. */
export function foreseen(db: ReadDb, now: number, until: number): Foreseen {
  const steps: ForeseenStep[] = []
  const closings = new Map<string, number>()
  if (isPaused(db)) return { steps, closings }
  const doubted = isClockDoubted(db)
  const add = (at: number, feature: string, step: string, account: string, rule: string): void =>
    void steps.push({ at: Math.max(at, now), feature, step, entity: externalId(db, 'account', account), rule })
  const close = (account: string, at: number): void => void closings.set(account, Math.min(at, closings.get(account) ?? Infinity))

  const holds = heldUntil(db)
  const walk = (purge: Walked): void => {
    let { announcedAt } = purge
    if (purge.ground === 'cancelled' && announcedAt === null) {
      const { next } = nextLook(purge)
      if (next === null || Math.max(next, now) > until) return
      announcedAt = Math.max(next, now)
      add(announcedAt, 'retention', 'announce', purge.account, 'RET-02')
    }
    const { next } = nextLook({ ...purge, state: 'planned', announcedAt })
    const at = Math.max(next ?? now, now, holds.get(purge.account) ?? 0)
    if (at > until || doubted) return
    add(at, 'retention', 'erase', purge.account, purge.ground === 'cancelled' ? 'RET-01' : 'RET-03')
    close(purge.account, at)
  }

  const cancellations = db.all<{ account: string; ends: number; due_at: number; last_day: string; zone: string }>(
    'SELECT account, ends, due_at, last_day, zone FROM cancellation WHERE ends IN (0, 1) AND due_at <= ? ORDER BY due_at, id',
    until,
  )
  for (const { account, ends, due_at: due, last_day: lastDay, zone } of cancellations) {
    if (ends === 0) add(due, 'cancellation', 'lapse', account, 'CAN-01')
    else if (!doubted) {
      add(due, 'cancellation', 'end_access', account, 'CAN-03')
      close(account, Math.max(due, now))
      walk({ account, ground: 'cancelled', state: 'planned', dueAt: eraseDue(lastDay, zone).dueAt, announcedAt: null, zone })
    }
  }
  for (const { account, ends_at: at } of db.all<{ account: string; ends_at: number }>(
    'SELECT account, ends_at FROM legal_hold WHERE ended_at IS NULL AND ends_at <= ? ORDER BY ends_at, id',
    until,
  ))
    add(at, 'retention', 'end_hold', account, 'RET-02')
  for (const { id } of db.all<{ id: string }>("SELECT id FROM purge WHERE state IN ('planned', 'held') ORDER BY due_at, id")) {
    const purge = loadPurge(db, id)!
    if (purge.ground === 'cancelled' || candidacyOf(db, purge.account) !== null) walk(purge)
  }
  return { steps: steps.sort((a, b) => a.at - b.at), closings }
}

type Walked = Pick<Purge, 'account' | 'ground' | 'state' | 'dueAt' | 'announcedAt' | 'zone'>

/** When the last hold on an account ends, ms UTC. */
function heldUntil(db: ReadDb): Map<string, number> {
  const rows = db.all<{ account: string; at: number }>('SELECT account, max(ends_at) AS at FROM legal_hold WHERE ended_at IS NULL GROUP BY account')
  return new Map(rows.map(({ account, at }) => [account, at]))
}
