import type { ReadDb, Value, WriteDb } from '../../database'
import type { Cell, FeedRow } from '../taker'

/** What the platform's ids stand for in `external_id`. */
export type Entity =
  | 'plan'
  | 'team'
  | 'account'
  | 'contact'
  | 'group'
  | 'submission'
  | 'answer'
  | 'mailbox'
  | 'crm'
  | 'sync'
  | 'segment'
  | 'invoice'
  | 'strategy'
  | 'strategy_group'
  | 'link'
  | 'automation'
  | 'lead'
  | 'click'

/** A uuid's length: the rest of a packed string is the platform's id. */
const UUID = 36

/** Internal uuids of platform ids, in their order; one statement for all, not one each. */
export function entitiesOf(db: ReadDb, kind: Entity, externals: readonly (string | null)[]): (string | undefined)[] {
  const found = new Array<string | undefined>(externals.length)
  const rows = db.all<{ place: number; entity: string }>(
    'SELECT j.key AS place, e.entity FROM json_each(?) AS j CROSS JOIN external_id AS e ON e.kind = ? AND e.external = j.value',
    JSON.stringify(externals),
    kind,
  )
  for (const { place, entity } of rows) found[place] = entity
  return found
}

/** Platform ids that stand in many rows, looked up once a chunk. */
export function distinctEntities(db: ReadDb, kind: Entity, externals: readonly Cell[]): Map<string, string> {
  const distinct = [...new Set(externals.filter((external): external is string => typeof external === 'string'))]
  const entities = entitiesOf(db, kind, distinct)
  const known = new Map<string, string>()
  for (const [at, external] of distinct.entries()) {
    const entity = entities[at]
    if (entity !== undefined) known.set(external, entity)
  }
  return known
}

export function addExternalIds(db: WriteDb, kind: Entity, ids: readonly { readonly entity: string; readonly external: string }[]): void {
  if (ids.length === 0) return
  db.run(
    `INSERT INTO external_id (kind, external, entity) SELECT ?, substr(value, ${UUID + 1}), substr(value, 1, ${UUID}) FROM json_each(?) ORDER BY 2`,
    kind,
    JSON.stringify(ids.map(({ entity, external }) => entity + external)),
  )
}

/** Stored rows by internal uuid. `columns` as in SQL. */
export function storedRows<Row extends { readonly id: string }>(
  db: ReadDb,
  table: string,
  columns: string,
  ids: readonly (string | undefined)[],
): Map<string, Row> {
  const wanted = ids.filter((id) => id !== undefined)
  if (wanted.length === 0) return new Map()
  const rows = db.all<Row>(`SELECT ${columns} FROM json_each(?) AS j CROSS JOIN ${table} AS t ON t.id = j.value`, JSON.stringify(wanted))
  return new Map(rows.map((row) => [row.id, row]))
}

/** A column that holds what the feed's column at `place` says. */
export type Copies = readonly (readonly [column: string, place: number])[]

export type Changes = Record<string, Value>

/** What the row changes in the stored one; null: nothing. An absent column leaves, an empty cell clears. */
export function changesOf({ values }: FeedRow, stored: Readonly<Record<string, unknown>>, copies: Copies): Changes | null {
  let changes: Changes | null = null
  for (const [column, place] of copies) {
    const value = values[place]
    if (value !== undefined && value !== stored[column]) (changes ??= {})[column] = value
  }
  return changes
}

/** Writes only the columns that changed: indexes over the others aren't touched. */
export function writeChanges(db: WriteDb, table: string, id: string, changes: Changes, versioned: boolean): void {
  const columns = Object.keys(changes)
  const sets = columns.map((column) => `${column} = ?`).join(', ')
  db.run(`UPDATE ${table} SET ${sets}${versioned ? ', version = version + 1' : ''} WHERE id = ?`, ...columns.map((column) => changes[column]!), id)
}

export function textOf(row: FeedRow, place: number): string {
  return row.values[place] as string
}

/** For an insert: an absent column is as an empty one. */
export function valueOf(row: FeedRow, place: number): Value {
  return row.values[place] ?? null
}
