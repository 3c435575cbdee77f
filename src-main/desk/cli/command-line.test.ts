import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { desk, line, type Line } from './testing/desk-line'

const PASSPHRASE = 'seven herons over a quiet harbour'
const OTHER = 'eleven lanterns along the northern quay'
let at: Line
beforeEach(() => (at = line()))
afterEach(() => at.remove())

const simulation = () => at.call('create', '--simulation', '--at', '2026-11-02T06:00:00Z')
const plans = () => at.file('plans.csv', 'plan_id,name,rank,paid,limits', 'free,Free,0,false,contacts=2000')
const accounts = (...rows: string[]) => at.file('accounts.csv', 'account_id,company,country,email,language,time_zone,plan_id,created_at', ...rows)
const GOOD = 'a-1,Ärlig & Co,SE,a@arlig.example,sv,Europe/Stockholm,free,2025-01-01T00:00:00Z'

describe('who may do what', { timeout: 300_000 }, () => {
  test('DSK-07 a real workspace asks every verb but create, verify and run for an operator with the right role', async () => {
    expect(await at.with(`${PASSPHRASE}\n`, 'create', '--admin', 'Ada Berg', '--passphrase-stdin')).toMatchObject({
      status: 0,
      json: { store: at.store, simulation: false },
    })
    for (const words of [
      ['list', 'accounts'],
      ['import', plans()],
      ['do', 'scheduler.run_now'],
    ]) {
      expect(await at.call(...words)).toMatchObject({ status: 2, json: { refusal: { code: 'not_signed_in' } } })
    }
    expect((await at.call('verify')).status).toBe(0)
    expect((await at.call('run')).status).toBe(0)
    expect(await at.with('wrong', 'list', 'accounts', '--as', 'Ada Berg', '--passphrase-stdin')).toMatchObject({
      status: 2,
      json: { refusal: { code: 'sign_in_failed' } },
    })
    expect(await at.with('wrong', 'list', 'accounts', '--as', 'Nobody', '--passphrase-stdin')).toMatchObject({
      status: 2,
      json: { refusal: { code: 'sign_in_failed' } },
    })
    expect(
      (await at.with(`${PASSPHRASE}\n${OTHER}\n`, 'operators', 'add', 'Sven', '--role', 'support', '--as', 'Ada Berg', '--passphrase-stdin')).status,
    ).toBe(0)
    expect((await at.with(OTHER, 'list', 'accounts', '--as', 'Sven', '--passphrase-stdin')).status).toBe(0)
    expect(await at.with(OTHER, 'import', plans(), '--as', 'Sven', '--passphrase-stdin')).toMatchObject({
      status: 2,
      json: { refusal: { code: 'role_missing' } },
    })
    expect((await at.with(PASSPHRASE, 'import', plans(), '--as', 'ada.berg', '--passphrase-stdin')).status).toBe(0)
  })

  test('SCH-03 a real workspace’s clock can’t be set, and moves on only in a dry run', async () => {
    await at.with(PASSPHRASE, 'create', '--admin', 'Ada', '--passphrase-stdin')
    for (const words of [
      ['run', '--at', '2026-11-02T06:00:00Z'],
      ['list', 'accounts', '--at', '2026-11-02T06:00:00Z'],
      ['run', '--until', '2030-01-01T00:00:00Z'],
    ]) {
      expect(await at.call(...words)).toMatchObject({ status: 2, json: { refusal: { code: 'simulation_only' } } })
    }
    expect((await at.call('run', '--until', '2030-01-01T00:00:00Z', '--dry-run')).status).toBe(0)
  })

  test('a simulation asks nobody; --as narrows to that operator’s rights', async () => {
    await simulation()
    expect((await at.call('operators', 'add', 'Sam', '--role', 'support')).status).toBe(0)
    expect(await at.call('import', plans(), '--as', 'Sam')).toMatchObject({ status: 2, json: { refusal: { code: 'role_missing' } } })
    expect((await at.call('import', plans())).status).toBe(0)
    expect(await at.call('list', 'accounts', '--as', 'Who')).toMatchObject({ status: 2, json: { refusal: { code: 'operator_missing' } } })
    expect(
      await at.call(
        'do',
        'settings.set_mail',
        '--input',
        JSON.stringify({
          transport: 'smtp',
          host: 'mail.example.com',
          port: 25,
          security: 'none',
          user: null,
          password: null,
          from: 'a@b.example',
          company: 'B',
        }),
      ),
    ).toMatchObject({ status: 2, json: { refusal: { code: 'simulation_mail_loopback_only' } } })
  })
})

describe('feeds', { timeout: 300_000 }, () => {
  test('FED-02 FED-03 bad rows are reported by line; corrected and taken again, nothing is doubled', async () => {
    await simulation()
    const bad = accounts(
      GOOD,
      'a-2,=cmd(),SE,no address,sv,Europe/Nowhere,free,2025-01-01T00:00:00Z',
      'a-3,Gone,SE,g@gone.example,sv,Europe/Stockholm,gold,2025-02-30T00:00:00Z',
    )
    const report = join(at.store, '..', 'report.csv')
    const dry = await at.call('import', bad, plans(), '--dry-run')
    expect(dry).toMatchObject({
      status: 1,
      json: { files: expect.arrayContaining([expect.objectContaining({ kind: 'accounts', rows: 3, new: 1, bad: 2 })]) },
    })
    expect((await at.call('list', 'accounts')).json).toMatchObject({ total: 0 })
    const whole = await at.call('import', bad, plans(), '--all-or-nothing')
    expect(whole.status).toBe(1)
    expect((await at.call('list', 'accounts')).json).toMatchObject({ total: 0 })

    const first = await at.call<{ files: Record<string, unknown>[] }>('import', bad, plans(), '--report', report)
    expect(first.status).toBe(1)
    expect(Object.keys(first.json)).toEqual(['files', 'consequences', 'waitingForAdmin'])
    expect(Object.keys(first.json.files[0]!)).toEqual(['file', 'kind', 'rows', 'new', 'changed', 'same', 'stale', 'awaited', 'bad'])
    const lines = readFileSync(report, 'utf8').trimEnd().split('\n')
    expect(lines[0]).toBe('file,line,column,value,reason')
    expect(new Set(lines.slice(1).map((row) => row.split(',')[1]))).toEqual(new Set(['3', '4']))

    const corrected = accounts(GOOD, 'a-2,=cmd(),SE,b@b.example,sv,Europe/Stockholm,free,2025-01-01T00:00:00Z')
    expect(await at.call('import', corrected)).toMatchObject({ status: 0, json: { files: [{ rows: 2, new: 1, same: 1, bad: 0 }] } })
    expect(await at.call('import', corrected)).toMatchObject({ status: 0, json: { files: [{ rows: 2, new: 0, same: 2, bad: 0 }] } })
    expect((await at.call('list', 'accounts')).json).toMatchObject({ total: 2 })
  })

  test('unusable files are refused in one line, and nothing is taken', async () => {
    await simulation()
    const folder = join(at.store, '..', 'accounts.csv.d')
    mkdirSync(folder)
    const noise = at.file('usage-noise.csv')
    writeFileSync(noise, Buffer.from(Array.from({ length: 4096 }, (_, place) => (place * 197 + 13) % 256)))
    const empty = at.file('teams.csv')
    writeFileSync(empty, '')
    for (const words of [
      ['/nowhere/accounts.csv'],
      [folder, '--kind', 'accounts'],
      [noise],
      [empty],
      [at.file('things.csv', 'a,b', '1,2')],
      [plans(), '--kind', 'nonsense'],
      [plans(), '--report', '/nowhere/r.csv'],
      [],
    ]) {
      const { status, json, stderr } = await at.call('import', ...words)
      expect([words, status, Object.keys(json)]).toEqual([words, 2, ['refusal']])
      expect(stderr.trimEnd().split('\n')).toHaveLength(1)
      expect(stderr).not.toMatch(/\n\s+at /)
    }
    expect((await at.call('list', 'journal')).json).toMatchObject({ total: (await at.call<{ rows: unknown[] }>('list', 'journal')).json.rows.length })
  })
})

describe('the words themselves', { timeout: 300_000 }, () => {
  test('unknown verbs, flags, lists, commands and values end with 2 and one line', async () => {
    await simulation()
    for (const words of [
      ['bogus'],
      ['export', 'a-1'],
      ['backup'],
      ['hub', 'status'],
      ['list'],
      ['list', 'nothing'],
      ['list', 'accounts', '--bogus'],
      ['list', 'accounts', '--limit', '0'],
      ['list', 'accounts', '--limit', '1e3'],
      ['list', 'accounts', '--filter', '[1]'],
      ['list', 'accounts', '--filter', '{"nose":1}'],
      ['list', 'accounts', '--filter', '{"version":"1"}'],
      ['list', 'accounts', '--cursor', '💥'],
      ['run', '--at', 'yesterday'],
      ['run', '--at', '2026-02-30T00:00:00Z'],
      ['run', '--at', '2026-01-01T00:00:00Z', '--until', '2026-01-02T00:00:00Z'],
      ['run', 'now'],
      ['do'],
      ['do', 'nothing.at_all'],
      ['do', 'constructor'],
      ['do', 'limits.approve', '--input', '{'],
      ['do', 'limits.approve', '--input', '{"id":1}'],
      ['do', 'access.add_operator', '--input', '{}'],
      ['feeds'],
      ['operators', 'add', 'X', '--role', 'king'],
      ['demo', '--accounts', '-1'],
    ]) {
      const { status, json, stderr } = await at.call(...words)
      expect([words, status, Object.keys(json)]).toEqual([words, 2, ['refusal']])
      expect([words, stderr.trimEnd().split('\n').length]).toEqual([words, 1])
    }
  })

  test('folders without a workspace, with one already, and in impossible places', async () => {
    expect(await at.call('list', 'accounts')).toMatchObject({ status: 2, json: { refusal: { code: 'no_workspace' } } })
    await simulation()
    expect(await simulation()).toMatchObject({ status: 2, json: { refusal: { code: 'workspace_exists' } } })
    const { status } = await desk(['create', '--simulation', '--store', join(plans(), 'inside')])
    expect(status).toBe(2)
    writeFileSync(join(at.store, 'reeve.db'), 'not a database at all')
    expect((await at.call('verify')).status).toBe(2)
  })

  test('do --help lists every command with its input', async () => {
    const { json } = await at.call<{ commands: { command: string; input: { type?: string } }[] }>('do', '--help')
    expect(json.commands.map(({ command }) => command)).toEqual(
      expect.arrayContaining(['limits.pause', 'limits.approve', 'feeds.release', 'scheduler.pause']),
    )
    expect(json.commands.every(({ input }) => input.type === 'object')).toBe(true)
  })

  test('lists are paged by cursor and filtered by any field; lists of later versions are empty', async () => {
    await simulation()
    const many = Array.from({ length: 25 }, (_, nth) => `b-${nth},Firma ${nth},DE,f${nth}@f.example,de,Europe/Berlin,free,2025-01-01T00:00:00Z`)
    await at.call('import', plans(), accounts(...many))
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: { rows: { account_id: string }[]; total: number; cursor: string | null } = (
        await at.call<{ rows: { account_id: string }[]; total: number; cursor: string | null }>(
          'list',
          'accounts',
          '--limit',
          '10',
          ...(cursor === null ? [] : ['--cursor', cursor]),
        )
      ).json
      expect(page.total).toBe(25)
      seen.push(...page.rows.map(({ account_id: id }) => id))
      cursor = page.cursor
    } while (cursor !== null)
    expect(new Set(seen).size).toBe(25)
    expect((await at.call('list', 'accounts', '--filter', '{"account_id":"b-7"}')).json).toMatchObject({ total: 1, rows: [{ company: 'Firma 7' }] })
    expect((await at.call('list', 'accounts', '--filter', '{"reasons":[]}', '--limit', '3')).json).toMatchObject({ total: 25 })
    for (const what of ['segments', 'sharing', 'deliveries', 'purges', 'tickets', 'holds', 'maintenance', 'goodwill', 'documents', 'requests']) {
      expect((await at.call('list', what)).json).toEqual({ rows: [], total: 0, cursor: null })
    }
  })
})
