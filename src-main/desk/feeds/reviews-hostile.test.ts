import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ACCOUNT_HEADER, accountLine, importDesk, PLANS, type ImportDesk } from './import-desk'

const GROUPS = 'group_id,account_id,name,receivers,created_at,source'
const SUBMISSIONS =
  'submission_id,group_id,submitted_at,policy_confirmed,method,form_url,double_opt_in,consent_text,collected_from,collected_to,contact_name,contact_email'
const ANSWERS = 'answer_id,group_id,answered_at,text'
const group = (id: string, account = 'A1'): string => `${id},${account},List ${id},1200,2026-11-02T07:00:00Z,upload`
const submission = (id: string, of: string, at = '2026-11-02T08:00:00Z'): string =>
  `${id},${of},${at},yes,web_form,https://a1.example/form,yes,I agree,2025-01-01,2026-01-01,A Person,p@a1.example`

let test: ImportDesk
let nth = 0
beforeEach(async () => {
  test = importDesk()
  await test.import([
    test.file('plans.csv', PLANS),
    test.file('accounts.csv', [ACCOUNT_HEADER, accountLine('A1'), accountLine('A2')]),
    file('groups', GROUPS, group('G1'), group('G2')),
  ])
})
afterEach(() => test.close())

const file = (kind: string, ...lines: string[]): string => test.file(`${kind}-${(nth += 1)}.csv`, lines)
function bytes(kind: string, content: Buffer): string {
  const path = join(test.folder, `${kind}-${(nth += 1)}.csv`)
  writeFileSync(path, content)
  return path
}
async function take(...paths: string[]) {
  const result = await test.import(paths)
  return { ...result.files[0]!, reviewsOpened: result.consequences.reviewsOpened, importId: result.importId }
}
async function findings(...paths: string[]): Promise<string[]> {
  const { importId } = await take(...paths)
  const { rows } = await test.call<{ rows: { column: string; code: string; line: number }[] }>('feeds.bad_rows', { importId, limit: 50 })
  return rows.map(({ column, code, line }) => `${line} ${column} ${code}`)
}
const db = () => test.desk.services.db
const states = (): string[] =>
  db()
    .all<{ state: string }>('SELECT state FROM review ORDER BY id')
    .map(({ state }) => state)

describe('columns and cells', () => {
  it.each([
    ['groups', 'group_id,account_id,name,created_at', 'receivers'],
    ['submissions', 'submission_id,group_id,submitted_at,policy_confirmed,method,contact_email', 'contact_name'],
    ['answers', 'answer_id,group_id,answered_at', 'text'],
    ['samples', 'group_id', 'email'],
  ])('FED-02 takes no row of %s where a required column is missing', async (kind, header, missing) => {
    const path = file(
      kind,
      header,
      header
        .split(',')
        .map(() => 'G1')
        .join(','),
    )
    const [preview] = await test.preview([path])
    expect([preview!.missing, preview!.counts.bad]).toEqual([[missing], 1])
    expect(await findings(path)).toContain(`2 ${missing} missing`)
  })

  it('FED-02 names every bad cell of a row', async () => {
    expect(
      await findings(
        file(
          'groups',
          GROUPS,
          'G3,A1,,1,2026-11-02T07:00:00Z,',
          'G4,A1,x,-1,2026-11-02T07:00:00Z,',
          'G5,A1,x,1.5,2026-11-31T07:00:00Z,',
          ',A1,x,1,2026-11-02T07:00:00,',
        ),
      ),
    ).toEqual([
      '2 name missing',
      '3 receivers negative',
      '4 receivers not_whole',
      '4 created_at no_such_date',
      '5 group_id missing',
      '5 created_at not_an_instant',
    ])
    const bad = [
      ['S1,G1,2026-11-02T08:00:00Z,maybe,web_form,,,,,,A,p@a.example', '2 policy_confirmed not_boolean'],
      ['S2,G1,2026-11-02T08:00:00Z,yes,Web form,,,,,,A,p@a.example', '3 method not_one_of'],
      ['S3,G1,2026-11-02T08:00:00Z,yes,web_form,,,,2025-02-30,2025-13-01,A,p@a.example', '4 collected_from no_such_date'],
      ['S4,G1,2026-11-02T08:00:00Z,yes,web_form,,,,,,,p@', '5 contact_name missing'],
    ] as const
    expect(await findings(file('submissions', SUBMISSIONS, ...bad.map(([row]) => row)))).toEqual([
      ...bad.slice(0, 3).map(([, finding]) => finding),
      '4 collected_to no_such_date',
      '5 contact_name missing',
      '5 contact_email not_an_email',
    ])
    expect(await findings(file('answers', ANSWERS, 'W1,G1,2026-11-02T08:00:00Z,', 'W2,,2026-11-02T08:00:00Z,x'))).toEqual([
      '2 text missing',
      '3 group_id missing',
    ])
    expect(await findings(file('samples', 'group_id,email', 'G1,', `G1,${'x'.repeat(501)}`))).toEqual(['2 email missing', '3 email too_long'])
    expect(states()).toEqual(['unsubmitted', 'unsubmitted'])
  })

  it('REV-04 takes an address as it was typed, without its scheme too; a period told backwards is the reviewer’s to see', async () => {
    const typed = 'www.a1.example/newsletter'
    await take(file('submissions', SUBMISSIONS, `S1,G1,2026-11-02T08:00:00Z,1,web_form,${typed},TRUE,I agree,2026-01-01,2025-01-01,A,p@a.example`))
    expect(db().get('SELECT form_url, form_key, collected_from, collected_to FROM submission')).toEqual({
      form_url: typed,
      form_key: 'a1.example/newsletter',
      collected_from: '2026-01-01',
      collected_to: '2025-01-01',
    })
    expect(states().sort()).toEqual(['pending', 'unsubmitted'])
  })

  it('a missing optional column leaves what is stored, an empty cell clears it', async () => {
    await take(file('submissions', SUBMISSIONS, submission('S1', 'G1')))
    const bare = 'submission_id,group_id,submitted_at,policy_confirmed,method,contact_name,contact_email'
    expect(await take(file('submissions', bare, 'S1,G1,2026-11-02T08:00:00Z,yes,web_form,A Person,p@a1.example'))).toMatchObject({ same: 1 })
    expect(await take(file('submissions', `${bare},consent_text`, 'S1,G1,2026-11-02T08:00:00Z,yes,web_form,A Person,p@a1.example,'))).toMatchObject({
      changed: 1,
    })
    expect(db().get('SELECT form_url, consent_text FROM submission')).toEqual({ form_url: 'https://a1.example/form', consent_text: null })
  })
})

describe('files as they come', () => {
  const rows = [
    'group_id;account_id;name;receivers;created_at',
    'G7;A1;Kundenliste Süd;10;2026-11-02T07:00:00Z',
    'G8;A1;Other;10;2026-11-02T07:00:00Z',
  ].join('\r\n')
  it('FED-04 reads UTF-8 with a mark and semicolons; of other bytes only the rows that hold them suffer, and UTF-16 is refused', async () => {
    expect(await take(bytes('groups', Buffer.from(`\ufeff${rows}`, 'utf8')))).toMatchObject({ new: 2, bad: 0 })
    expect(db().get("SELECT name FROM contact_group WHERE name GLOB 'Kunden*'")).toEqual({ name: 'Kundenliste Süd' })
    expect(await findings(bytes('groups', Buffer.from(rows.replaceAll('G', 'H'), 'latin1')))).toEqual(['2 name not_utf8'])
    expect(await test.refusal([bytes('groups', Buffer.from(`\ufeff${rows}`, 'utf16le'))])).toMatchObject({ code: 'encoding_unknown' })
  })

  it('FED-04 keeps lines and quotes of what somebody wrote, in CSV and in NDJSON', async () => {
    const said = 'Hej,\n"dubbel" opt-in; se 😀\tformuläret'
    await take(file('submissions', SUBMISSIONS, submission('S1', 'G1')))
    await take(file('answers', ANSWERS, `W1,G1,2026-11-02T08:10:00Z,"${said.replaceAll('"', '""')}"`))
    const path = test.file('answers-again.ndjson', [
      JSON.stringify({ answer_id: 'W2', group_id: 'G1', answered_at: '2026-11-02T08:20:00+00:00', text: said }),
    ])
    expect(await take(path)).toMatchObject({ kind: 'answers', new: 1 })
    expect(db().all('SELECT DISTINCT text FROM answer')).toEqual([{ text: said }])
  })

  it('REV-12 takes a sample of a hundred thousand addresses, and again without counting one twice', { timeout: 60_000 }, async () => {
    const count = 100_000
    const path = file(
      'samples',
      'group_id,email',
      ...Array.from({ length: count }, (_, place) => `G1,${place % 10 === 0 ? 'info' : 'p'}${place % 10 === 0 ? '' : place}@a${place}.example`),
    )
    expect(await take(path)).toMatchObject({ rows: count, new: count, bad: 0 })
    expect(await take(path)).toMatchObject({ new: 0, same: count })
    expect(db().get('SELECT addresses, role_addresses FROM sample_count')).toEqual({ addresses: count, role_addresses: count / 10 })
  })
})

describe('out of order, doubled, foreign', () => {
  it('FED-03 the same facts split, shuffled and repeated end the same', async () => {
    const first = submission('S1', 'G1')
    const second = submission('S2', 'G1', '2026-11-02T08:30:00Z')
    await take(file('submissions', SUBMISSIONS, second, first, second))
    await take(file('submissions', SUBMISSIONS, first))
    await take(file('submissions', SUBMISSIONS, second))
    const counting = db().all("SELECT x.external FROM review r JOIN external_id x ON x.entity = r.submission WHERE r.state = 'pending'")
    expect(counting).toEqual([{ external: 'S2' }])
    expect(await findings(file('submissions', SUBMISSIONS, submission('S9', 'G1'), submission('S9', 'G1', '2026-11-02T09:00:00Z')))).toEqual([
      '3 submission_id duplicate_id',
    ])
  })

  it('REV-08 what was said about one group isn’t taken for another, and a group stays with its account', async () => {
    await take(file('submissions', SUBMISSIONS, submission('S1', 'G1')), file('answers', ANSWERS, 'W1,G1,2026-11-02T08:10:00Z,x'))
    expect(await findings(file('submissions', SUBMISSIONS, submission('S1', 'G2')))).toEqual(['2 group_id other_group'])
    expect(await findings(file('answers', ANSWERS, 'W1,G2,2026-11-02T08:10:00Z,x'))).toEqual(['2 group_id other_group'])
    expect(await findings(file('groups', GROUPS, group('G1', 'A2')))).toEqual(['2 account_id other_account'])
    expect(await findings(file('samples', 'group_id,email', 'g1,a@b.example'))).toEqual(['2 group_id unknown_reference'])
  })

  it('REV-07 an answer from the future or the past is one answer', async () => {
    await take(file('submissions', SUBMISSIONS, submission('S1', 'G1')))
    expect(await take(file('answers', ANSWERS, 'W1,G1,2031-01-01T00:00:00Z,late', 'W2,G1,1999-01-01T00:00:00+01:00,early'))).toMatchObject({ new: 2 })
    expect(await test.call('journal.verify', {})).toMatchObject({ ok: true, differences: [] })
  })
})

describe('FED-05 a preview counts reviews that an account’s return opens', () => {
  const accounts = (gone: string): string => file('accounts', `${ACCOUNT_HEADER},removed_at`, `${accountLine('A1')},${gone}`)
  const foresee = async (...paths: string[]): Promise<number> =>
    (await test.preview(paths)).reduce((sum, { reviewsOpened }) => sum + reviewsOpened, 0)

  it('alone, with new groups, and with groups that are gone', async () => {
    await take(accounts('2026-11-02T08:30:00Z'))
    expect(states()).toEqual(['moot', 'moot'])
    const gone = file('groups', `${GROUPS},removed_at`, `${group('G2')},2026-11-02T08:31:00Z`)
    expect(await foresee(gone, file('groups', GROUPS, group('G3')))).toBe(0)
    await take(gone)
    const back = [accounts(''), file('groups', `${GROUPS},removed_at`, `${group('G1')},`, `${group('G2')},`, `${group('G3')},`)]
    expect(await foresee(back[0]!)).toBe(1)
    expect(await foresee(...back)).toBe(3)
    expect((await test.import(back)).consequences.reviewsOpened).toBe(3)
  })

  it('none where the same files end the account', async () => {
    const ends = [accounts('2026-11-02T08:30:00Z'), file('groups', GROUPS, group('G3'))]
    expect(await foresee(...ends)).toBe(0)
    expect((await test.import(ends)).consequences.reviewsOpened).toBe(0)
  })
})
