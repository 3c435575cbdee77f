import { isDamage, type ReadDb } from '../database'
import { commitmentOf, entryHash, GENESIS, type ChainedEntry } from './chain'

export interface ChainCheck {
  entries: number
  /** Sequence number of the first entry that doesn't fit (JNL-02). */
  firstBroken: number | null
}

interface Row extends ChainedEntry {
  prev: Buffer
  hash: Buffer
  salt: Buffer | null
  json: string | null
}

const CHUNK = 2_000

/**
 * JNL-02: recomputes the chain and the commitments to details that still exist, in chunks; each `yield` lets others run.
 * A missing detail is an erased one; a missing or renumbered entry breaks the chain.
 */
export function* checkChain(db: ReadDb): Generator<number, ChainCheck> {
  let seq = 0
  let prev: Buffer = GENESIS
  let size = CHUNK
  for (;;) {
    const rows = readAfter(db, seq, size)
    if (rows === null) {
      // Damaged pages: on one by one, up to the entry that can't be read.
      if (size === 1) return { entries: seq, firstBroken: seq + 1 }
      size = 1
      continue
    }
    for (const row of rows) {
      if (row.seq !== seq + 1 || !fits(row, prev)) return { entries: seq, firstBroken: seq + 1 }
      seq = row.seq
      prev = row.hash
    }
    if (rows.length < size) break
    yield seq
  }
  return { entries: seq, firstBroken: lastOp(db) > seq ? seq + 1 : null }
}

/** What this workstation has added: an end cut off shows. */
function lastOp(db: ReadDb): number {
  return undamaged(() => db.get<{ seq: number | null }>('SELECT max(entry_seq) AS seq FROM op')?.seq) ?? 0
}

/** Null: the pages they are on are damaged. */
function readAfter(db: ReadDb, seq: number, limit: number): Row[] | null {
  return undamaged(() =>
    db.all<Row>(
      'SELECT e.seq, e.id, e.at, e.actor, e.kind, e.entity, e.account, e.version, e.rule, e.body, e.commitment, e.prev, e.hash, d.salt, d.json FROM entry e LEFT JOIN detail d ON d.entry_id = e.id WHERE e.seq > ? ORDER BY e.seq LIMIT ?',
      seq,
      limit,
    ),
  )
}

function undamaged<T>(read: () => T): T | null {
  try {
    return read()
  } catch (thrown) {
    if (isDamage(thrown)) return null
    throw thrown
  }
}

function fits(row: Row, prev: Buffer): boolean {
  if (!row.prev.equals(prev) || !entryHash(row, prev).equals(row.hash)) return false
  if (row.salt === null || row.json === null) return true
  return row.commitment !== null && commitmentOf(row.salt, row.json).equals(row.commitment)
}
