import type { FeedKind } from '@contract/feeds'
import type { Followed } from '../catalog'
import type { ReadDb } from '../database'
import type { Unit } from '../unit'

/** A value of a row: absent column (leaves what is stored), empty cell (clears it), or what the column's type makes of the text. */
export type Cell = string | number | null | undefined

export type Outcome = 'new' | 'changed' | 'same' | 'stale' | 'awaited'

/** One well-formed row. Taken rows have different keys within one call, unless the key of the kind holds the time. */
export interface FeedRow {
  /** Physical line in its file, from 1. */
  readonly line: number
  /** In the order of the kind's columns: `SCHEMAS[kind].at` says where. */
  readonly values: readonly Cell[]
  /** ms UTC: when the platform saw it, else the import's time (FED-07). */
  readonly observedAt: number
  /** False: `observedAt` is the import's time. */
  readonly dated: boolean
}

export type Params = Readonly<Record<string, string | number>>

/** What a taker works with while it takes a chunk. */
export interface Taking {
  readonly db: ReadDb
  /** Null in a preview: every row is judged, nothing is written (FED-05). */
  readonly unit: Unit | null
  /** The import's time, ms UTC. */
  readonly now: number
  /** The row is good, and this is what it does. */
  count(row: FeedRow, outcome: Outcome): void
  /** The row is bad for what the store holds. `column` is where a person must look. */
  refuse(row: FeedRow, column: string, code: string, params?: Params): void
  /** Facts of this account (internal uuid) changed: its rules run in the same transaction (FED-06). */
  touch(account: string): void
  /** Something follows from the row itself, for the import's report; in a preview it would follow. */
  follow(what: keyof Followed): void
  /** In a preview: ids that this or an earlier file would bring in. */
  readonly announced: Announced
}

export interface Announced {
  add(kind: FeedKind, id: string): void
  has(kind: FeedKind, id: string): boolean
  /** Stored accounts (internal uuids) that the files would end (false) or bring back (true). */
  readonly accounts: Map<string, boolean>
}

/** Takes the rows of one kind into the store. */
export interface FeedTaker {
  readonly kind: FeedKind
  /** Every row is counted or refused once. @throws only for a defect: the chunk is then rolled back */
  take(taking: Taking, rows: readonly FeedRow[]): void
}
