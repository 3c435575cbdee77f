import type { VerifyResult } from '@contract/journal'
import type { Progress } from '@contract/wire'
import type { ReadDb } from '@kernel/database/index'
import { checkChain, checkReplay, type Difference } from '@kernel/journal/index'
import type { Services } from '@kernel/services'

interface Work {
  readonly progress: (progress: Progress) => void
  readonly signal: AbortSignal
}

/**
 * JNL-02, JNL-03: the chain, the replay against the live tables, foreign keys, and the file's own pages; in chunks, so that queries
 * are answered in between. @throws AbortError when cancelled; nothing is written either way
 */
export async function verifyJournal(services: Services, { progress, signal }: Work): Promise<VerifyResult> {
  const { db, catalog, decisionTables } = services
  const total = db.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM entry')?.seq ?? 0
  const chain = await inChunks(checkChain(db), signal, (done) => progress({ done, total, phase: 'chain' }))
  const replayed = chain.firstBroken === null ? await inChunks(checkReplay(db, catalog.events, decisionTables), signal, (done) => progress({ done, total, phase: 'replay' })) : []
  const differences = [...replayed, ...brokenReferences(db), ...brokenPages(db)]
  return { ok: chain.firstBroken === null && differences.length === 0, entries: chain.entries, firstBroken: chain.firstBroken, differences }
}

async function inChunks<T>(work: Generator<number, T>, signal: AbortSignal, onDone: (done: number) => void): Promise<T> {
  try {
    for (;;) {
      const step = work.next()
      if (step.done === true) return step.value
      onDone(step.value)
      await new Promise((resolve) => setImmediate(resolve))
      signal.throwIfAborted()
    }
  } finally {
    work.return(undefined as never)
  }
}

const MOST = 50

function brokenReferences(db: ReadDb): Difference[] {
  return db
    .all<{ table: string; rowid: number | null; parent: string }>('PRAGMA foreign_key_check')
    .slice(0, MOST)
    .map(({ table, rowid, parent }) => ({ table, id: String(rowid ?? ''), problem: `refers to nothing in ${parent}` }))
}

function brokenPages(db: ReadDb): Difference[] {
  return db
    .all<{ integrity_check: string }>(`PRAGMA integrity_check(${MOST})`)
    .filter(({ integrity_check: found }) => found !== 'ok')
    .map(({ integrity_check: found }) => ({ table: 'file', id: '', problem: found.slice(0, 200) }))
}
