import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { WorkspaceProblem } from './problem'

/** Held while the folder is open: one desk a folder. Ends with the process, however it ends. @throws WorkspaceProblem `in_use` */
export function lockFolder(folder: string): () => void {
  process.umask(0o077)
  const file = join(folder, 'lock.db')
  const lock = new Sqlite(file, { timeout: 0 })
  try {
    chmodSync(file, 0o600)
    // Asking for the journal mode needs the lock too.
    lock.pragma('journal_mode = DELETE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (thrown) {
    lock.close()
    if (String((thrown as { code?: unknown }).code).startsWith('SQLITE_BUSY')) throw new WorkspaceProblem('in_use', { folder })
    throw thrown
  }
  return () => lock.close()
}
