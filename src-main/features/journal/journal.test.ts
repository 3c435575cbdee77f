import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EntryRow, VerifyResult } from '@contract/journal'
import { DAY, START, testWorkspace, type TestWorkspace } from '@desk/testing/test-workspace'
import type { Progress } from '@contract/wire'

let workspace: TestWorkspace

beforeEach(async () => {
  workspace = await testWorkspace()
})
afterEach(() => workspace.close())

const MAIL = {
  transport: 'folder',
  host: null,
  port: null,
  security: 'none',
  user: null,
  password: null,
  from: 'desk@example.com',
  company: 'Platform',
} as const

/** Two accounts that go through the whole process, decisions of people and of the scheduler. */
async function story(): Promise<void> {
  await workspace.call('settings.set_mail', MAIL)
  await workspace.take(
    'accounts',
    'account_id,company,country,email,language,time_zone,plan_id,created_at',
    'A-1,Anker,DE,a1@example.com,de,Europe/Berlin,free,2026-01-01T00:00:00Z',
    'A-2,Blume,SE,a2@example.com,sv,Europe/Stockholm,startup,2026-01-01T00:00:00Z',
  )
  await workspace.take(
    'usage',
    'account_id,resource,used,observed_at',
    'A-1,contacts,2500,2026-11-23T07:00:00Z',
    'A-2,contacts,6000,2026-11-23T07:00:00Z',
  )
  await workspace.desk.services.advance!(START + 6 * DAY)
}

const verify = (): Promise<VerifyResult> => workspace.call('journal.verify', {})

describe('journal.list', () => {
  beforeEach(story)

  it('JNL-04 pages the whole journal newest first, without gaps', async () => {
    const rows: EntryRow[] = []
    let cursor: string | null = null
    do {
      const page: { rows: EntryRow[]; cursor: string | null } = await workspace.call('journal.list', { cursor, limit: 7 })
      rows.push(...page.rows)
      cursor = page.cursor
    } while (cursor !== null)
    const total = await workspace.call('journal.total', {})
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: total.count }, (_, n) => total.count - n))
    expect(rows.at(-1)).toMatchObject({ kind: 'workspace.created', actor: 'scheduler', body: { simulation: true, demo: false } })
  })

  it('JNL-04 filters by kind, author, rule, account and day', async () => {
    const { kinds, actors, rules } = await workspace.call('journal.facets', {})
    expect(kinds).toEqual(expect.arrayContaining(['limits.opened', 'limits.restricted', 'limits.upgraded', 'plans.saved']))
    expect(kinds).toEqual([...new Set(kinds)].sort())
    expect(rules).toContain('LIM-08')
    const admin = actors.find(({ name }) => name === 'Test admin')!
    const mine = await workspace.call('journal.list', { actor: admin.id })
    expect(mine.rows.map(({ kind }) => kind)).toContain('settings.mail_set')
    expect(mine.rows.every(({ actorName }) => actorName === 'Test admin')).toBe(true)
    expect(await workspace.call('journal.total', { actor: admin.id })).toEqual({ count: mine.rows.length, atLeast: false })

    const upgraded = (await workspace.call('journal.list', { kind: 'limits.upgraded' })).rows
    expect(upgraded).toHaveLength(1)
    expect(upgraded[0]).toMatchObject({ company: 'Blume', rule: 'LIM-08', after: 'enforced' })
    const account = upgraded[0]!.accountUuid
    expect((await workspace.call('journal.list', { account, limit: 500 })).rows.every((row) => row.accountUuid === account)).toBe(true)

    const day = (await workspace.call('journal.list', { from: '2026-11-24', to: '2026-11-24', limit: 500 })).rows
    expect(day.map(({ kind }) => kind)).toContain('limits.warned')
    expect(day.every(({ at }) => at >= Date.UTC(2026, 10, 23, 23) && at < Date.UTC(2026, 10, 24, 23))).toBe(true)
    expect((await workspace.call('journal.list', { kind: 'no.such' })).rows).toEqual([])
  })

  it('refuses days that don’t exist', async () => {
    expect(await workspace.refused('journal.list', { from: '2026-02-30' })).toMatchObject({
      kind: 'refusal',
      code: 'date_unknown',
      params: { date: '2026-02-30' },
    })
    expect(await workspace.refused('journal.total', { to: '9999-99-99' })).toMatchObject({ code: 'date_unknown' })
    expect((await workspace.call('journal.list', { to: '9999-12-31', limit: 1 })).rows).toHaveLength(1)
  })

  it('JNL-02 shows an erased detail as erased', async () => {
    workspace.desk.services.db.run("DELETE FROM detail WHERE entry_id = (SELECT id FROM entry WHERE kind = 'settings.mail_set')")
    const [entry] = (await workspace.call('journal.list', { kind: 'settings.mail_set' })).rows
    expect(entry).toMatchObject({ detail: null, erased: true })
    const [bare] = (await workspace.call('journal.list', { kind: 'workspace.created' })).rows
    expect(bare).toMatchObject({ detail: null, erased: false })
  })
})

describe('journal.verify', () => {
  beforeEach(story)

  it('JNL-02 JNL-03 finds nothing wrong after days of real work', async () => {
    const { count } = await workspace.call('journal.total', {})
    expect(await verify()).toEqual({ ok: true, entries: count, firstBroken: null, differences: [] })
  })

  it('JNL-02 names the first entry that was tampered with', async () => {
    workspace.desk.services.db.run("UPDATE entry SET body = replace(body, '\"to\"', '\"at\"') WHERE kind = 'limits.upgraded'")
    const [entry] = (await workspace.call('journal.list', { kind: 'limits.upgraded' })).rows
    expect(await verify()).toMatchObject({ ok: false, entries: entry!.seq - 1, firstBroken: entry!.seq })
  })

  it('JNL-03 names decisions changed without an entry, in every decision table', async () => {
    const { db } = workspace.desk.services
    const changes = [
      ['capability_reason', 'since = since + 1'],
      ['plan_decision', 'confirmed_at = 5'],
      ['limit_case', 'round = round + 1'],
      ['limit_warning', 'planned_at = planned_at + 1'],
      ['setting', `value = '{"transport":"none"}'`],
      ['operator', "name = 'Somebody'"],
    ]
    for (const [table, change] of changes) {
      db.raw.exec('SAVEPOINT tampering')
      db.run(`UPDATE ${table} SET ${change}`)
      const { ok, firstBroken, differences } = await verify()
      expect([table, ok, firstBroken, differences.every((one) => one.table === table), differences.length > 0]).toEqual([
        table,
        false,
        null,
        true,
        true,
      ])
      db.raw.exec('ROLLBACK TO tampering; RELEASE tampering')
    }
  })

  it('names rows that refer to nothing', async () => {
    const { db } = workspace.desk.services
    db.raw.pragma('foreign_keys = OFF')
    db.run("INSERT INTO contact (id, account, name, email, settings_access, observed_at) VALUES ('c', 'nobody', 'N', 'n@example.com', 0, 0)")
    expect((await verify()).differences).toEqual([{ table: 'contact', id: '', problem: 'refers to nothing in account' }])
  })

  it('JNL-02 names the first entry that can’t be read where the file itself is damaged', async () => {
    const { db } = workspace.desk.services
    db.raw.pragma('wal_checkpoint(TRUNCATE)')
    const pages = db
      .all<{ pageno: number }>("SELECT pageno FROM dbstat WHERE name = 'entry' AND pagetype = 'leaf' ORDER BY path")
      .map(({ pageno }) => pageno)
    const size = db.raw.pragma('page_size', { simple: true }) as number
    const { count } = await workspace.call('journal.total', {})
    await workspace.desk.close()
    const file = openSync(join(workspace.folder, 'reeve.db'), 'r+')
    writeSync(file, Buffer.alloc(size, 0xa5), 0, size, (pages[1]! - 1) * size)
    closeSync(file)
    await workspace.reopen({}, false)
    const { ok, entries, firstBroken, differences } = await verify()
    expect([ok, firstBroken]).toEqual([false, entries + 1])
    expect(entries).toBeGreaterThan(0)
    expect(entries).toBeLessThan(count)
    expect(differences.some(({ table }) => table === 'entry')).toBe(true)
  })

  it('tells how far it is and can be stopped', async () => {
    const heard: Progress[] = []
    await workspace.call('journal.verify', {}, { progress: (progress) => heard.push(progress) })
    expect(new Set(heard.map(({ phase }) => phase))).toEqual(new Set(['replay', 'tables']))
    const stop = new AbortController()
    const error = await workspace.refused('journal.verify', {}, { signal: stop.signal, progress: () => stop.abort() })
    expect(error).toMatchObject({ kind: 'refusal', code: 'cancelled' })
  })
})
