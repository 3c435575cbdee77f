import type { MessageState } from '@contract/messages'
import type { ReadDb, Value } from '@kernel/database/index'
import type { MessageRow } from '@kernel/outbox/index'

/** Waiting longer than this past its time is work for a person. */
export const TOO_LONG_MS = 24 * 3_600_000

export interface MessageFilter {
  readonly state?: MessageState | null | undefined
  readonly work?: boolean | null | undefined
  /** Internal uuid. */
  readonly account?: string | null | undefined
}

export interface ListedMessage extends MessageRow {
  readonly company: string | null
  readonly external: string | null
  readonly sender: string | null
  readonly recipient: string | null
  readonly subject: string | null
  readonly text: string | null
  readonly html: string | null
}

/** Newest first; `before` is the last id of the page before. */
export function findMessages(db: ReadDb, filter: MessageFilter, before: string | null, limit: number, now: number): ListedMessage[] {
  const end = before ?? '~'
  if (filter.work === true) {
    const parts = ['failed', 'unknown'].map(() => 'SELECT * FROM (SELECT id FROM message WHERE state = ? AND id < ? ORDER BY id DESC LIMIT ?)')
    const ids = [...parts, OVERDUE].join(' UNION ALL ')
    return join(db, ids, ['failed', end, limit, 'unknown', end, limit, now - TOO_LONG_MS, end, limit], filter, limit)
  }
  const conditions = ['id < ?']
  const values: Value[] = [end]
  for (const [column, value] of [
    ['account', filter.account],
    ['state', filter.state],
  ] as const) {
    if (value === null || value === undefined) continue
    conditions.push(`${column} = ?`)
    values.push(value)
  }
  return join(db, `SELECT id FROM message WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ?`, [...values, limit], {}, limit)
}

/** By the index on the due time: nearly all rows lie after it. */
const OVERDUE = `SELECT * FROM (SELECT id FROM message INDEXED BY message_due WHERE due_at < ? AND id < ? ORDER BY id DESC LIMIT ?)`

export const getMessage = (db: ReadDb, id: string): ListedMessage | undefined => join(db, 'SELECT ? AS id', [id], {}, 1)[0]

function join(db: ReadDb, ids: string, values: readonly Value[], { account, state }: MessageFilter, limit: number): ListedMessage[] {
  return db.all<ListedMessage>(
    `SELECT m.*, a.company, x.external, c.sender, c.recipient, c.subject, c.text, c.html
       FROM message m LEFT JOIN account a ON a.id = m.account LEFT JOIN external_id x ON x.entity = m.account AND x.kind = 'account'
       LEFT JOIN message_content c ON c.message = m.id
      WHERE m.id IN (${ids}) AND m.account = coalesce(?, m.account) AND m.state = coalesce(?, m.state) ORDER BY m.id DESC LIMIT ?`,
    ...values,
    account ?? null,
    state ?? null,
    limit,
  )
}

const MOST_COUNTED = 10_001

/** Exact up to 10,000 (DSK-03). */
export function countMessages(db: ReadDb, state: MessageState): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM (SELECT 1 FROM message WHERE state = ? LIMIT ?)', state, MOST_COUNTED)!.n
}

export function countOverdue(db: ReadDb, now: number): number {
  return db.get<{ n: number }>(
    'SELECT count(*) AS n FROM (SELECT 1 FROM message INDEXED BY message_due WHERE due_at < ? LIMIT ?)',
    now - TOO_LONG_MS,
    MOST_COUNTED,
  )!.n
}

/** Due and not handed over, or held for an admin. */
export function countWaiting(db: ReadDb, now: number): number {
  return db.get<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM message INDEXED BY message_due WHERE due_at <= ? UNION ALL SELECT 1 FROM message WHERE waits = 'admin' LIMIT ?)`,
    now,
    MOST_COUNTED,
  )!.n
}

export function lastProblem(db: ReadDb): string | null {
  return db.get<{ problem: string | null }>(`SELECT problem FROM message WHERE state = 'retry' ORDER BY tried_at DESC LIMIT 1`)?.problem ?? null
}

export interface ListedDirective {
  readonly id: string
  readonly account: string
  readonly company: string | null
  readonly external: string | null
  readonly seq: number
  readonly kind: string
  readonly payload: string
  readonly state: 'planned' | 'handed' | 'done' | 'failed'
  readonly planned_at: number
  readonly handed_at: number | null
  readonly done_at: number | null
  readonly error: string | null
}

export interface DirectiveFilter {
  readonly state?: ListedDirective['state'] | null | undefined
  readonly account?: string | null | undefined
}

export function findDirectives(db: ReadDb, { state, account }: DirectiveFilter, before: string | null, limit: number): ListedDirective[] {
  const conditions = ['d.id < ?']
  const values: Value[] = [before ?? '~']
  for (const [column, value] of [
    ['d.account', account],
    ['d.state', state],
  ] as const) {
    if (value === null || value === undefined) continue
    conditions.push(`${column} = ?`)
    values.push(value)
  }
  return db.all<ListedDirective>(
    `SELECT d.*, a.company, x.external FROM directive d LEFT JOIN account a ON a.id = d.account LEFT JOIN external_id x ON x.entity = d.account AND x.kind = 'account'
      WHERE ${conditions.join(' AND ')} ORDER BY d.id DESC LIMIT ?`,
    ...values,
    limit,
  )
}

export function countDirectives(db: ReadDb, state: ListedDirective['state']): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM (SELECT 1 FROM directive WHERE state = ? LIMIT ?)', state, MOST_COUNTED)!.n
}
