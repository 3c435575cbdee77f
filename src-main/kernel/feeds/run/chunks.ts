import type { FeedReader } from '../read/read-feed'
import type { RawRow } from '../read/rows'
import { rowReader, type Finding } from '../schema/row'
import { SCHEMAS } from '../schema/schemas'
import type { Cell, FeedRow } from '../taker'
import { SeenKeys } from './seen'
import { shown } from '../read/rows'

export interface BadFinding extends Finding {
  readonly line: number
  /** Several findings can lie in one row. */
  readonly nth: number
}

/** Rows of one file that are dealt with together. */
export interface Chunk {
  /** Rows of the file read so far, these included. */
  readonly rowsDone: number
  readonly rows: number
  readonly good: readonly FeedRow[]
  /** Repeated word for word within the file: taken once. */
  readonly repeated: number
  readonly badRows: number
  readonly bad: readonly BadFinding[]
  /** The file ends here. */
  readonly last: boolean
}

export interface ChunkOptions {
  /** ms UTC: when undated rows were seen. */
  readonly now: number
  /** Rows dealt with before an interruption. */
  readonly skip: number
  /** How many rows the next chunk should have. */
  readonly size: () => number
  readonly onRow?: (row: RawRow) => void
}

/** Checks every row against its kind's columns and against the rows before it. @throws FileProblem */
export async function* chunksOf(reader: FeedReader, { now, skip, size, onRow }: ChunkOptions): AsyncGenerator<Chunk> {
  const schema = SCHEMAS[reader.kind]
  const observed = schema.at['observed_at']!
  const seen = new SeenKeys()
  const key: Cell[] = []
  let read: ReturnType<typeof rowReader> | null = null
  let rowsDone = 0
  let pending = empty()

  for await (const batch of reader.batches()) {
    for (const raw of batch) {
      read ??= rowReader(schema, reader.header?.places ?? null)
      rowsDone += 1
      const { values, findings } = read(raw)
      const skipped = rowsDone <= skip
      if (!skipped) onRow?.(raw)
      if (findings !== null) {
        if (!skipped) addBad(pending, raw.line, findings)
      } else {
        for (const [at, place] of schema.key.entries()) key[at] = values[place]
        const standing = seen.note(key, values)
        if (skipped) continue
        if (standing === 'new') {
          const at = values[observed]
          const dated = typeof at === 'number'
          pending.good.push({ line: raw.line, values, observedAt: dated ? at : now, dated })
        } else if (standing === 'same') pending.repeated += 1
        else
          addBad(pending, raw.line, [
            { column: schema.columns[schema.key[0]!]!.name, value: shown(String(values[schema.key[0]!])), code: 'duplicate_id', params: {} },
          ])
      }
      if (skipped) continue
      pending.rows += 1
      if (pending.rows < size()) continue
      yield { ...pending, rowsDone, last: false }
      pending = empty()
    }
  }
  yield { ...pending, rowsDone, last: true }
}

function empty(): { rows: number; good: FeedRow[]; repeated: number; badRows: number; bad: BadFinding[] } {
  return { rows: 0, good: [], repeated: 0, badRows: 0, bad: [] }
}

function addBad(pending: ReturnType<typeof empty>, line: number, findings: readonly Finding[]): void {
  pending.badRows += 1
  for (const [nth, finding] of findings.entries()) pending.bad.push({ line, nth, ...finding })
}
