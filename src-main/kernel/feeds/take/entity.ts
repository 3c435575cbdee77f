import type { FeedKind } from '@contract/feeds'
import type { Value, WriteDb } from '../../database'
import type { Unit } from '../../unit'
import type { FeedRow, FeedTaker, Taking } from '../taker'
import { addExternalIds, changesOf, entitiesOf, storedRows, textOf, valueOf, writeChanges, type Changes, type Copies, type Entity } from './bulk'

export interface Stored {
  readonly id: string
  readonly observed_at: number
  readonly removed_at: number | null
  readonly [column: string]: unknown
}

/** How rows of a kind with ids of its own become rows of a table. */
export interface EntityFeed<Context> {
  readonly kind: FeedKind
  readonly entity: Entity
  readonly table: string
  readonly versioned: boolean
  /** Place of the platform's id. */
  readonly id: number
  readonly copies: Copies
  /** Looks up what a chunk's rows refer to. */
  prepare(taking: Taking, rows: readonly FeedRow[], ids: readonly (string | undefined)[]): Context
  /** False: the row is refused. */
  acceptable(taking: Taking, row: FeedRow, context: Context, stored: Stored | undefined): boolean
  /** True: the row was only shipped; the platform's first word on it counts as new. */
  provisional?(stored: Stored): boolean
  /** Columns that aren't copies, for a new row. */
  extra?(row: FeedRow, context: Context): Readonly<Record<string, Value>>
  /** Columns that aren't copies, for a stored row; `awaited`: the row still shows what a decision has changed (FED-07). */
  moves?(taking: Taking, row: FeedRow, context: Context, stored: Stored, changes: Changes | null): { changes: Changes | null; awaited: boolean }
  /** In a preview: what a good row would lead to. `stored` and `changes` are null for a new one (FED-05). */
  foreseen?(taking: Taking, row: FeedRow, stored: Stored | null, changes: Changes | null, context: Context): void
  /** After every row of the chunk. */
  taken?(unit: Unit): void
  /** After the new rows of the chunk are written. */
  inserted?(unit: Unit, taking: Taking, rows: readonly { readonly id: string; readonly row: FeedRow }[], context: Context): void
  updated?(unit: Unit, taking: Taking, row: FeedRow, stored: Stored, changes: Changes, context: Context): void
}

export function entityTaker<Context>(feed: EntityFeed<Context>): FeedTaker {
  return {
    kind: feed.kind,
    take(taking, rows) {
      const ids = entitiesOf(
        taking.db,
        feed.entity,
        rows.map((row) => textOf(row, feed.id)),
      )
      const stored = storedRows<Stored>(taking.db, feed.table, 't.*', ids)
      const context = feed.prepare(taking, rows, ids)
      const fresh: FeedRow[] = []
      for (const [at, row] of rows.entries()) {
        const id = ids[at]
        const before = id === undefined ? undefined : stored.get(id)
        if (!feed.acceptable(taking, row, context, before)) continue
        if (before !== undefined) update(feed, taking, row, before, context)
        else if (taking.unit === null && taking.announced.has(feed.kind, textOf(row, feed.id))) taking.count(row, 'same')
        else fresh.push(row)
      }
      insert(feed, taking, fresh, context)
      if (taking.unit !== null && rows.length > 0) feed.taken?.(taking.unit)
    },
  }
}

function update<Context>(feed: EntityFeed<Context>, taking: Taking, row: FeedRow, stored: Stored, context: Context): void {
  if (row.observedAt < stored.observed_at) return taking.count(row, 'stale')
  const copied = changesOf(row, stored, feed.copies)
  const { changes, awaited } = feed.moves?.(taking, row, context, stored, copied) ?? { changes: copied, awaited: false }
  taking.count(row, awaited ? 'awaited' : feed.provisional?.(stored) === true ? 'new' : changes === null ? 'same' : 'changed')
  const { unit } = taking
  if (unit === null) return changes === null ? undefined : feed.foreseen?.(taking, row, stored, changes, context)
  if (changes !== null) {
    writeChanges(unit.db, feed.table, stored.id, { ...changes, observed_at: row.observedAt }, feed.versioned)
    feed.updated?.(unit, taking, row, stored, changes, context)
  } else if ((row.dated || feed.provisional?.(stored) === true) && row.observedAt > stored.observed_at) {
    // The platform looked again and saw the same: an older look no longer counts.
    unit.db.run(`UPDATE ${feed.table} SET observed_at = ? WHERE id = ?`, row.observedAt, stored.id)
  }
}

function insert<Context>(feed: EntityFeed<Context>, taking: Taking, rows: readonly FeedRow[], context: Context): void {
  const { unit } = taking
  for (const row of rows) {
    taking.count(row, 'new')
    if (unit !== null) continue
    taking.announced.add(feed.kind, textOf(row, feed.id))
    feed.foreseen?.(taking, row, null, null, context)
  }
  if (unit === null || rows.length === 0) return
  const made = rows.map((row) => ({ id: unit.ids.next(), row }))
  for (const { id, row } of made) insertRow(unit.db, feed, id, row, feed.extra?.(row, context) ?? {})
  addExternalIds(
    unit.db,
    feed.entity,
    made.map(({ id, row }) => ({ entity: id, external: textOf(row, feed.id) })),
  )
  feed.inserted?.(unit, taking, made, context)
}

function insertRow<Context>(db: WriteDb, feed: EntityFeed<Context>, id: string, row: FeedRow, extra: Readonly<Record<string, Value>>): void {
  const params: Value[] = [id, row.observedAt]
  for (const [, place] of feed.copies) params.push(valueOf(row, place))
  for (const column in extra) params.push(extra[column]!)
  db.run(insertSql(feed, extra), ...params)
}

const statements = new WeakMap<object, string>()

function insertSql<Context>(feed: EntityFeed<Context>, extra: Readonly<Record<string, Value>>): string {
  const known = statements.get(feed)
  if (known !== undefined) return known
  const columns = ['id', 'observed_at', ...feed.copies.map(([column]) => column), ...Object.keys(extra), ...(feed.versioned ? ['version'] : [])]
  const marks = columns.map((column) => (column === 'version' ? '1' : '?')).join(', ')
  const sql = `INSERT INTO ${feed.table} (${columns.join(', ')}) VALUES (${marks})`
  statements.set(feed, sql)
  return sql
}
