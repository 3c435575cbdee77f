import type { FeedCounts } from '@contract/feeds'
import { NOTHING_FOLLOWED, type Followed } from '../../catalog'
import type { ReadDb } from '../../database'
import type { Unit } from '../../unit'
import { shown } from '../read/rows'
import { SCHEMAS } from '../schema/schemas'
import type { Announced, FeedTaker, Taking } from '../taker'
import type { BadFinding, Chunk } from './chunks'
import { noCounts } from './counts'

export interface Taken {
  readonly counts: FeedCounts
  readonly bad: readonly BadFinding[]
  /** Internal uuids of accounts whose facts changed. */
  readonly touched: ReadonlySet<string>
  readonly followed: Followed
}

/** Gives a chunk's good rows to their taker. Without a unit nothing is written (FED-05). @throws Error when a row was left unjudged: a defect */
export function takeChunk(chunk: Chunk, taker: FeedTaker, context: { db: ReadDb; unit: Unit | null; now: number; announced: Announced }): Taken {
  const counts = noCounts()
  const bad = [...chunk.bad]
  const touched = new Set<string>()
  const followed = { ...NOTHING_FOLLOWED }
  const { columns, at } = SCHEMAS[taker.kind]
  counts.rows = chunk.rows
  counts.same = chunk.repeated
  counts.bad = chunk.badRows
  const taking: Taking = {
    ...context,
    count: (_row, outcome) => void (counts[outcome] += 1),
    refuse(row, column, code, params = {}) {
      const place = at[column]
      if (place === undefined || columns[place] === undefined) throw new Error(`no such column: ${taker.kind}.${column}`)
      counts.bad += 1
      bad.push({ line: row.line, nth: 0, column, value: shown(String(row.values[place] ?? '')), code, params })
    },
    touch: (account) => void touched.add(account),
    follow: (what) => void (followed[what] += 1),
  }
  if (chunk.good.length > 0) taker.take(taking, chunk.good)
  const judged = counts.new + counts.changed + counts.same + counts.stale + counts.awaited + counts.bad
  if (judged !== chunk.rows) throw new Error(`${taker.kind}: ${chunk.rows} rows, ${judged} judged`)
  return { counts, bad, touched, followed }
}
