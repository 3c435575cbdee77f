import { basename } from 'node:path'
import type { FeedCounts, FilePreview } from '@contract/feeds'
import type { Progress } from '@contract/wire'
import { Refusal } from '../refusal'
import type { Services } from '../services'
import { FileProblem } from './read/problem'
import { openFeed, type FeedReader } from './read/read-feed'
import { shown, type RawRow } from './read/rows'
import { kindOfName } from './read/source'
import { SCHEMAS } from './schema/schemas'
import { chunksOf, type BadFinding } from './run/chunks'
import { added, noCounts } from './run/counts'
import { feedFile, inOrder, type FeedFile, type Named } from './run/files'
import { announcedIds } from './run/seen'
import { takeChunk } from './run/take-chunk'
import type { Announced } from './taker'

const CHUNK = 2_000
const FIRST_ROWS = 20
const BAD_SHOWN = 500

interface Watching {
  readonly progress: (progress: Progress) => void
  readonly signal: AbortSignal
}

/** FED-05: judges every row against the store as it is, and against the files before it. Writes nothing. @throws Refusal `cancelled` */
export async function previewFiles(services: Services, named: readonly Named[], watching: Watching): Promise<FilePreview[]> {
  const previews = new Map<Named, FilePreview>()
  const chosen: (FeedFile & { named: Named })[] = []
  for (const one of named) {
    try {
      chosen.push({ ...feedFile(one, services.catalog), named: one })
    } catch (thrown) {
      previews.set(one, unusable(one, thrown))
    }
  }
  const announced = announcedIds()
  for (const file of inOrder(chosen)) previews.set(file.named, await previewFile(services, file, announced, watching))
  return named.flatMap((one) => previews.get(one) ?? [])
}

async function previewFile(
  services: Services,
  file: FeedFile & { named: Named },
  announced: Announced,
  { progress, signal }: Watching,
): Promise<FilePreview> {
  let counts = noCounts()
  let reviewsOpened = 0
  const bad: BadFinding[] = []
  const first: RawRow[] = []
  let reader: FeedReader | null = null
  try {
    reader = await openFeed(file.path, file.kind)
    const now = services.clock.now()
    const onRow = (row: RawRow): void => {
      if (first.length < FIRST_ROWS) first.push(row)
    }
    for await (const chunk of chunksOf(reader, { now, skip: 0, size: () => CHUNK, onRow })) {
      const taken = takeChunk(chunk, file.taker, { db: services.reader, unit: null, now, announced })
      counts = added(counts, taken.counts)
      reviewsOpened += taken.followed.reviewsOpened
      for (const foresee of services.catalog.listeners.accountsForeseen) reviewsOpened += foresee(services.reader, [...taken.touched]).reviewsOpened
      bad.push(...taken.bad.slice(0, BAD_SHOWN - bad.length))
      progress({ done: Math.min(reader.bytesRead, reader.size), total: reader.size, phase: 'checking' })
      await new Promise((resolve) => void setImmediate(resolve))
      if (signal.aborted) throw new Refusal('cancelled')
    }
    return { ...described(file, reader, first, counts, bad), reviewsOpened }
  } catch (thrown) {
    return unusable(file.named, thrown)
  } finally {
    await reader?.close()
  }
}

function described(file: FeedFile, reader: FeedReader, first: readonly RawRow[], counts: FeedCounts, bad: readonly BadFinding[]): Omit<FilePreview, 'reviewsOpened'> {
  const { columns } = SCHEMAS[file.kind]
  const known = new Map(columns.map(({ name, required }) => [name, required]))
  // NDJSON has no header: what its first rows hold, in the order of the kind.
  const places = columns.map((_, place) => place).filter((place) => first.some(({ cells }) => cells[place] !== undefined))
  const names = reader.header?.names ?? [...places.map((place) => columns[place]!.name), ...reader.unknown]
  const firstRows = first.map(({ line, cells }) => ({
    line,
    cells: (reader.header === null ? places.map((place) => cells[place]) : cells).map((cell) => shown(cell ?? '')),
  }))
  return {
    file: file.name,
    kind: file.kind,
    problem: null,
    columns: names.map((name) => ({ name: shown(name), known: known.has(name), required: known.get(name) === true })),
    missing: [...(reader.header?.missing ?? [])],
    firstRows,
    counts,
    bad: bad.map(({ line, column, value, code, params }) => ({ line, column, value, code, params: { ...params } })),
  }
}

function unusable({ path, kind }: Named, thrown: unknown): FilePreview {
  if (!(thrown instanceof FileProblem)) throw thrown
  const { code, params } = thrown
  return {
    file: basename(path),
    kind: kind ?? kindOfName(path),
    problem: { code, params: { ...params } },
    columns: [],
    missing: [],
    firstRows: [],
    counts: noCounts(),
    bad: [],
    reviewsOpened: 0,
  }
}
