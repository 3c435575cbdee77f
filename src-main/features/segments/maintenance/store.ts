import type { ReadDb } from '@kernel/database/index'

export interface Window {
  readonly id: string
  /** ms UTC */
  readonly startsAt: number
  readonly endsAt: number
  readonly toldFrom: number
  readonly emergency: boolean
  readonly segments: number
  readonly text: string | null
  readonly cancelled: boolean
  readonly version: number
}

interface WindowRecord {
  id: string
  starts_at: number
  ends_at: number
  told_from: number
  emergency: number
  segments: number
  text: string | null
  cancelled_at: number | null
  version: number
}

export const asWindow = (row: WindowRecord): Window => ({
  id: row.id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  toldFrom: row.told_from,
  emergency: row.emergency === 1,
  segments: row.segments,
  text: row.text,
  cancelled: row.cancelled_at !== null,
  version: row.version,
})

export function loadWindow(db: ReadDb, id: string): Window | null {
  const row = db.get<WindowRecord>('SELECT * FROM maintenance_window WHERE id = ?', id)
  return row === undefined ? null : asWindow(row)
}

/** Segments of an account in a window that are still there. */
export const namedIn = (db: ReadDb, window: string, account: string): string[] =>
  db
    .all<{ segment: string }>(
      `SELECT m.segment FROM maintenance_segment m JOIN segment s ON s.id = m.segment AND s.removed_at IS NULL WHERE m.maintenance = ? AND m.account = ?`,
      window,
      account,
    )
    .map(({ segment }) => segment)

export const accountsIn = (db: ReadDb, window: string): string[] =>
  db.all<{ account: string }>('SELECT account FROM maintenance_account WHERE maintenance = ? ORDER BY account', window).map(({ account }) => account)

/** SQL of a window's state; `w` is the window. */
export const WINDOW_STATE = `CASE WHEN w.cancelled_at IS NOT NULL THEN 'cancelled'
  WHEN EXISTS (SELECT 1 FROM maintenance_account m WHERE m.maintenance = w.id AND m.state = 'running') THEN 'running'
  WHEN EXISTS (SELECT 1 FROM maintenance_account m WHERE m.maintenance = w.id AND m.state = 'planned') THEN 'planned' ELSE 'over' END`
