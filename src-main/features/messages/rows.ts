import type { MessageState } from '@contract/messages'
import type { Language, Page } from '@contract/define'
import type { ReadDb } from '@kernel/database/index'
import { findDirectives, findMessages, type DirectiveFilter, type MessageFilter } from './store'

/** What `list messages`, `list notices` and `list directives` print (FEEDS.md): platform ids, ISO 8601 in UTC. */
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

export interface MessageLine {
  key: string
  account_id: string | null
  template: string
  language: Language
  state: MessageState
  message_id: string
  planned_at: string | null
  sent_at: string | null
  bounced_at: string | null
  next_attempt_at: string | null
  attempts: number
  problem: string | null
}

export function messageRows(
  db: ReadDb,
  filter: MessageFilter,
  { cursor, limit, now }: { cursor: string | null; limit: number; now: number },
): Page<MessageLine> {
  const found = findMessages(db, filter, cursor, limit, now)
  const rows = found.map((row) => ({
    key: row.key,
    account_id: row.external,
    template: row.template,
    language: row.language,
    state: row.state,
    message_id: row.message_id,
    planned_at: iso(row.planned_at),
    sent_at: iso(row.sent_at),
    bounced_at: iso(row.bounced_at),
    next_attempt_at: iso(row.due_at),
    attempts: row.attempts,
    problem: row.problem,
  }))
  return { rows, cursor: found.length < limit ? null : (found.at(-1)?.id ?? null) }
}

export interface DirectiveLine {
  account_id: string | null
  seq: number
  kind: string
  payload: Record<string, unknown>
  state: 'planned' | 'handed' | 'done' | 'failed'
  planned_at: string | null
  handed_at: string | null
  done_at: string | null
  error: string | null
}

export function directiveRows(db: ReadDb, filter: DirectiveFilter, { cursor, limit }: { cursor: string | null; limit: number }): Page<DirectiveLine> {
  const found = findDirectives(db, filter, cursor, limit)
  const rows = found.map((row) => ({
    account_id: row.external,
    seq: row.seq,
    kind: row.kind,
    payload: JSON.parse(row.payload) as Record<string, unknown>,
    state: row.state,
    planned_at: iso(row.planned_at),
    handed_at: iso(row.handed_at),
    done_at: iso(row.done_at),
    error: row.error,
  }))
  return { rows, cursor: found.length < limit ? null : (found.at(-1)?.id ?? null) }
}

export interface NoticeLine {
  account_id: string | null
  kind: string
  shown_at: string | null
  removed_at: string | null
}

interface NoticeRow {
  account: string
  external: string | null
  kind: string
  shown_at: number
  removed_at: number | null
}

/** By account, then kind, then time. `cursor`: the last row's key. */
export function noticeRows(
  db: ReadDb,
  { account = null }: { account?: string | null },
  { cursor, limit }: { cursor: string | null; limit: number },
): Page<NoticeLine> {
  const [afterAccount, afterKind, afterShown] = cursor === null ? ['', '', 0] : (JSON.parse(cursor) as [string, string, number])
  const found = db.all<NoticeRow>(
    `SELECT n.*, x.external FROM notice n LEFT JOIN external_id x ON x.entity = n.account AND x.kind = 'account'
      WHERE (n.account, n.kind, n.shown_at) > (?, ?, ?) AND n.account = coalesce(?, n.account) ORDER BY n.account, n.kind, n.shown_at LIMIT ?`,
    afterAccount,
    afterKind,
    afterShown,
    account,
    limit,
  )
  const rows = found.map((row) => ({ account_id: row.external, kind: row.kind, shown_at: iso(row.shown_at), removed_at: iso(row.removed_at) }))
  const last = found.at(-1)
  return { rows, cursor: found.length < limit || last === undefined ? null : JSON.stringify([last.account, last.kind, last.shown_at]) }
}
