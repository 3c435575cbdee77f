import { chmodSync, existsSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { Database } from './database'

/** "Reev", so that another program's file is told apart. */
export const APPLICATION_ID = 0x52656576

/** Opens the file for writing, creating it when missing. Its files are readable by their owner only. */
export function openDatabase(file: string): Database {
  process.umask(0o077)
  const raw = new Sqlite(file)
  if (file !== ':memory:' && existsSync(file)) chmodSync(file, 0o600)
  raw.pragma('busy_timeout = 5000')
  raw.pragma('journal_mode = WAL')
  configure(raw)
  return new Database(raw)
}

/** A second connection that can't write; sees the last commit while the first one is in a long transaction. */
export function openReader(file: string): Database {
  const raw = new Sqlite(file, { readonly: true, fileMustExist: true })
  raw.pragma('busy_timeout = 5000')
  configure(raw)
  raw.pragma('query_only = ON')
  return new Database(raw)
}

function configure(raw: Sqlite.Database): void {
  // The build's default falls back to NORMAL under WAL: a power cut could then lose a committed decision.
  raw.pragma('synchronous = FULL')
  raw.pragma('foreign_keys = ON')
  raw.pragma('trusted_schema = OFF')
  raw.pragma('cell_size_check = ON')
  raw.pragma('secure_delete = ON')
  raw.pragma('temp_store = MEMORY')
  raw.pragma('cache_size = -65536')
}
