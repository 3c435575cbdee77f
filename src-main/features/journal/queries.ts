import type { Page, Total } from '@contract/define'
import type { ParsedInput, Output } from '@contract/index'
import type { EntryRow } from '@contract/journal'
import { addDays, instantOf, isDate } from '@kernel/calendar/index'
import { countUpTo, type ReadDb, type Value } from '@kernel/database/index'
import { Refusal } from '@kernel/refusal'
import { readCalendar } from '@kernel/settings/index'

type Filter = ParsedInput<'journal.total'>

interface Row {
  seq: number
  id: string
  at: number
  actor: string
  kind: string
  entity: string
  account: string | null
  version: number
  rule: string
  body: string
  commitment: Buffer | null
  hash: Buffer
  json: string | null
  operator: string | null
  company: string | null
}

interface Where {
  sql: string
  values: Value[]
}

/** Days are the desk calendar's. Every column has an index that ends in the sequence number. */
function whereOf(db: ReadDb, { kind, actor, rule, account, from, to }: Filter): Where {
  const parts: string[] = []
  const values: Value[] = []
  const add = (sql: string, value: Value): void => {
    parts.push(sql)
    values.push(value)
  }
  if (kind != null) add('e.kind = ?', kind)
  if (actor != null) add('e.actor = ?', actor)
  if (rule != null) add('e.rule = ?', rule)
  if (account != null) add('e.account = ?', account)
  const { zone } = readCalendar(db)
  if (from != null) add('e.at >= ?', startOf(from, zone))
  if (to != null) add('e.at < ?', endOf(to, zone))
  return { sql: parts.length === 0 ? '' : `AND ${parts.join(' AND ')}`, values }
}

/** @throws Refusal `date_unknown` */
function startOf(date: string, zone: string): number {
  if (!isDate(date)) throw new Refusal('date_unknown', { date })
  return instantOf(date, 0, zone)
}

/** The next day's beginning: days have 23 to 25 hours. */
const endOf = (date: string, zone: string): number =>
  date === '9999-12-31' ? Number.MAX_SAFE_INTEGER : startOf(isDate(date) ? addDays(date, 1) : date, zone)

/** JNL-04: newest first, by keyset on the sequence number. */
export function listEntries(db: ReadDb, { cursor, limit, ...filter }: ParsedInput<'journal.list'>): Page<EntryRow> {
  const { sql, values } = whereOf(db, filter)
  const before = cursor == null ? Number.MAX_SAFE_INTEGER : Number(cursor)
  const rows = db.all<Row>(
    `SELECT e.seq, e.id, e.at, e.actor, e.kind, e.entity, e.account, e.version, e.rule, e.body, e.commitment, e.hash, d.json, o.name AS operator, a.company
     FROM entry e LEFT JOIN detail d ON d.entry_id = e.id LEFT JOIN operator o ON o.id = e.actor LEFT JOIN account a ON a.id = e.account
     WHERE e.seq < ? ${sql} ORDER BY e.seq DESC LIMIT ?`,
    Number.isSafeInteger(before) ? before : 0,
    ...values,
    limit + 1,
  )
  const page = rows.slice(0, limit)
  return { rows: page.map(entryOf), cursor: rows.length > limit ? String(page.at(-1)!.seq) : null }
}

function entryOf(row: Row): EntryRow {
  const { before, after, ...body } = JSON.parse(row.body) as Record<string, unknown>
  return {
    seq: row.seq,
    id: row.id,
    at: row.at,
    actor: row.actor,
    actorName: row.operator ?? row.actor,
    kind: row.kind,
    entity: row.entity,
    accountUuid: row.account,
    company: row.company,
    version: row.version,
    rule: row.rule,
    before: typeof before === 'string' ? before : null,
    after: typeof after === 'string' ? after : null,
    body,
    detail: row.json === null ? null : (JSON.parse(row.json) as Record<string, unknown>),
    erased: row.commitment !== null && row.json === null,
    hash: row.hash.toString('hex'),
  }
}

export function countEntries(db: ReadDb, filter: Filter): Total {
  const { sql, values } = whereOf(db, filter)
  return countUpTo(db, `entry e WHERE 1 ${sql}`, ...values)
}

/** Distinct values by hopping through the index, never by reading every entry. */
function distinct(db: ReadDb, column: 'kind' | 'actor' | 'rule'): string[] {
  return db
    .all<{ value: string }>(
      `WITH RECURSIVE hop(value) AS (SELECT min(${column}) FROM entry UNION ALL SELECT (SELECT min(${column}) FROM entry WHERE ${column} > hop.value) FROM hop WHERE hop.value IS NOT NULL)
       SELECT value FROM hop WHERE value IS NOT NULL`,
    )
    .map(({ value }) => value)
}

export function facets(db: ReadDb): Output<'journal.facets'> {
  const actors = distinct(db, 'actor').map((id) => ({
    id,
    name: db.get<{ name: string | null }>('SELECT name FROM operator WHERE id = ?', id)?.name ?? id,
  }))
  return { kinds: distinct(db, 'kind'), actors, rules: distinct(db, 'rule') }
}
