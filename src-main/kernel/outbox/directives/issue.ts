import type { Unit } from '../../unit'

/** MSG-05: one change the platform must carry out, numbered per account. `payload` uses the platform's ids. */
export function issueDirective(unit: Unit, account: string, kind: string, payload: Readonly<Record<string, unknown>>): void {
  const { db, ids, now } = unit
  const last = db.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM directive WHERE account = ?', account)?.seq ?? 0
  db.run(
    `INSERT INTO directive (id, account, seq, kind, payload, state, planned_at) VALUES (?, ?, ?, ?, ?, 'planned', ?)`,
    ids.next(),
    account,
    last + 1,
    kind,
    JSON.stringify(payload),
    now,
  )
  unit.changed('directives')
}
