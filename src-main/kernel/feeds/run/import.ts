import type { Consequences, FeedCounts, ImportResult } from '@contract/feeds'
import type { Progress, Topic } from '@contract/wire'
import { unavailable } from '../../refusal'
import type { Services } from '../../services'
import type { Actor } from '../../unit'
import { openFeed } from '../read/read-feed'
import { chunksOf, type BadFinding } from './chunks'
import { commitChunk } from './commit-chunk'
import { added, noConsequences, noCounts } from './counts'
import { asRefusal, type FeedFile } from './files'
import { finishImport } from './finish'
import { giveUp } from './give-up'
import { withLongerLog } from './longer-log'
import { insideOneTransaction } from './one-transaction'
import { pacer, sometimes } from './pace'
import { announcedIds } from './seen'
import { countBadRows, insertBadRows, MOST_BAD_ROWS, updateFile } from './store'
import { takeChunk } from './take-chunk'

export interface RunFile extends FeedFile {
  readonly ordinal: number
  /** Rows dealt with before an interruption. */
  readonly skip: number
  readonly size: number
  counts: FeedCounts
  unknown: readonly string[]
  finished: boolean
}

export interface ImportRun {
  readonly services: Services
  readonly id: string
  /** ms UTC: the import's time, also after an interruption. */
  readonly at: number
  readonly actor: Actor
  readonly commandId: string | null
  readonly allOrNothing: boolean
  readonly files: readonly RunFile[]
  consequences: Consequences
  readonly progress: (progress: Progress) => void
  readonly signal: AbortSignal
}

/** Screens that show facts; they refetch once a second at most, not with every chunk. */
const SCREENS: readonly Topic[] = ['accounts', 'plans', 'feeds']

/** Takes every file, chunk by chunk. @throws what went wrong, with the import marked as interrupted; Refusal for a file that can't be read */
export async function runImport(run: ImportRun): Promise<ImportResult> {
  try {
    return run.allOrNothing ? await runWhole(run) : await runInChunks(run)
  } catch (thrown) {
    // When the desk was closed meanwhile, the import goes on at its next start.
    if (run.services.db.raw.open) giveUp(run.services, run.id, run.actor)
    throw thrown
  }
}

async function runInChunks(run: ImportRun): Promise<ImportResult> {
  await withLongerLog(run.services.db, async () => {
    for (const file of run.files) {
      if (run.signal.aborted) break
      if (!file.finished) await takeFile(run, file, null)
    }
  })
  return finishImport(run, { cancelled: run.signal.aborted, nothingTaken: false })
}

/** FED-02: one transaction over all files. Killed anywhere, nothing of it is left; queries read the state before it. */
async function runWhole(run: ImportRun): Promise<ImportResult> {
  const bad = new Map<number, BadFinding[]>()
  for (const file of run.files) {
    file.counts = noCounts()
    bad.set(file.ordinal, [])
  }
  run.consequences = noConsequences()
  const kept = await insideOneTransaction(run.services, async () => {
    for (const file of run.files) if (!run.signal.aborted) await takeFile(run, file, bad.get(file.ordinal)!)
    return !run.signal.aborted && run.files.every(({ counts }) => counts.bad === 0)
  })
  if (kept) return finishImport(run, { cancelled: false, nothingTaken: false })
  run.consequences = noConsequences()
  for (const file of run.files) file.counts = { ...noCounts(), rows: file.counts.rows, bad: file.counts.bad }
  run.services.unit(run.actor, ({ db }) => {
    for (const { ordinal, counts, unknown } of run.files) {
      insertBadRows(db, run.id, ordinal, bad.get(ordinal)!)
      updateFile(db, run.id, { ordinal, rowsDone: counts.rows, finished: true, counts, unknown })
    }
  })
  return finishImport(run, { cancelled: run.signal.aborted, nothingTaken: true })
}

/** `aside`: where bad rows go when the transaction they would be written in may be undone. */
async function takeFile(run: ImportRun, file: RunFile, aside: BadFinding[] | null): Promise<void> {
  const { services } = run
  const before = run.files.filter(({ ordinal }) => ordinal < file.ordinal).reduce((sum, { size }) => sum + size, 0)
  const total = run.files.reduce((sum, { size }) => sum + size, 0)
  const pace = pacer()
  const announced = announcedIds()
  const tell = sometimes(1_000)
  const reader = await openFeed(file.path, file.kind).catch((thrown: unknown) => {
    throw asRefusal(thrown, file.name)
  })
  let badKept = aside === null ? countBadRows(services.db, run.id, file.ordinal) : 0
  try {
    for await (const chunk of chunksOf(reader, { now: run.at, skip: file.skip, size: () => pace.size })) {
      if (!services.db.raw.open) throw unavailable('desk_closed')
      if (chunk.rows > 0 || chunk.last) {
        pace.start()
        commitChunk(run, file.kind, (unit) => {
          const taken = takeChunk(chunk, file.taker, { db: unit.db, unit, now: run.at, announced })
          const counts = added(file.counts, taken.counts)
          const keep = taken.bad.slice(0, Math.max(0, MOST_BAD_ROWS - badKept))
          if (aside === null) insertBadRows(unit.db, run.id, file.ordinal, keep)
          updateFile(unit.db, run.id, { ordinal: file.ordinal, rowsDone: chunk.rowsDone, finished: chunk.last, counts, unknown: reader.unknown })
          return {
            touched: taken.touched,
            followed: taken.followed,
            done() {
              aside?.push(...keep)
              badKept += keep.length
              file.counts = counts
              file.unknown = reader.unknown
              file.finished = chunk.last
            },
          }
        })
        pace.stop(chunk.rows)
      }
      if (tell()) services.publish(SCREENS)
      run.progress({ done: before + Math.min(reader.bytesRead, file.size), total, phase: 'importing' })
      // Queries and the scheduler get their turn between two chunks.
      await new Promise((resolve) => void setImmediate(resolve))
      if (run.signal.aborted) return
    }
  } finally {
    await reader.close()
  }
}
