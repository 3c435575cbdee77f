import type { ReadDb, WriteDb } from '../database'
import { canonical } from '../journal/canonical'

export function readSetting<T>(db: ReadDb, key: string, fallback: T): T {
  const row = db.get<{ value: string }>('SELECT value FROM setting WHERE key = ?', key)
  return row === undefined ? fallback : (JSON.parse(row.value) as T)
}

/** Only an event's `apply` writes settings: they are decisions, and replay must find the same bytes (JNL-03). */
export function writeSetting(db: WriteDb, key: string, value: unknown): void {
  db.run('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)', key, canonical(value))
}
