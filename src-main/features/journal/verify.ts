import type { VerifyResult } from '@contract/journal'
import type { Progress } from '@contract/wire'
import { isDamage, type ReadDb } from '@kernel/database/index'
import { checkChain, checkReplay, type Difference } from '@kernel/journal/index'
import { Refusal } from '@kernel/refusal'
import type { Services } from '@kernel/services'

interface Work {
  readonly progress: (progress: Progress) => void
  readonly signal: AbortSignal
}

/**
 * JNL-02, JNL-03: the chain, the replay against the live tables, references, and the file's own pages; in chunks, so that queries
 * are answered in between. @throws Refusal `cancelled`; nothing is written either way
 */
export async function verifyJournal(services: Services, { progress, signal }: Work): Promise<VerifyResult> {
  const { db, catalog, decisionTables } = services
  const total = reading(() => db.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM entry')?.seq) ?? 0
  const chain = await inChunks(checkChain(db), signal, (done) => progress({ done, total, phase: 'chain' }))
  const whole = chain.firstBroken === null
  const replayed = whole
    ? await inChunks(replaying(db, catalog.events, decisionTables), signal, (done) => progress({ done, total, phase: 'replay' }))
    : []
  const tables = tablesOf(db)
  const broken = await inChunks(checkTables(db, tables), signal, (done) => progress({ done, total: tables.length, phase: 'tables' }))
  const differences = [...replayed, ...broken]
  return { ok: whole && differences.length === 0, entries: chain.entries, firstBroken: chain.firstBroken, differences }
}

async function inChunks<T>(work: Generator<number, T>, signal: AbortSignal, onDone: (done: number) => void): Promise<T> {
  try {
    for (;;) {
      const step = work.next()
      if (step.done === true) return step.value
      onDone(step.value)
      await new Promise((resolve) => setImmediate(resolve))
      if (signal.aborted) throw new Refusal('cancelled')
    }
  } finally {
    work.return(undefined as never)
  }
}

function tablesOf(db: ReadDb): string[] {
  return db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").map(({ name }) => name)
}

const damaged = (table: string): Difference => ({ table, id: '', problem: 'damaged' })

/** Null: SQLite can't read the pages. That is a finding, not a failure. */
function reading<T>(read: () => T): T | null {
  try {
    return read()
  } catch (thrown) {
    if (isDamage(thrown)) return null
    throw thrown
  }
}

function* replaying(...journal: Parameters<typeof checkReplay>): Generator<number, Difference[]> {
  try {
    return yield* checkReplay(...journal)
  } catch (thrown) {
    if (isDamage(thrown)) return [damaged('file')]
    throw thrown
  }
}

const MOST = 50

/** One table after the other: checking a large file in one go would keep the desk from answering. */
function* checkTables(db: ReadDb, tables: readonly string[]): Generator<number, Difference[]> {
  const found: Difference[] = []
  for (const [at, table] of tables.entries()) {
    found.push(...(reading(() => [...brokenReferences(db, table), ...brokenPages(db, table)]) ?? [damaged(table)]))
    yield at + 1
  }
  return found
}

// As table-valued functions these pragmas don't exist in every build of SQLite.
const named = (table: string): string => `"${table.replaceAll('"', '""')}"`

function brokenReferences(db: ReadDb, table: string): Difference[] {
  return db
    .all<{ rowid: number | null; parent: string }>(`PRAGMA foreign_key_check(${named(table)})`)
    .slice(0, MOST)
    .map(({ rowid, parent }) => ({ table, id: String(rowid ?? ''), problem: `refers to nothing in ${parent}` }))
}

function brokenPages(db: ReadDb, table: string): Difference[] {
  return db
    .all<{ integrity_check: string }>(`PRAGMA integrity_check(${named(table)})`)
    .filter(({ integrity_check: problem }) => problem !== 'ok')
    .slice(0, MOST)
    .map(({ integrity_check: problem }) => ({ table, id: '', problem: problem.slice(0, 200) }))
}
