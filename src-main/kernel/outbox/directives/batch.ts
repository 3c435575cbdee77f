import type { ReadDb, WriteDb } from '../../database'

/** One line of a drop file. `idempotency_key` stays the same should the line ever be handed over again. */
export interface DirectiveLine {
  readonly idempotency_key: string
  /** The platform's id. */
  readonly account_id: string
  readonly seq: number
  readonly kind: string
  readonly payload: Record<string, unknown>
  /** ISO 8601 UTC */
  readonly issued_at: string
}

/** A file whose content was decided before it was written: after a crash the same file gets the same lines. */
export interface Batch {
  readonly number: number
  readonly ids: readonly string[]
}

const BATCH = 500
const KEY = 'directive_batch'

interface Row {
  id: string
  account: string
  seq: number
  kind: string
  payload: string
  planned_at: number
}

export function openBatch(db: ReadDb): Batch | null {
  const row = db.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', KEY)
  const batch = row === undefined ? null : (JSON.parse(row.value) as Batch)
  return batch === null || batch.ids.length === 0 ? null : batch
}

/** MSG-05: decides what the next file holds, oldest first and per account in order. Null: nothing is planned. */
export function decideBatch(db: WriteDb): Batch | null {
  const oldest = db.all<Row>(`SELECT * FROM directive WHERE state = 'planned' ORDER BY id LIMIT ?`, BATCH)
  if (oldest.length === 0) return null
  // Ids follow the clock, which may have been set back; within an account only `seq` counts.
  const last = new Map<string, number>()
  for (const { account, seq } of oldest) last.set(account, Math.max(seq, last.get(account) ?? 0))
  const ids = [...last].flatMap(([account, seq]) =>
    db
      .all<{ id: string }>(`SELECT id FROM directive WHERE account = ? AND seq <= ? AND state = 'planned' ORDER BY seq`, account, seq)
      .map(({ id }) => id),
  )
  const before = db.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', KEY)
  const number = (before === undefined ? 0 : (JSON.parse(before.value) as Batch).number) + 1
  const batch = { number, ids }
  writeBatch(db, batch)
  return batch
}

export function linesOf(db: ReadDb, batch: Batch): DirectiveLine[] {
  return batch.ids.flatMap((id) => {
    const row = db.get<Row & { external: string | null }>(
      `SELECT d.id, d.account, d.seq, d.kind, d.payload, d.planned_at, x.external FROM directive d LEFT JOIN external_id x ON x.entity = d.account AND x.kind = 'account' WHERE d.id = ?`,
      id,
    )
    if (row === undefined) return []
    const payload = JSON.parse(row.payload) as Record<string, unknown>
    const issued = new Date(row.planned_at).toISOString()
    return [{ idempotency_key: row.id, account_id: row.external ?? row.account, seq: row.seq, kind: row.kind, payload, issued_at: issued }]
  })
}

/** The file is written and synced: its lines are handed over. A result that came in meanwhile stands. */
export function closeBatch(db: WriteDb, batch: Batch, now: number): void {
  for (const id of batch.ids) db.run(`UPDATE directive SET state = iif(state = 'planned', 'handed', state), handed_at = ? WHERE id = ?`, now, id)
  writeBatch(db, { number: batch.number, ids: [] })
}

function writeBatch(db: WriteDb, batch: Batch): void {
  db.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', KEY, JSON.stringify(batch))
}
