import type { FeedKind } from '@contract/feeds'
import type { Value } from '@kernel/database/index'
import type { FeedRow, FeedTaker, Taking } from '@kernel/feeds/index'
import type { Unit } from '@kernel/unit'
import { allKnown, idOf, lookUp, type Reference } from './references'

type Values = Readonly<Record<string, Value>>

/** A kind without ids of its own: what it is about tells its rows apart. */
export interface KeyedFeed {
  readonly kind: FeedKind
  readonly table: string
  readonly references: readonly Reference[]
  /** Columns of the key; `id` gives the internal uuid of a reference. */
  key(row: FeedRow, id: (reference: Reference) => string): Values
  /** The other columns; undefined: the column is absent and stays. `stored`: null for a new row. */
  values(row: FeedRow, stored: Values | null): Readonly<Record<string, Value | undefined>>
  /** ms UTC: a row older than what is stored is stale. Default: when the platform saw it. */
  seenAt?(row: FeedRow): number
  /** New or changed; once a row. */
  taken?(unit: Unit, row: FeedRow, key: Values): void
}

export function keyedTaker(feed: KeyedFeed): FeedTaker {
  return {
    kind: feed.kind,
    take(taking, rows) {
      const found = lookUp(taking, rows, feed.references)
      for (const row of rows) {
        if (!allKnown(taking, row, feed.references, found)) continue
        takeRow(
          feed,
          taking,
          row,
          feed.key(row, (reference) => idOf(row, reference, found)),
        )
      }
    },
  }
}

function takeRow(feed: KeyedFeed, taking: Taking, row: FeedRow, key: Values): void {
  const { unit, announced } = taking
  const columns = Object.keys(key)
  const where = columns.map((column) => `${column} = ?`).join(' AND ')
  const stored = taking.db.get<Record<string, Value>>(`SELECT * FROM ${feed.table} WHERE ${where}`, ...Object.values(key))
  const seenAt = feed.seenAt?.(row) ?? row.observedAt
  if (stored === undefined) {
    const name = JSON.stringify(key)
    const twice = unit === null && announced.has(feed.kind, name)
    taking.count(row, twice ? 'same' : 'new')
    if (unit === null) return announced.add(feed.kind, name)
    const values = Object.entries(feed.values(row, null)).map(([column, value]): [string, Value] => [column, value ?? null])
    write(feed, unit, row, key, [...Object.entries(key), ...values, ['observed_at', seenAt]])
    return
  }
  if (seenAt < Number(stored['observed_at'])) return taking.count(row, 'stale')
  const changes = Object.entries(feed.values(row, stored)).filter(
    (entry): entry is [string, Value] => entry[1] !== undefined && entry[1] !== stored[entry[0]],
  )
  taking.count(row, changes.length === 0 ? 'same' : 'changed')
  if (unit === null) return
  if (changes.length > 0 || (row.dated && seenAt > Number(stored['observed_at']))) {
    const sets = [...changes, ['observed_at', seenAt] as [string, Value]]
    unit.db.run(
      `UPDATE ${feed.table} SET ${sets.map(([column]) => `${column} = ?`).join(', ')} WHERE ${where}`,
      ...sets.map(([, value]) => value),
      ...Object.values(key),
    )
    if (changes.length > 0) feed.taken?.(unit, row, key)
  }
}

function write(feed: KeyedFeed, unit: Unit, row: FeedRow, key: Values, columns: readonly (readonly [string, Value])[]): void {
  unit.db.run(
    `INSERT INTO ${feed.table} (${columns.map(([column]) => column).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ...columns.map(([, value]) => value),
  )
  feed.taken?.(unit, row, key)
}
