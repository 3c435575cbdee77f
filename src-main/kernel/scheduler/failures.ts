import type { ReadDb, WriteDb } from '../database'
import { asCallError } from '../refusal'
import type { DueItem } from './task'

export interface StepFailure {
  key: string
  feature: string
  step: string
  first_at: number
  attempts: number
  next_at: number
  code: string
}

const MINUTE = 60_000
const LONGEST_WAIT = 6 * 60 * MINUTE

/** A failed step stays visible as work and is tried again: after 1, 2, 4 … minutes, at most 6 hours. */
export function noteFailure(db: WriteDb, feature: string, item: DueItem, now: number, thrown: unknown): void {
  const error = asCallError(thrown)
  const code = error.code === 'internal' ? `internal_${String(error.params['name'])}` : error.code
  const attempts = (db.get<{ attempts: number }>('SELECT attempts FROM step_failure WHERE key = ?', item.key)?.attempts ?? 0) + 1
  const next = now + Math.min(LONGEST_WAIT, MINUTE * 2 ** Math.min(attempts - 1, 10))
  db.run(
    `INSERT INTO step_failure (key, feature, step, first_at, attempts, next_at, code) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET attempts = excluded.attempts, next_at = excluded.next_at, code = excluded.code`,
    item.key,
    feature,
    item.step,
    now,
    attempts,
    next,
    code,
  )
}

export function clearFailure(db: WriteDb, key: string): void {
  db.run('DELETE FROM step_failure WHERE key = ?', key)
}

/** Keys of the feature's steps that wait for their next try. */
export function waitingFailures(db: ReadDb, feature: string, now: number): Set<string> {
  const rows = db.all<{ key: string }>('SELECT key FROM step_failure WHERE feature = ? AND next_at > ?', feature, now)
  return new Set(rows.map(({ key }) => key))
}

export function nextRetry(db: ReadDb, after: number): number | null {
  return db.get<{ at: number | null }>('SELECT min(next_at) AS at FROM step_failure WHERE next_at > ?', after)?.at ?? null
}

export function listFailures(db: ReadDb): StepFailure[] {
  return db.all<StepFailure>('SELECT * FROM step_failure ORDER BY first_at LIMIT 100')
}
