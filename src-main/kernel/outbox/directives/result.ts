import type { Unit } from '../../unit'

export interface DirectiveResult {
  /** Internal uuid. */
  readonly account: string
  readonly seq: number
  readonly done: boolean
  /** ms UTC, as the platform says. */
  readonly at: number
  readonly error: string | null
}

/** MSG-05: a result came back as a fact. The same again is `same`; done stays done. */
export function recordDirectiveResult(unit: Unit, result: DirectiveResult): 'recorded' | 'same' | 'stale' | 'missing' {
  const { db } = unit
  const { account, seq, done, at, error } = result
  const row = db.get<{ id: string; kind: string; payload: string; state: string; done_at: number | null; error: string | null }>(
    'SELECT id, kind, payload, state, done_at, error FROM directive WHERE account = ? AND seq = ?',
    account, seq,
  )
  if (row === undefined) return 'missing'
  const state = done ? 'done' : 'failed'
  if (row.state === state && row.done_at === at && row.error === error) return 'same'
  if (row.state === 'done' || (row.done_at !== null && at < row.done_at)) return 'stale'
  db.run('UPDATE directive SET state = ?, done_at = ?, error = ? WHERE id = ?', state, at, error, row.id)
  unit.changed('directives', 'scheduler')
  const directive = { id: row.id, account, kind: row.kind, payload: JSON.parse(row.payload) as Record<string, unknown> }
  for (const listen of unit.catalog.listeners.directiveDone) listen(unit, directive, done)
  return 'recorded'
}
