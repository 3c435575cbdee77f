import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { WorkspaceProblem } from './problem'

/** Held while the folder is open: one desk a folder. Ends with the process, however it ends. @throws WorkspaceProblem `in_use` */
export function lockFolder(folder: string): () => void {
  process.umask(0o077)
  const lock = new Sqlite(join(folder, 'lock.db'))
  lock.pragma('journal_mode = DELETE')
  lock.pragma('busy_timeout = 0')
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new WorkspaceProblem('in_use', { folder })
  }
  return () => lock.close()
}
