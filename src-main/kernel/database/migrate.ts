import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Database } from './database'
import { APPLICATION_ID } from './open'
import { WorkspaceProblem } from './problem'

export interface Migration {
  /** 1, 2, 3 … without gaps. */
  readonly number: number
  readonly name: string
  readonly sql: string
}

const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true })

/** Every migration this version knows, in order. @throws when numbers have gaps. */
export const MIGRATIONS: readonly Migration[] = Object.entries(files)
  .map(([path, sql]) => {
    const name = path.slice(path.lastIndexOf('/') + 1, -'.sql'.length)
    return { number: Number(name.slice(0, 4)), name, sql }
  })
  .sort((a, b) => a.number - b.number)

/**
 * Brings the file to this version in one transaction, after a verified backup when there is something to lose.
 * @throws WorkspaceProblem `newer_version`, `not_ours`, `migration_failed` (the file is then as it was)
 */
export function migrate(db: Database, backups: string | null, migrations: readonly Migration[] = MIGRATIONS): void {
  const newest = migrations.length
  const version = db.raw.pragma('user_version', { simple: true }) as number
  const owner = db.raw.pragma('application_id', { simple: true }) as number
  if (owner !== 0 && owner !== APPLICATION_ID) throw new WorkspaceProblem('not_ours')
  if (version > newest) throw new WorkspaceProblem('newer_version', { found: version, known: newest })
  if (version === newest) return
  if (version > 0 && backups !== null) backUp(db, backups, version)
  try {
    db.transaction(() => {
      for (const { sql } of migrations.slice(version)) db.raw.exec(sql)
      db.raw.pragma(`user_version = ${newest}`)
      db.raw.pragma(`application_id = ${APPLICATION_ID}`)
      const broken = db.raw.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0) throw new WorkspaceProblem('migration_failed', { rows: broken.length })
    })
  } catch (thrown) {
    if (thrown instanceof WorkspaceProblem) throw thrown
    throw new WorkspaceProblem('migration_failed', { cause: thrown instanceof Error ? thrown.message : 'unknown' })
  }
}

/** A whole copy, opened again and checked before anything is changed. @throws WorkspaceProblem `damaged` */
function backUp(db: Database, folder: string, version: number): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `before-migration-from-${version}.db`)
  if (existsSync(file)) rmSync(file)
  db.raw.prepare('VACUUM INTO ?').run(file)
  const copy = new Sqlite(file, { readonly: true })
  const found = copy.pragma('integrity_check', { simple: true })
  const copied = copy.pragma('user_version', { simple: true })
  copy.close()
  if (found !== 'ok' || copied !== version) throw new WorkspaceProblem('damaged', { found: String(found) })
}

/** The whole schema as SQL, in a stable order; compared with the committed snapshot. */
export function schemaOf(db: Database): string {
  return db
    .all<{ sql: string }>("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name")
    .map(({ sql }) => `${sql};\n`)
    .join('\n')
}
