import { externalId } from '@features/accounts/index'
import type { ReadDb } from '@kernel/database/index'
import { isClockDoubted, isPaused, type StepReport } from '@kernel/scheduler/index'
import { overdueAt } from './rules'
import { readSegmentSettings } from './settings'

/** LIM-13, SEG-06, SEG-07: windows that start or end and invoices that climb until then (ms UTC), as long as no fact changes; writes nothing. */
export function foreseenSteps(db: ReadDb, now: number, until: number): StepReport[] {
  if (isPaused(db)) return []
  const steps: StepReport[] = []
  const add = (at: number, step: string, entity: string, rule: string): void =>
    void (at <= until && steps.push({ at: Math.max(at, now), feature: 'segments', step, entity, rule }))
  const parts = db.all<{ account: string; state: string; starts_at: number; ends_at: number }>(
    `SELECT m.account, m.state, w.starts_at, w.ends_at FROM maintenance_account m JOIN maintenance_window w ON w.id = m.maintenance WHERE m.due_at <= ?`,
    until,
  )
  for (const { account, state, starts_at, ends_at } of parts) {
    const entity = externalId(db, 'account', account)
    if (state === 'planned' && ends_at <= now) continue
    if (state === 'planned') add(starts_at, 'maintenance_start', entity, 'SEG-06')
    add(ends_at, 'maintenance_end', entity, 'SEG-06')
  }
  if (isClockDoubted(db)) return steps
  const { segmentDays, accountDays } = readSegmentSettings(db)
  const invoices = db.all<{ id: string; due_on: string; zone: string; climbs_at: number }>(
    'SELECT i.id, i.due_on, a.time_zone AS zone, i.climbs_at FROM invoice i JOIN account a ON a.id = i.account WHERE i.climbs_at <= ?',
    until,
  )
  for (const { id, due_on, zone, climbs_at } of invoices) {
    const entity = externalId(db, 'invoice', id)
    const whole = overdueAt(due_on, accountDays, zone)
    const first = overdueAt(due_on, segmentDays, zone)
    if (climbs_at === first && whole > now) add(first, 'hold', entity, 'SEG-07')
    add(whole, 'hold_account', entity, 'SEG-07')
  }
  return steps
}
