import type { LegalHoldView } from '@contract/retention'
import type { ReadDb } from '@kernel/database/index'
import type { Person, Purge } from './rules'

interface Row {
  id: string
  account: string
  ground: Purge['ground']
  state: Purge['state']
  due_at: number
  ended_on: string | null
  zone: string
  announced_at: number | null
  proposed_by: string | null
  next_at: number | null
  version: number
}

const asPurge = (row: Row): Purge => ({
  id: row.id,
  account: row.account,
  ground: row.ground,
  state: row.state,
  dueAt: row.due_at,
  endedOn: row.ended_on,
  zone: row.zone,
  announcedAt: row.announced_at,
  proposedBy: row.proposed_by,
  nextAt: row.next_at,
  version: row.version,
})

export function loadPurge(db: ReadDb, id: string): Purge | null {
  const row = db.get<Row>('SELECT * FROM purge WHERE id = ?', id)
  return row === undefined ? null : asPurge(row)
}

/** An account has at most one open purge. */
export function openPurgeOf(db: ReadDb, account: string): Purge | null {
  const row = db.get<Row>("SELECT * FROM purge WHERE account = ? AND state IN ('planned', 'held', 'approval')", account)
  return row === undefined ? null : asPurge(row)
}

/** Holds that last, the latest-ending first. */
export const holdsOn = (db: ReadDb, account: string): LegalHoldView[] =>
  db.all<LegalHoldView>(
    `SELECT h.id, h.since, h.until, coalesce(o.name, h.by) AS by, h.reason FROM legal_hold h LEFT JOIN operator o ON o.id = h.by
     WHERE h.account = ? AND h.ended_at IS NULL ORDER BY h.ends_at DESC, h.id`,
    account,
  )

/** LIM-11: since when the account is a candidate (ms UTC), with the zone its case counts in; null: it is none. */
export const candidacyOf = (db: ReadDb, account: string): { since: number; zone: string } | null =>
  db.get<{ since: number; zone: string }>(
    'SELECT candidate_since AS since, zone FROM limit_case WHERE account = ? AND closed_at IS NULL AND candidate_since IS NOT NULL',
    account,
  ) ?? null

export const personOf = (db: ReadDb, id: string): Person | null =>
  db.get<Person>(
    'SELECT id, created_at AS createdAt, created_by AS createdBy, reset_at AS resetAt, reset_by AS resetBy FROM operator WHERE id = ?',
    id,
  ) ?? null
