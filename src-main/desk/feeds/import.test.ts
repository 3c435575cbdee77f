import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BadRow } from '@contract/feeds'
import { ACCOUNT_HEADER, accountLine, importDesk, PLANS, TEAMS, type ImportDesk } from './import-desk'

let test: ImportDesk
beforeEach(() => {
  test = importDesk()
})
afterEach(() => test.close())

const first = (): string[] => [
  test.file('plans.csv', PLANS),
  test.file('teams.csv', TEAMS),
  test.file('accounts.csv', [
    ACCOUNT_HEADER,
    accountLine('A1', { team: 't1', phone: '1' }),
    accountLine('A2'),
    accountLine('A3', { plan: 'u', company: '"Über, Möbel"' }),
  ]),
  test.file('contacts.csv', ['contact_id,account_id,name,email,settings_access', 'c1,A1,Ann Lee,ann@a1.example,yes']),
  test.file('usage.csv', ['account_id,resource,used,observed_at', 'A1,contacts,100,2026-11-02T08:00:00Z', 'A2,contacts,1500,2026-11-02T08:00:00Z']),
]

const badRows = async (importId: string): Promise<(BadRow & { file: string })[]> =>
  (await test.call<{ rows: (BadRow & { file: string })[] }>('feeds.bad_rows', { importId })).rows

describe('imports', () => {
  it('FED-02 takes files in an order that satisfies references, whatever order they are named in', async () => {
    const { files, waitingForAdmin, cancelled } = await test.import(first().reverse())
    expect(files.map(({ kind, rows, new: fresh, bad }) => [kind, rows, fresh, bad])).toEqual([
      ['plans', 3, 3, 0],
      ['teams', 2, 2, 0],
      ['accounts', 3, 3, 0],
      ['contacts', 1, 1, 0],
      ['usage', 2, 2, 0],
    ])
    expect([waitingForAdmin, cancelled]).toEqual([false, false])
  })

  it('FED-03 changes nothing when the same files come again, byte for byte', async () => {
    await test.import(first())
    const before = test.facts()
    const { files } = await test.import(first())
    expect(files.every(({ rows, same }) => rows === same)).toBe(true)
    expect(test.facts()).toEqual(before)
  })

  it('FED-03 matches by platform id: counts new, changed and same', async () => {
    await test.import(first())
    const { files } = await test.import([
      test.file('accounts-2.csv', [ACCOUNT_HEADER, accountLine('A1', { team: 't2', phone: '1' }), accountLine('A2'), accountLine('A4')]),
    ])
    expect(files[0]).toMatchObject({ rows: 3, new: 1, changed: 1, same: 1, bad: 0 })
  })

  it('leaves what a missing column holds and clears what an empty cell says', async () => {
    await test.import(first())
    const read = () =>
      test.desk.services.db.get<{ phone: string | null; team: string | null }>(
        `SELECT a.phone, a.team FROM account a JOIN external_id e ON e.entity = a.id WHERE e.external = 'A1'`,
      )
    const header = ACCOUNT_HEADER.replace(',team_id', '').replace(',phone', '')
    const line = (extra: string): string => `A1,Renamed,DE,info@a1.example,de,Europe/Berlin,f,2025-03-01T10:00:00Z,a1.example${extra}`
    await test.import([test.file('accounts-2.csv', [header, line('')])])
    expect(read()).toMatchObject({ phone: '1' })
    expect(read()!.team).not.toBeNull()
    await test.import([test.file('accounts-3.csv', [`${header},phone,team_id`, line(',,')])])
    expect(read()).toEqual({ phone: null, team: null })
  })

  it('FED-07 counts an older row as stale and changes nothing by it', async () => {
    await test.import(first())
    const usage = (used: number, at: string): string => test.file('usage.csv', ['account_id,resource,used,observed_at', `A1,contacts,${used},${at}`])
    expect((await test.import([usage(5, '2026-11-02T07:59:59Z')])).files[0]).toMatchObject({ stale: 1 })
    expect((await test.import([usage(100, '2026-11-02T08:00:00Z')])).files[0]).toMatchObject({ same: 1 })
    expect((await test.import([usage(100, '2026-11-02T09:00:00Z')])).files[0]).toMatchObject({ same: 1 })
    expect((await test.import([usage(7, '2026-11-02T08:30:00Z')])).files[0]).toMatchObject({ stale: 1 })
    expect((await test.import([usage(9, '2026-11-02T10:00:00+01:00')])).files[0]).toMatchObject({ changed: 1 })
    expect(test.desk.services.db.get(`SELECT used FROM usage WHERE used < 100`)).toEqual({ used: 9 })
  })

  it('FED-02 takes the good rows and reports the bad ones by line, column, value and reason', async () => {
    await test.import(first())
    const { files, importId } = await test.import([
      test.file('accounts.csv', [
        ACCOUNT_HEADER,
        accountLine('B1', { email: 'nobody' }),
        accountLine('B2', { plan: 'zz' }),
        accountLine('B3', { zone: 'Europe/Nowhere', company: '=1+1' }),
        accountLine('B4'),
        'B5,short',
        accountLine('B6', { team: 't9' }),
        accountLine('B4', { company: 'Other' }),
        accountLine('B4'),
      ]),
      test.file('usage.csv', [
        'account_id,resource,used,observed_at',
        'B4,contacts,-1,2026-11-02T08:00:00Z',
        'B4,contacts,1.5,2026-02-30T08:00:00Z',
        'nobody,contacts,1,2026-11-02T08:00:00Z',
      ]),
    ])
    expect(files[0]).toMatchObject({ rows: 8, new: 1, same: 1, bad: 6 })
    expect(files[1]).toMatchObject({ rows: 3, new: 0, bad: 3 })
    expect((await badRows(importId)).map(({ file, line, column, value, code }) => [file, line, column, value, code])).toEqual([
      ['accounts.csv', 2, 'email', 'nobody', 'not_an_email'],
      ['accounts.csv', 3, 'plan_id', 'zz', 'unknown_reference'],
      ['accounts.csv', 4, 'time_zone', 'Europe/Nowhere', 'not_a_zone'],
      ['accounts.csv', 6, null, 'B5,short', 'ragged'],
      ['accounts.csv', 7, 'team_id', 't9', 'unknown_reference'],
      ['accounts.csv', 8, 'account_id', 'B4', 'duplicate_id'],
      ['usage.csv', 2, 'used', '-1', 'negative'],
      ['usage.csv', 3, 'used', '1.5', 'not_whole'],
      ['usage.csv', 3, 'observed_at', '2026-02-30T08:00:00Z', 'no_such_date'],
      ['usage.csv', 4, 'account_id', 'nobody', 'unknown_reference'],
    ])
    const path = join(test.folder, 'report.csv')
    expect(await test.call('feeds.export_report', { importId, path })).toEqual({ rows: 10 })
    expect(readFileSync(path, 'utf8').split('\n').slice(0, 2)).toEqual(['file,line,column,value,reason', 'accounts.csv,2,email,nobody,not_an_email'])
    expect(readFileSync(path, 'utf8')).toContain(`usage.csv,2,used,'-1,negative`)
  })

  it('FED-02 doubles nothing when a corrected file comes after one with bad rows', async () => {
    await test.import(first())
    await test.import([test.file('accounts.csv', [ACCOUNT_HEADER, accountLine('B1', { email: 'bad' }), accountLine('B2')])])
    const { files } = await test.import([test.file('accounts.csv', [ACCOUNT_HEADER, accountLine('B1'), accountLine('B2')])])
    expect(files[0]).toMatchObject({ new: 1, same: 1, bad: 0 })
  })

  it('FED-02 all or nothing: one bad row, and the store is as it was', async () => {
    await test.import(first())
    const before = test.facts()
    const result = await test.import([test.file('accounts.csv', [ACCOUNT_HEADER, accountLine('B1'), accountLine('B2', { email: 'bad' })])], {
      allOrNothing: true,
    })
    expect(result).toMatchObject({ nothingTaken: true, files: [{ rows: 2, new: 0, bad: 1 }] })
    expect(await badRows(result.importId)).toMatchObject([{ line: 3, column: 'email', code: 'not_an_email' }])
    expect(test.facts()).toEqual(before)
    const good = await test.import([test.file('accounts.csv', [ACCOUNT_HEADER, accountLine('B1'), accountLine('B2')])], { allOrNothing: true })
    expect(good).toMatchObject({ nothingTaken: false, files: [{ rows: 2, new: 2, bad: 0 }] })
  })

  it('refuses a file that is no feed before anything is written', async () => {
    const plans = test.file('plans.csv', PLANS)
    expect(await test.refusal([plans, test.file('whatever.csv', PLANS)])).toMatchObject({ kind: 'refusal', code: 'kind_unknown' })
    expect(await test.refusal([plans, test.file('tickets.csv', ['ticket_id'])])).toMatchObject({
      code: 'kind_not_taken_yet',
      params: { kind: 'tickets' },
    })
    expect(await test.refusal([plans, test.file('teams.csv', '')])).toMatchObject({ code: 'file_empty' })
    expect(await test.refusal([plans, join(test.folder, 'accounts-none.csv')])).toMatchObject({ code: 'file_missing' })
    expect(test.desk.services.db.all(`SELECT 1 FROM external_id WHERE external IN ('s', 'u')`)).toEqual([])
  })

  it('FED-05 previews what would change across files and writes nothing', async () => {
    const before = test.facts()
    const previews = await test.preview([...first(), test.file('tickets.csv', 'ticket_id\n')])
    expect(previews.map(({ kind, counts, problem }) => [kind, counts.new, counts.bad, problem?.code ?? null])).toEqual([
      ['plans', 3, 0, null],
      ['teams', 2, 0, null],
      ['accounts', 3, 0, null],
      ['contacts', 1, 0, null],
      ['usage', 2, 0, null],
      ['tickets', 0, 0, 'kind_not_taken_yet'],
    ])
    expect(previews[2]!.firstRows[2]).toEqual({
      line: 4,
      cells: ['A3', 'Über, Möbel', 'DE', 'info@a3.example', 'de', 'Europe/Berlin', 'u', '', '2025-03-01T10:00:00Z', '', 'a3.example'],
    })
    expect(test.facts()).toEqual(before)
    await test.import(first())
    const again = await test.preview([
      test.file('accounts-x.csv', [
        `${ACCOUNT_HEADER},colour`,
        `${accountLine('A1', { company: 'New' })},red`,
        `${accountLine('A2')},red`,
        `${accountLine('A9', { plan: 'no' })},red`,
      ]),
    ])
    expect(again[0]).toMatchObject({ counts: { rows: 3, new: 0, changed: 1, same: 1, bad: 1 }, bad: [{ line: 4, code: 'unknown_reference' }] })
    expect(again[0]!.columns.filter(({ known }) => !known)).toEqual([{ name: 'colour', known: false, required: false }])
  })

  it('FED-05 a preview and the import that follows say the same', async () => {
    await test.import(first())
    const files = [
      test.file('accounts-2.csv', [
        ACCOUNT_HEADER,
        accountLine('A1', { team: 't2' }),
        accountLine('A2'),
        accountLine('N1'),
        accountLine('N2', { plan: 'x' }),
      ]),
      test.file('usage-2.csv', [
        'account_id,resource,used,observed_at',
        'N1,contacts,1,2026-11-02T08:00:00Z',
        'N2,contacts,1,2026-11-02T08:00:00Z',
        'A1,contacts,1,2026-11-01T08:00:00Z',
        'A2,contacts,2,2026-11-02T08:00:01Z',
      ]),
    ]
    const foreseen = (await test.preview(files)).map(({ counts }) => counts)
    const { files: done } = await test.import(files)
    expect(done.map(({ file: _file, kind: _kind, unknown: _unknown, ...counts }) => counts)).toEqual(foreseen)
  })

  it('the same command id again returns the first answer', async () => {
    const files = first()
    const answer = await test.import(files, { commandId: 'c-1' })
    expect(await test.import(files, { commandId: 'c-1' })).toEqual(answer)
    expect((await test.call<{ rows: unknown[] }>('feeds.imports', {})).rows).toHaveLength(1)
  })

  it('writes one journal entry, without names, and verifies', async () => {
    await test.import(first())
    const entries = test.desk.services.db.all<{ body: string; actor: string }>(`SELECT body, actor FROM entry WHERE kind = 'feeds.imported'`)
    expect(entries).toHaveLength(1)
    expect(entries[0]!.actor).toBe(test.session.operatorId)
    expect(entries[0]!.body).not.toMatch(/csv|A1|Company/)
  })

  it('refuses facts about an erased account', async () => {
    await test.import(first())
    test.desk.services.db.run(`UPDATE account SET status = 'erased' WHERE id = (SELECT entity FROM external_id WHERE external = 'A1')`)
    const { importId } = await test.import(first())
    expect((await badRows(importId)).map(({ file, code }) => [file, code])).toEqual([
      ['accounts.csv', 'erased'],
      ['contacts.csv', 'erased'],
      ['usage.csv', 'erased'],
    ])
  })

  it('reports unknown columns once', async () => {
    const { files } = await test.import([test.file('teams.csv', ['team_id,name,colour', 't1,A,red', 't2,B,blue'])])
    expect(files[0]).toMatchObject({ unknown: ['colour'], new: 2 })
  })

  it('only an admin imports', async () => {
    test.session = { ...test.session, roles: ['support', 'reviewer'] }
    expect(await test.refusal(first())).toMatchObject({ kind: 'denied', code: 'role_missing' })
  })
})
