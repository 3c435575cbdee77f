import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ACCOUNT_HEADER, accountLine, importDesk, PLANS, type ImportDesk } from './import-desk'

let test: ImportDesk
let nth = 0
beforeEach(async () => {
  test = importDesk()
  await test.import([test.file('plans.csv', PLANS), test.file('accounts.csv', [ACCOUNT_HEADER, accountLine('A1'), accountLine('A2')])])
})
afterEach(() => test.close())

const GROUPS = 'group_id,account_id,name,receivers,created_at,source'
const group = (id: string, { account = 'A1', receivers = 1200, name = `List ${id}` } = {}): string =>
  `${id},${account},${name},${receivers},2026-11-02T07:00:00Z,upload`
const SUBMISSIONS =
  'submission_id,group_id,submitted_at,policy_confirmed,method,form_url,double_opt_in,consent_text,contact_name,contact_email'
const submission = (id: string, of: string, { at = '2026-11-02T08:00:00Z', confirmed = 'yes', url = 'https://a1.example/form', consent = 'I agree' } = {}): string =>
  `${id},${of},${at},${confirmed},web_form,${url},yes,${consent},A Person,p@a1.example`
const ANSWERS = 'answer_id,group_id,answered_at,text'
const SAMPLES = 'group_id,email'

const file = (kind: string, ...lines: string[]): string => test.file(`${kind}-${(nth += 1)}.csv`, lines)
const take = async (kind: string, ...lines: string[]) => {
  const result = await test.import([file(kind, ...lines)])
  return { ...result.files[0]!, reviewsOpened: result.consequences.reviewsOpened, waiting: result.waitingForAdmin, importId: result.importId }
}
const foresee = async (...paths: string[]) => {
  const files = await test.preview(paths)
  return files.map(({ counts, reviewsOpened }) => ({ ...counts, reviewsOpened }))
}
const db = () => test.desk.services.db
const states = (): string[] => db().all<{ state: string }>('SELECT state FROM review ORDER BY id').map(({ state }) => state)
const version = (): number => db().get<{ version: number }>('SELECT version FROM review ORDER BY id DESC LIMIT 1')!.version
const notices = (): string[] => db().all<{ kind: string }>('SELECT kind FROM notice WHERE removed_at IS NULL ORDER BY kind').map(({ kind }) => kind)
const messages = (): string[] => db().all<{ template: string }>('SELECT template FROM message ORDER BY id').map(({ template }) => template)
const reject = (): void =>
  void db().run(
    "UPDATE review SET state = 'rejected', due_at = NULL, sla_from = NULL, decided_at = 1, version = version + 1 WHERE state = 'pending'",
  )
const reasons = async (importId: string) =>
  (await test.call<{ rows: { column: string; code: string; line: number }[] }>('feeds.bad_rows', { importId, limit: 50 })).rows.map(
    ({ column, code, line }) => `${line} ${column} ${code}`,
  )

describe('groups', () => {
  it('REV-01 FED-06 each new one opens a review, and a notice that names it', async () => {
    expect(await take('groups', GROUPS, group('G1'), group('G2'))).toMatchObject({ new: 2, reviewsOpened: 2 })
    expect([states(), notices()]).toEqual([
      ['unsubmitted', 'unsubmitted'],
      ['group_unsubmitted', 'group_unsubmitted'],
    ])
    const payloads = db().all<{ payload: string }>("SELECT payload FROM directive WHERE kind = 'notice_shown' ORDER BY seq")
    expect(payloads.map(({ payload }) => JSON.parse(payload) as unknown)).toContainEqual({ notice: 'group_unsubmitted', group: 'G1' })
  })

  it('FED-03 the same twice changes nothing', async () => {
    await take('groups', GROUPS, group('G1'))
    expect(await take('groups', GROUPS, group('G1'))).toMatchObject({ same: 1, reviewsOpened: 0 })
    expect([states().length, version()]).toEqual([1, 1])
  })

  it('FED-05 a preview tells what would open and writes nothing; the import then opens as many', async () => {
    const first = file('groups', GROUPS, group('G1'), group('G2'), 'G3,nobody,x,1,2026-11-02T07:00:00Z,')
    const again = file('groups', GROUPS, group('G2'), group('G4'))
    expect(await foresee(first, again)).toMatchObject([
      { new: 2, bad: 1, reviewsOpened: 2 },
      { new: 1, same: 1, reviewsOpened: 1 },
    ])
    expect(states()).toEqual([])
    expect((await test.import([first, again])).consequences.reviewsOpened).toBe(3)
  })

  it('FED-02 refuses unknown accounts, other accounts, one id with two values', async () => {
    await take('groups', GROUPS, group('G1'))
    const { bad, importId } = await take('groups', GROUPS, group('G1', { account: 'A2' }), group('G2', { account: 'A9' }), group('G3'), group('G3', { name: 'Other' }))
    expect(bad).toBe(3)
    expect(await reasons(importId)).toEqual(['2 account_id other_account', '3 account_id unknown_reference', '5 group_id duplicate_id'])
  })

  it('FED-02 refuses groups of an erased account', async () => {
    db().run("UPDATE account SET status = 'erased' WHERE company = 'Company A1'")
    const { importId } = await take('groups', GROUPS, group('G1'))
    expect(await reasons(importId)).toEqual(['2 account_id erased'])
  })

  it('FED-07 an older look is stale; REV-12 growth keeps what was before', async () => {
    await take('groups', `${GROUPS},observed_at`, `${group('G1')},2026-11-02T08:00:00Z`)
    expect(await take('groups', `${GROUPS},observed_at`, `${group('G1', { receivers: 9 })},2026-11-02T07:59:00Z`)).toMatchObject({ stale: 1 })
    expect(await take('groups', `${GROUPS},observed_at`, `${group('G1', { receivers: 5000 })},2026-11-02T08:30:00Z`)).toMatchObject({ changed: 1 })
    expect(db().get('SELECT receivers, receivers_before FROM contact_group')).toEqual({ receivers: 5000, receivers_before: 1200 })
  })

  it('CAP-03 one that is gone closes its review as moot; back again it is looked at anew', async () => {
    await take('groups', GROUPS, group('G1'))
    await take('submissions', SUBMISSIONS, submission('S1', 'G1'))
    await take('groups', `${GROUPS},removed_at`, `${group('G1')},2026-11-02T08:30:00Z`)
    expect([states(), notices()]).toEqual([['moot'], []])
    const back = file('groups', `${GROUPS},removed_at`, `${group('G1')},`)
    expect(await foresee(back)).toMatchObject([{ changed: 1, reviewsOpened: 1 }])
    expect((await test.import([back])).consequences.reviewsOpened).toBe(1)
    expect([states(), notices()]).toEqual([['moot', 'pending'], ['group_in_review']])
  })

  it('a new group that is gone already opens nothing', async () => {
    expect(await take('groups', `${GROUPS},removed_at`, `${group('G1')},2026-11-02T08:30:00Z`)).toMatchObject({ new: 1, reviewsOpened: 0 })
    expect(states()).toEqual([])
  })
})

describe('submissions', () => {
  beforeEach(() => take('groups', GROUPS, group('G1'), group('G2')).then(() => undefined))

  it('REV-02 a complete one waits, an incomplete one is told what is missing', async () => {
    await take('submissions', SUBMISSIONS, submission('S1', 'G1'), submission('S2', 'G2', { confirmed: 'no', url: '' }))
    expect(states().sort()).toEqual(['pending', 'unsubmitted'])
    expect(messages().sort()).toEqual(['reviews.incomplete', 'reviews.received'])
    const { params } = db().get<{ params: string }>("SELECT params FROM message WHERE template = 'reviews.incomplete'")!
    expect(JSON.parse(params)).toMatchObject({ missing: ['policy_confirmed', 'form_url'] })
  })

  it('FED-03 the same again, in any file, says nothing again', async () => {
    await take('submissions', SUBMISSIONS, submission('S1', 'G1'))
    const entries = (): number => db().get<{ n: number }>("SELECT count(*) AS n FROM entry WHERE kind GLOB 'reviews.*'")!.n
    const before = entries()
    expect(await take('submissions', SUBMISSIONS, submission('S1', 'G1'))).toMatchObject({ same: 1 })
    expect([messages().length, entries()]).toEqual([1, before])
  })

  it('REV-07 changed evidence joins the review that waits; a changed contact does not', async () => {
    await take('submissions', SUBMISSIONS, submission('S1', 'G1'))
    const changes = (): number => db().get<{ n: number }>("SELECT count(*) AS n FROM entry WHERE kind = 'reviews.changed'")!.n
    await take('submissions', SUBMISSIONS, submission('S1', 'G1').replace('A Person', 'B Person'))
    expect(changes()).toBe(0)
    await take('submissions', SUBMISSIONS, submission('S1', 'G1', { consent: 'I agree to more' }))
    expect(changes()).toBe(1)
    expect(messages()).toEqual(['reviews.received'])
  })

  it('REV-07 the newest counts, whatever the order they come in', async () => {
    await take('submissions', SUBMISSIONS, submission('S2', 'G1', { at: '2026-11-02T08:30:00Z' }), submission('S1', 'G1'))
    await take('submissions', SUBMISSIONS, submission('S0', 'G1', { at: '2026-11-02T07:30:00Z' }))
    const counting = db().get<{ external: string }>("SELECT x.external FROM review r JOIN external_id x ON x.entity = r.submission WHERE r.state = 'pending'")
    expect(counting).toEqual({ external: 'S2' })
  })

  it('REV-09 after a rejection a new one opens a review, a correction of the old one does not; the preview knows', async () => {
    await take('submissions', SUBMISSIONS, submission('S1', 'G1'))
    reject()
    expect(await take('submissions', SUBMISSIONS, submission('S1', 'G1', { consent: 'Other' }))).toMatchObject({ changed: 1, reviewsOpened: 0 })
    const anew = file(
      'submissions',
      SUBMISSIONS,
      submission('S2', 'G1', { at: '2026-11-02T08:40:00Z' }),
      submission('S3', 'G1', { at: '2026-11-02T08:50:00Z' }),
      submission('S4', 'G1', { at: '2026-11-02T08:55:00Z', confirmed: 'no' }),
    )
    expect(await foresee(anew)).toMatchObject([{ new: 3, reviewsOpened: 1 }])
    expect((await test.import([anew])).consequences.reviewsOpened).toBe(1)
    expect(states().sort()).toEqual(['pending', 'rejected', 'unsubmitted'])
  })

  it('FED-02 refuses unknown groups, another group, malformed evidence; takes a huge text and refuses a huger one', async () => {
    await take('submissions', SUBMISSIONS, submission('S1', 'G1'))
    const { importId, bad } = await take(
      'submissions',
      SUBMISSIONS,
      submission('S1', 'G2'),
      submission('S2', 'G9'),
      submission('S3', 'G1', { url: 'javascript:alert(1)' }),
      submission('S4', 'G1', { consent: 'x'.repeat(20_001) }),
      submission('S5', 'G1', { consent: 'x'.repeat(20_000), at: '2026-11-02T08:30:00Z' }),
    )
    expect(bad).toBe(4)
    expect(await reasons(importId)).toEqual(['2 group_id other_group', '3 group_id unknown_reference', '4 form_url not_a_url', '5 consent_text too_long'])
  })

  it('one that is taken back joins the review that waits as a change', async () => {
    await take('submissions', SUBMISSIONS, submission('S1', 'G1'))
    const waiting = (): number => db().get<{ version: number }>("SELECT version FROM review WHERE state = 'pending'")!.version
    const before = waiting()
    await take('submissions', `${SUBMISSIONS},removed_at`, `${submission('S1', 'G1')},2026-11-02T08:45:00Z`)
    expect(waiting()).toBe(before + 1)
  })
})

describe('answers and samples', () => {
  beforeEach(async () => {
    await take('groups', GROUPS, group('G1'))
  })

  it('REV-07 an answer to no question is stored and changes nothing', async () => {
    expect(await take('answers', ANSWERS, 'W1,G1,2026-11-02T08:00:00Z,Hello')).toMatchObject({ new: 1 })
    expect([states(), version()]).toEqual([['unsubmitted'], 1])
    const { importId } = await take('answers', ANSWERS, 'W2,G9,2026-11-02T08:00:00Z,Hello')
    expect(await reasons(importId)).toEqual(['2 group_id unknown_reference'])
  })

  it('REV-07 an answer while it waits is an addition, once', async () => {
    await take('submissions', SUBMISSIONS, submission('S1', 'G1'))
    const before = version()
    await take('answers', ANSWERS, 'W1,G1,2026-11-02T08:30:00Z,Hello')
    await take('answers', ANSWERS, 'W1,G1,2026-11-02T08:30:00Z,Hello')
    expect(version()).toBe(before + 1)
  })

  it('REV-12 REV-17 samples are counted as they come; erased, they do not come back with the same file', async () => {
    const rows = ['G1,anna@a.de', 'G1,info@a.de', 'G1,broken@', 'G1,b@gmail.con', 'G1,anna@a.de', 'G9,x@a.de']
    expect(await take('samples', SAMPLES, ...rows)).toMatchObject({ new: 4, same: 1, bad: 1 })
    expect(await take('samples', SAMPLES, ...rows)).toMatchObject({ new: 0, same: 5, bad: 1 })
    const counts = { addresses: 4, role_addresses: 1, malformed: 1, typo_domains: 1 }
    expect(db().get('SELECT * FROM sample_count')).toMatchObject(counts)
    await take('submissions', SUBMISSIONS, submission('S1', 'G1'))
    reject()
    db().run('DELETE FROM address_sample')
    db().run('UPDATE sample_count SET erased_at = 1')
    expect(await take('samples', SAMPLES, 'G1,anna@a.de')).toMatchObject({ stale: 1, new: 0 })
    expect(db().all('SELECT * FROM address_sample')).toEqual([])
    expect(db().get('SELECT * FROM sample_count')).toMatchObject(counts)
  })
})

describe('a whole platform', () => {
  it('FED-08 mail of an import that opens reviews for many waits for an admin, who lets it go', async () => {
    const ids = Array.from({ length: 60 }, (_, n) => `G${n}`)
    const result = await test.import([file('groups', GROUPS, ...ids.map((id) => group(id))), file('submissions', SUBMISSIONS, ...ids.map((id) => submission(`S${id}`, id)))])
    expect(result).toMatchObject({ waitingForAdmin: true, consequences: { reviewsOpened: 60 } })
    const held = (): number => db().get<{ n: number }>("SELECT count(*) AS n FROM message WHERE waits = 'admin'")!.n
    expect([messages().length, held()]).toEqual([60, 60])
    await test.call('feeds.release', { importId: result.importId, reason: 'looked at them' })
    expect(held()).toBe(0)
  })

  it('takes all four kinds in one go, in an order that satisfies references', async () => {
    const { files } = await test.import([
      file('samples', SAMPLES, 'G1,a@b.de'),
      file('answers', ANSWERS, 'W1,G1,2026-11-02T08:30:00Z,Hello'),
      file('submissions', SUBMISSIONS, submission('S1', 'G1')),
      file('groups', GROUPS, group('G1')),
    ])
    expect(files.map(({ kind, new: fresh }) => [kind, fresh])).toEqual([['groups', 1], ['submissions', 1], ['answers', 1], ['samples', 1]])
  })
})
