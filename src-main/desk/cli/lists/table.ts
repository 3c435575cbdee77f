import { isDeepStrictEqual } from 'node:util'
import type { ReadDb, Value } from '@kernel/database/index'
import { Usage } from '../problem'
import { instantOf } from '../words'

type Scalar = string | number | boolean | null
type Row = Readonly<Record<string, Value>>

/** How a field is read, printed and compared. `account`, `plan`, `group` and `segment` fields are platform ids. */
export type FieldKind = 'text' | 'whole' | 'flag' | 'instant' | PlatformKind
const PLATFORM = ['account', 'plan', 'group', 'segment', 'lead', 'automation'] as const
type PlatformKind = (typeof PLATFORM)[number]

interface Field {
  readonly kind: FieldKind
  /** SQL of the stored value; of one that time turns, at `now` (ms UTC). */
  readonly sql: string | ((now: number) => string)
}

export interface Listed {
  /** `FROM …`, with the row's own table as `r`. */
  readonly from: string
  /** SQL of a unique, ordered text key of `r`; pages follow it. */
  readonly key: string
  /** Fields in the order they are printed. */
  readonly fields: Readonly<Record<string, Field>>
  /** Fields that aren't one stored value: their names, and how they are worked out for the rows of one page. */
  readonly more?: {
    readonly names: readonly string[]
    of(db: ReadDb, keys: readonly string[], now: number): ReadonlyMap<string, Readonly<Record<string, unknown>>>
  }
}

type Printed = Readonly<Record<string, unknown>>

export interface ListPage {
  readonly rows: readonly Printed[]
  readonly total: number
  readonly cursor: string | null
}

export interface ListQuery {
  readonly filter: Readonly<Record<string, unknown>>
  readonly limit: number
  readonly cursor: string | null
  /** ms UTC */
  readonly now: number
}

const EXTERNAL = (kind: string, sql: string): string => `(SELECT x.external FROM external_id x WHERE x.entity = ${sql} AND x.kind = '${kind}')`

const isPlatform = (kind: FieldKind): kind is PlatformKind => PLATFORM.some((platform) => platform === kind)
const sqlOf = ({ sql }: Field, now: number): string => (typeof sql === 'string' ? sql : sql(now))
const selected = (field: Field, now: number): string => (isPlatform(field.kind) ? EXTERNAL(field.kind, sqlOf(field, now)) : sqlOf(field, now))

/** A page of a list, with the exact total of its filter. @throws Usage for an unknown field, a value of the wrong kind, a cursor of another list */
export function pageOf(db: ReadDb, list: Listed, { filter, limit, cursor, now }: ListQuery): ListPage {
  const names = [...Object.keys(list.fields), ...(list.more?.names ?? [])]
  for (const name of Object.keys(filter))
    if (!names.includes(name)) throw new Usage(`--filter knows no field “${name.slice(0, 40)}” here. Fields: ${names.join(', ')}`)
  const after = cursor === null ? null : keyOf(cursor)
  const stored = Object.entries(filter).filter(([name]) => Object.hasOwn(list.fields, name))
  const derived = Object.entries(filter).filter(([name]) => !Object.hasOwn(list.fields, name))
  const source = sourceOf(list, stored, now)
  const found = derived.length === 0 ? storedPage(db, source, after, limit) : derivedPage(db, source, { after, limit, now, derived })
  const page = found.rows.slice(0, limit)
  const more = list.more?.of(
    db,
    page.map(({ list_key: key }) => key),
    now,
  )
  return {
    rows: page.map((row) => ({ ...printed(list, row), ...more?.get(row.list_key) })),
    total: found.total,
    cursor: found.rows.length > limit ? cursorOf(page.at(-1)!.list_key) : null,
  }
}

interface Source {
  readonly list: Listed
  readonly columns: string
  readonly where: string
  readonly values: readonly Value[]
}
type Keyed = Row & { readonly list_key: string }

function sourceOf(list: Listed, filter: readonly (readonly [name: string, wanted: unknown])[], now: number): Source {
  const parts: string[] = ['1']
  const values: Value[] = []
  for (const [name, wanted] of filter) {
    const field = list.fields[name]!
    const value = comparable(name, field.kind, wanted)
    // Looked up from the other side, so that the index on platform ids leads.
    parts.push(
      value === null
        ? `${selected(field, now)} IS NULL`
        : `${sqlOf(field, now)} = ${isPlatform(field.kind) ? `(SELECT entity FROM external_id WHERE kind = '${field.kind}' AND external = ?)` : '?'}`,
    )
    if (value !== null) values.push(value)
  }
  const columns = Object.entries(list.fields).map(([name, field]) => `${selected(field, now)} AS "${name}"`)
  return { list, columns: columns.join(', '), where: parts.join(' AND '), values }
}

/** One row more than `limit` tells that there is a next page. */
function storedPage(db: ReadDb, source: Source, after: string | null, limit: number): { rows: Keyed[]; total: number } {
  const { list, where, values } = source
  const rows = rowsAfter(db, source, after, limit + 1)
  return { rows, total: db.get<{ n: number }>(`SELECT count(*) AS n FROM ${list.from} WHERE ${where}`, ...values)!.n }
}

function rowsAfter(db: ReadDb, { list, columns, where, values }: Source, after: string | null, limit: number): Keyed[] {
  const from = after === null ? '' : ` AND ${list.key} > ?`
  const sql = `SELECT ${list.key} AS list_key, ${columns} FROM ${list.from} WHERE ${where}${from} ORDER BY ${list.key} LIMIT ?`
  return db.all<Keyed>(sql, ...values, ...(after === null ? [] : [after]), limit)
}

const BATCH = 1_000

/** What no column holds is worked out for every row that the columns admit. */
function derivedPage(
  db: ReadDb,
  source: Source,
  { after, limit, now, derived }: { after: string | null; limit: number; now: number; derived: readonly (readonly [string, unknown])[] },
): { rows: Keyed[]; total: number } {
  const rows: Keyed[] = []
  let total = 0
  for (let batch = rowsAfter(db, source, null, BATCH); batch.length > 0; batch = rowsAfter(db, source, batch.at(-1)!.list_key, BATCH)) {
    const more = source.list.more!.of(
      db,
      batch.map(({ list_key: key }) => key),
      now,
    )
    for (const row of batch) {
      const values = more.get(row.list_key)
      if (values === undefined || !derived.every(([name, wanted]) => isDeepStrictEqual(values[name], wanted))) continue
      total += 1
      if ((after === null || row.list_key > after) && rows.length <= limit) rows.push(row)
    }
  }
  return { rows, total }
}

const cursorOf = (key: string): string => Buffer.from(key, 'utf8').toString('base64url')

function keyOf(cursor: string): string {
  const key = Buffer.from(cursor, 'base64url').toString('utf8')
  if (key === '' || cursorOf(key) !== cursor) throw new Usage('--cursor wants the cursor of the page before')
  return key
}

function printed(list: Listed, row: Row): Record<string, Scalar> {
  return Object.fromEntries(Object.entries(list.fields).map(([name, { kind }]) => [name, shown(kind, row[name] ?? null)]))
}

function shown(kind: FieldKind, value: Value): Scalar {
  if (value === null) return null
  if (kind === 'instant') return new Date(Number(value)).toISOString()
  if (kind === 'flag') return value === 1
  return typeof value === 'number' ? value : String(value)
}

function comparable(name: string, kind: FieldKind, value: unknown): Value {
  if (value === null) return null
  if (kind === 'flag' && typeof value === 'boolean') return value ? 1 : 0
  if (kind === 'whole' && typeof value === 'number' && Number.isSafeInteger(value)) return value
  if (kind === 'instant' && typeof value === 'string') return instantOf(`filter: ${name}`, value)
  if ((kind === 'text' || isPlatform(kind)) && typeof value === 'string') return value
  throw new Usage(
    `--filter: “${name}” wants ${isPlatform(kind) ? 'an id' : { flag: 'true or false', whole: 'a whole number', instant: 'a moment with zone', text: 'text' }[kind]}`,
  )
}
