import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { APPLICATION_ID, migrate, MIGRATIONS, openDatabase, openReader, schemaOf, WorkspaceProblem, type Database, type Migration } from './index'

let folder: string
let file: string
let backups: string
const open: Database[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reeve-migrate-'))
  file = join(folder, 'reeve.db')
  backups = join(folder, 'backups')
})
afterEach(() => {
  for (const db of open.splice(0)) db.close()
  rmSync(folder, { recursive: true })
})

const opened = (): Database => {
  const db = openDatabase(file)
  open.push(db)
  return db
}
const versionOf = (db: Database): unknown => db.raw.pragma('user_version', { simple: true })

const problemOf = (work: () => void): WorkspaceProblem => {
  try {
    work()
  } catch (thrown) {
    if (thrown instanceof WorkspaceProblem) return thrown
    throw thrown
  }
  throw new Error('nothing was thrown')
}

const next = (sql: string): Migration[] => [...MIGRATIONS, { number: MIGRATIONS.length + 1, name: 'next', sql }]

describe('the schema', () => {
  const SNAPSHOT = join(import.meta.dirname, 'schema.snapshot.sql')

  /** After a migration: REEVE_UPDATE_SCHEMA=1 npx vitest run src-main/kernel/database/migrate.test.ts */
  it('is the one in schema.snapshot.sql', () => {
    const db = openDatabase(':memory:')
    open.push(db)
    migrate(db, null)
    if (process.env['REEVE_UPDATE_SCHEMA'] === '1') writeFileSync(SNAPSHOT, schemaOf(db))
    expect(schemaOf(db)).toBe(readFileSync(SNAPSHOT, 'utf8'))
  })

  it('is strict in every table', () => {
    const db = openDatabase(':memory:')
    open.push(db)
    migrate(db, null)
    const loose = db.all<{ name: string }>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    )
    expect(loose).toEqual([])
  })

  it('comes from migrations numbered without gaps', () => {
    expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, at) => at + 1))
  })
})

describe('migrate', () => {
  it('makes an empty file Reeve’s, and the second time changes nothing', () => {
    const db = opened()
    migrate(db, backups)
    expect(versionOf(db)).toBe(MIGRATIONS.length)
    expect(db.raw.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
    const before = schemaOf(db)
    migrate(db, backups)
    expect(schemaOf(db)).toBe(before)
    expect(existsSync(backups)).toBe(false)
  })

  it('brings version N−1 with its rows to N, after a verified backup for the owner’s eyes only', () => {
    const db = opened()
    migrate(db, backups)
    db.run("INSERT INTO team (id, name, observed_at) VALUES ('t-1', 'Sales', 5), ('t-2', '', 0)")
    migrate(
      db,
      backups,
      next("ALTER TABLE team ADD COLUMN size INTEGER NOT NULL DEFAULT 7 CHECK (size > 0); UPDATE team SET name = 'unnamed' WHERE name = ''"),
    )
    expect(versionOf(db)).toBe(MIGRATIONS.length + 1)
    expect(db.all('SELECT id, name, size FROM team ORDER BY id')).toEqual([
      { id: 't-1', name: 'Sales', size: 7 },
      { id: 't-2', name: 'unnamed', size: 7 },
    ])

    const [backup, ...others] = readdirSync(backups)
    expect(others).toEqual([])
    const path = join(backups, backup!)
    expect(statSync(path).mode & 0o077).toBe(0)
    const copy = openReader(path)
    expect(versionOf(copy)).toBe(MIGRATIONS.length)
    expect(copy.all('SELECT id, name FROM team ORDER BY id')).toEqual([
      { id: 't-1', name: 'Sales' },
      { id: 't-2', name: '' },
    ])
    copy.close()
  })

  it('leaves the file as it was when a migration fails half-way', () => {
    const db = opened()
    migrate(db, backups)
    db.run("INSERT INTO team (id, name, observed_at) VALUES ('t-1', 'Sales', 5)")
    const before = schemaOf(db)
    expect(problemOf(() => migrate(db, backups, next('DELETE FROM team; CREATE TABLE extra (id TEXT); SELECT nonsense'))).code).toBe(
      'migration_failed',
    )
    expect([versionOf(db), schemaOf(db), db.all('SELECT id FROM team')]).toEqual([MIGRATIONS.length, before, [{ id: 't-1' }]])
    migrate(db, backups)
  })

  it('refuses a migration that leaves rows without what they refer to', () => {
    const db = opened()
    migrate(db, backups)
    const orphan =
      "PRAGMA defer_foreign_keys = ON; INSERT INTO contact (id, account, name, email, settings_access, observed_at) VALUES ('c', 'nobody', 'N', 'n@example.com', 0, 0)"
    expect(problemOf(() => migrate(db, backups, next(orphan))).code).toBe('migration_failed')
    expect(db.all('SELECT id FROM contact')).toEqual([])
  })

  it('refuses a file of a newer version by name, and doesn’t touch it', () => {
    const db = opened()
    migrate(db, backups)
    db.raw.pragma(`user_version = ${MIGRATIONS.length + 3}`)
    const before = schemaOf(db)
    const problem = problemOf(() => migrate(db, backups))
    expect([problem.code, problem.params]).toEqual(['newer_version', { found: MIGRATIONS.length + 3, known: MIGRATIONS.length }])
    expect(schemaOf(db)).toBe(before)
  })

  it('refuses another program’s file', () => {
    const db = opened()
    db.raw.pragma('application_id = 1234')
    expect(problemOf(() => migrate(db, backups)).code).toBe('not_ours')
  })
})
