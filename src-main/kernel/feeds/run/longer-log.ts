import type { Database } from '../../database'

/** In pages of 4 kB: 128 MB, and SQLite's own default. */
const LONGER = 32_768
const USUAL = 1_000

/**
 * Rows come in any order, so that every chunk touches the same index pages again. With SQLite's usual 4 MB of log each of them is copied
 * into the file after every chunk (12.5 GB written for 200,000 accounts); with a longer one once for many chunks.
 */
export async function withLongerLog(db: Database, work: () => Promise<void>): Promise<void> {
  db.raw.pragma(`wal_autocheckpoint = ${LONGER}`)
  try {
    await work()
  } finally {
    if (db.raw.open) {
      db.raw.pragma(`wal_autocheckpoint = ${USUAL}`)
      db.raw.pragma('wal_checkpoint(PASSIVE)')
    }
  }
}
