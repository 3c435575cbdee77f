import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MIGRATIONS, openDatabase, WorkspaceProblem } from '@kernel/database/index'
import { createDesk, DATABASE_FILE, workspaceExists } from './create-desk'
import { createWorkspace } from './create-workspace'
import { DAY, START, testWorkspace, type TestWorkspace } from './testing/test-workspace'

describe('createWorkspace', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reeve-make-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('makes nothing when its first operators can’t be added, and makes it at the next try', () => {
    expect(() =>
      createWorkspace({ folder, now: START }, () => {
        throw new Error('no operator')
      }),
    ).toThrow('no operator')
    expect(workspaceExists(folder)).toBe(false)
    expect(readdirSync(folder).filter((name) => name.startsWith(DATABASE_FILE))).toEqual([])
    createWorkspace({ folder, now: START }, () => undefined)
    expect(workspaceExists(folder)).toBe(true)
  })

  it('takes what a crash left half made for nothing', () => {
    writeFileSync(join(folder, `${DATABASE_FILE}.draft`), 'half')
    createWorkspace({ folder, now: START }, () => undefined)
    expect(readdirSync(folder).filter((name) => name.includes('draft'))).toEqual([])
  })

  it('never makes a second one over the first', () => {
    createWorkspace({ folder, now: START }, () => undefined)
    expect(() => createWorkspace({ folder, now: START }, () => undefined)).toThrow('workspace_exists')
  })
})

describe('createDesk', () => {
  let workspace: TestWorkspace

  beforeEach(async () => {
    workspace = await testWorkspace()
  })
  afterEach(() => workspace.close())

  const problem = (): WorkspaceProblem => {
    try {
      createDesk({ folder: workspace.folder })
    } catch (thrown) {
      if (thrown instanceof WorkspaceProblem) return thrown
      throw thrown
    }
    throw new Error('it opened')
  }
  /** With the desk closed, so that the file can be changed. */
  const meanwhile = async (change: () => void): Promise<WorkspaceProblem> => {
    await workspace.desk.close()
    const file = join(workspace.folder, DATABASE_FILE)
    const whole = openDatabase(file)
    whole.raw.pragma('wal_checkpoint(TRUNCATE)')
    const copy = whole.raw.serialize()
    whole.close()
    change()
    const found = problem()
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
    writeFileSync(file, copy, { mode: 0o600 })
    await workspace.reopen({}, false)
    return found
  }

  it('is one a folder', () => expect(problem().code).toBe('in_use'))

  it('refuses by name what a newer version wrote, what isn’t Reeve’s, and what is no database', async () => {
    const file = join(workspace.folder, DATABASE_FILE)
    const pragma = (sql: string) => (): void => {
      const db = openDatabase(file)
      db.raw.pragma(sql)
      db.close()
    }
    const newer = await meanwhile(pragma(`user_version = ${MIGRATIONS.length + 1}`))
    expect([newer.code, newer.params]).toEqual(['newer_version', { found: MIGRATIONS.length + 1, known: MIGRATIONS.length }])
    expect((await meanwhile(pragma('application_id = 7'))).code).toBe('not_ours')
    expect((await meanwhile(() => writeFileSync(file, 'this is a letter, not a database, and it goes on for a while'.repeat(100)))).code).toBe(
      'damaged',
    )
    expect((await workspace.call('journal.verify', {})).ok).toBe(true)
  })

  it('keeps every file to its owner', async () => {
    await workspace.desk.tick()
    const open = readdirSync(workspace.folder, { withFileTypes: true }).filter(
      (entry) => (statSync(join(workspace.folder, entry.name)).mode & 0o077) !== 0,
    )
    expect(open.map(({ name }) => name)).toEqual([])
  })

  it('keeps a simulation’s time in its file, and its mark in the first entry', async () => {
    workspace.desk.setClock(START + 3 * DAY)
    await workspace.reopen()
    expect((await workspace.call('scheduler.status', {})).now).toBe(START + 3 * DAY)
    const first = (await workspace.call('journal.list', { kind: 'workspace.created' })).rows
    expect(first).toMatchObject([{ seq: 1, body: { simulation: true, demo: false } }])
  })

  it('answers queries from the last commit while one transaction is long, and lets nothing else write', async () => {
    const { services } = workspace.desk
    await services.exclusively(async () => {
      services.db.run('BEGIN IMMEDIATE')
      services.db.run("UPDATE plan SET name = 'Changed'")
      expect((await workspace.call('plans.list', {}))[0]!.name).toBe('Free')
      expect(await workspace.refused('scheduler.pause', { reason: 'now' })).toMatchObject({ kind: 'unavailable', code: 'import_running' })
      expect(await workspace.desk.tick()).toEqual([])
      await expect(services.exclusively(() => Promise.resolve())).rejects.toThrow('import_running')
      services.db.run('ROLLBACK')
    })
    expect((await workspace.call('plans.list', {}))[0]!.name).toBe('Free')
    expect(await workspace.call('scheduler.pause', { reason: 'now' })).toBeNull()
  })
})
