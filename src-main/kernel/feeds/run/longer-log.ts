import type { Database } from '../../database'

/** In pages of 4 kB: 128 MB, and SQLite's own default. */
const LONGER = 32_768
const USUAL = 1_000
/** In kB. Less than usual: the rows at hand and the keys seen need room too (400 MB for a million rows). */
const LESS_CACHE = 36_864

/**
 * Rows come in any order, so that every chunk touches the same index pages again. With SQLite's usual 4 MB of log each of them is copied
 * into the file after every chunk (12.5 GB written for 200,000 accounts); with a longer one once for many chunks.
 */
export async function withLongerLog(db: Database, work: () => Promise<void>): Promise<void> {
  const cache = db.raw.pragma('cache_size', { simple: true }) as number
  db.raw.pragma(`wal_autocheckpoint = ${LONGER}`)
  db.raw.pragma(`cache_size = -${LESS_CACHE}`)
  try {
    await work()
  } finally {
    if (db.raw.open) {
      db.raw.pragma(`cache_size = ${cache}`)
      db.raw.pragma(`wal_autocheckpoint = ${USUAL}`)
      db.raw.pragma('wal_checkpoint(PASSIVE)')
    }
  }
}
