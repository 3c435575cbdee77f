import type { TimelineRow } from '@contract/accounts'
import type { Page } from '@contract/define'
import type { ParsedInput } from '@contract/index'
import type { ReadDb } from '@kernel/database/index'
import { parseCursor } from './list/filter'

type Only = ParsedInput<'accounts.timeline'>['only']

interface EntryRow {
  seq: number
  id: string
  at: number
  kind: string
  rule: string
  actor: string
  operator: string | null
  body: string
  json: string | null
}

interface MessageRow {
  id: string
  at: number
  template: string
  state: string
  rule: string
  problem: string | null
}

interface FactRow {
  id: string
  at: number
  kind: string
  resource: string | null
  used: number | null
}

/** Where each stream goes on: the journal by number, messages and facts by (time, id). */
type Cursor = readonly [seq: number, messageAt: number, messageId: string, factAt: number, factId: string]

const START: Cursor = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, '', Number.MAX_SAFE_INTEGER, '']

/** JNL-04: one account's entries, messages and latest facts, newest first. @throws Refusal `cursor_malformed` */
export function timelineOf(db: ReadDb, account: string, only: Only, cursor: string | null, limit: number): Page<TimelineRow> {
  const start = cursor === null ? START : (parseCursor(cursor, ['number', 'number', 'string', 'number', 'string']) as unknown as Cursor)
  const entries = only === 'messages' ? [] : entriesOf(db, account, only, start[0], limit + 1)
  const messages = only === 'all' || only === 'messages' ? messagesOf(db, account, start[1], start[2], limit + 1) : []
  const facts = only === 'all' || only === 'facts' ? factsOf(db, account, start[3], start[4], limit + 1) : []

  const rows: TimelineRow[] = []
  let [seq, messageAt, messageId, factAt, factId] = start
  while (rows.length < limit) {
    const newest = Math.max(entries[0]?.at ?? -Infinity, messages[0]?.at ?? -Infinity, facts[0]?.at ?? -Infinity)
    if (newest === -Infinity) return { rows, cursor: null }
    if (entries[0]?.at === newest) {
      const entry = entries.shift()!
      seq = entry.seq
      rows.push(entryLine(entry))
    } else if (messages[0]?.at === newest) {
      const message = messages.shift()!
      ;[messageAt, messageId] = [message.at, message.id]
      rows.push(messageLine(message))
    } else {
      const fact = facts.shift()!
      ;[factAt, factId] = [fact.at, fact.id]
      rows.push(factLine(fact))
    }
  }
  const more = entries.length + messages.length + facts.length > 0
  return { rows, cursor: more ? JSON.stringify([seq, messageAt, messageId, factAt, factId]) : null }
}

const OF: Readonly<Record<Exclude<Only, 'messages'>, string>> = {
  all: '',
  decisions: "AND e.actor <> 'feed'",
  facts: "AND e.actor = 'feed'",
  people: "AND e.actor NOT IN ('feed', 'scheduler')",
}

function entriesOf(db: ReadDb, account: string, only: Exclude<Only, 'messages'>, before: number, limit: number): EntryRow[] {
  return db.all<EntryRow>(
    `SELECT e.seq, e.id, e.at, e.kind, e.rule, e.actor, o.name AS operator, e.body, d.json
       FROM entry e LEFT JOIN detail d ON d.entry_id = e.id LEFT JOIN operator o ON o.id = e.actor
      WHERE e.account = ? AND e.seq < ? ${OF[only]} ORDER BY e.seq DESC LIMIT ?`,
    account,
    before,
    limit,
  )
}

/** An account has few messages; they stand where they were handed over, or planned. */
function messagesOf(db: ReadDb, account: string, at: number, id: string, limit: number): MessageRow[] {
  return db.all<MessageRow>(
    `SELECT id, coalesce(bounced_at, sent_at, planned_at) AS at, template, CASE WHEN bounced_at IS NULL THEN state ELSE 'bounced' END AS state, rule, problem
       FROM message WHERE account = ? AND (coalesce(bounced_at, sent_at, planned_at), id) < (?, ?) ORDER BY 2 DESC, 1 DESC LIMIT ?`,
    account,
    at,
    id,
    limit,
  )
}

/** Facts aren't journaled row by row; the latest of each kind is what the desk knows. */
function factsOf(db: ReadDb, account: string, at: number, id: string, limit: number): FactRow[] {
  return db.all<FactRow>(
    `SELECT id, at, kind, resource, used FROM (
       SELECT 'usage/' || resource AS id, observed_at AS at, 'accounts.usage' AS kind, resource, used FROM usage WHERE account = ?
       UNION ALL SELECT 'created', created_at, 'accounts.created', NULL, NULL FROM account WHERE id = ?
       UNION ALL SELECT 'removed', removed_at, 'accounts.removed', NULL, NULL FROM account WHERE id = ? AND removed_at IS NOT NULL
     ) WHERE (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?`,
    account,
    account,
    account,
    at,
    id,
    limit,
  )
}

function entryLine({ seq, id, at, kind, rule, actor, operator, body, json }: EntryRow): TimelineRow {
  const { before, after, ...own } = JSON.parse(body) as Record<string, unknown>
  return {
    id,
    at,
    kind,
    rule,
    seq,
    actor: operator ?? actor,
    actorKind: actor === 'feed' || actor === 'scheduler' ? actor : 'operator',
    before: typeof before === 'string' ? before : null,
    after: typeof after === 'string' ? after : null,
    body: own,
    detail: json === null ? null : (JSON.parse(json) as Record<string, unknown>),
  }
}

const BY_THE_DESK = { before: null, after: null, detail: null, seq: null } as const

function messageLine({ id, at, template, state, rule, problem }: MessageRow): TimelineRow {
  return {
    ...BY_THE_DESK,
    id,
    at,
    kind: `messages.${state}`,
    rule,
    actor: 'scheduler',
    actorKind: 'scheduler',
    body: problem === null ? { template } : { template, problem },
  }
}

function factLine({ id, at, kind, resource, used }: FactRow): TimelineRow {
  return { ...BY_THE_DESK, id, at, kind, rule: null, actor: 'feed', actorKind: 'feed', body: resource === null ? {} : { resource, used } }
}
