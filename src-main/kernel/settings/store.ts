import type { ReadDb, WriteDb } from '../database'

export function readSetting<T>(db: ReadDb, key: string, fallback: T): T {
  const row = db.get<{ value: string }>('SELECT value FROM setting WHERE key = ?', key)
  return row === undefined ? fallback : (JSON.parse(row.value) as T)
}

/** Only an event's `apply` writes settings: they are decisions (JNL-03). */
export function writeSetting(db: WriteDb, key: string, value: unknown): void {
  db.run('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)', key, JSON.stringify(value))
}
