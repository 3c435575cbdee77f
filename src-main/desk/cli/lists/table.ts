import type { ReadDb, Value } from '@kernel/database/index'
import { Usage } from '../problem'
import { instantOf } from '../words'

type Scalar = string | number | boolean | null
type Row = Readonly<Record<string, Value>>

/** How a field is read, printed and compared. `account` and `plan` fields are platform ids. */
export type FieldKind = 'text' | 'whole' | 'flag' | 'instant' | 'account' | 'plan'

export interface Listed {
  /** `FROM …`, with the row's own table as `r`. */
  readonly from: string
  /** SQL of a unique, ordered text key of `r`; pages follow it. */
  readonly key: string
  /** Fields in the order they are printed; SQL of the stored value. */
  readonly fields: Readonly<Record<string, { readonly kind: FieldKind; readonly sql: string }>>
  /** Fields that aren't one stored value; worked out for the rows of one page. */
  readonly more?: (db: ReadDb, keys: readonly string[], now: number) => ReadonlyMap<string, Readonly<Record<string, unknown>>>
}

export interface ListPage {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
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

function selected({ kind, sql }: { kind: FieldKind; sql: string }): string {
  return kind === 'account' || kind === 'plan' ? EXTERNAL(kind, sql) : sql
}

/** A page of a list, with the exact total of its filter. @throws Usage for an unknown field or a value of the wrong kind */
export function pageOf(db: ReadDb, list: Listed, { filter, limit, cursor, now }: ListQuery): ListPage {
  const parts: string[] = ['1']
  const values: Value[] = []
  for (const [name, wanted] of Object.entries(filter)) {
    const field = Object.hasOwn(list.fields, name) ? list.fields[name] : undefined
    if (field === undefined) throw new Usage(`--filter knows no field “${name.slice(0, 40)}” here. Fields: ${Object.keys(list.fields).join(', ')}`)
    const value = comparable(name, field.kind, wanted)
    // Looked up from the other side, so that the index on platform ids leads.
    parts.push(value === null ? `${selected(field)} IS NULL` : `${field.sql} = ${field.kind === 'account' || field.kind === 'plan' ? `(SELECT entity FROM external_id WHERE kind = '${field.kind}' AND external = ?)` : '?'}`)
    if (value !== null) values.push(value)
  }
  const where = parts.join(' AND ')
  const columns = Object.entries(list.fields).map(([name, field]) => `${selected(field)} AS "${name}"`)
  const found = db.all<Row & { list_key: string }>(
    `SELECT ${list.key} AS list_key, ${columns.join(', ')} FROM ${list.from} WHERE ${where}${cursor === null ? '' : ` AND ${list.key} > ?`} ORDER BY ${list.key} LIMIT ?`,
    ...values, ...(cursor === null ? [] : [cursor]), limit + 1,
  )
  const page = found.slice(0, limit)
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM ${list.from} WHERE ${where}`, ...values)!.n
  const more = list.more?.(db, page.map(({ list_key: key }) => key), now)
  return {
    rows: page.map((row) => ({ ...printed(list, row), ...more?.get(row.list_key) })),
    total,
    cursor: found.length > limit ? page.at(-1)!.list_key : null,
  }
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
  if ((kind === 'text' || kind === 'account' || kind === 'plan') && typeof value === 'string') return value
  throw new Usage(`--filter: “${name}” wants ${{ flag: 'true or false', whole: 'a whole number', instant: 'a moment with zone', text: 'text', account: 'an id', plan: 'an id' }[kind]}`)
}
