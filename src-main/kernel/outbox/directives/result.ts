import type { ReadDb } from '../../database'
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

interface Row {
  id: string
  kind: string
  payload: string
  state: 'planned' | 'handed' | 'done' | 'failed'
  done_at: number | null
  error: string | null
}

const find = (db: ReadDb, { account, seq }: DirectiveResult): Row | undefined =>
  db.get<Row>('SELECT id, kind, payload, state, done_at, error FROM directive WHERE account = ? AND seq = ?', account, seq)

/** What a result would change: done stays done, older ones are stale, the same again is the same. */
export function judgeDirectiveResult(db: ReadDb, result: DirectiveResult): 'new' | 'changed' | 'same' | 'stale' | 'missing' {
  const row = find(db, result)
  if (row === undefined) return 'missing'
  const { done, at, error } = result
  if (row.state === (done ? 'done' : 'failed') && row.done_at === at && row.error === error) return 'same'
  if (row.state === 'done' || (row.done_at !== null && at < row.done_at)) return 'stale'
  return row.done_at === null ? 'new' : 'changed'
}

/** MSG-05: a result came back as a fact: noted, with what follows, in the unit. */
export function recordDirectiveResult(unit: Unit, result: DirectiveResult): 'new' | 'changed' | 'same' | 'stale' | 'missing' {
  const judged = judgeDirectiveResult(unit.db, result)
  const row = find(unit.db, result)
  if (row === undefined || (judged !== 'new' && judged !== 'changed')) return judged
  const { account, done, at, error } = result
  unit.db.run('UPDATE directive SET state = ?, done_at = ?, error = ? WHERE id = ?', done ? 'done' : 'failed', at, error, row.id)
  unit.changed('directives', 'scheduler')
  const directive = { id: row.id, account, kind: row.kind, payload: JSON.parse(row.payload) as Record<string, unknown> }
  for (const listen of unit.catalog.listeners.directiveDone) listen(unit, directive, done)
  return judged
}
