import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { line, type Line } from './testing/desk-line'

interface Row {
  review_id: string
  group_id: string
  account_id: string
  state: string
  version: number
  sendable: boolean
  due_at: string | null
  due_why: string | null
  overdue: boolean
  completeness: number
  signals: { id: string; seen: string; weight: number }[]
  claimed_by: string | null
  held: { decision_id: string; outcome: string } | null
}
interface Rows<T> {
  rows: T[]
  total: number
}

/** Mon 2 Nov 2026, 10:00 in Berlin. */
const START = '2026-11-02T09:00:00Z'
const FIELDS = [
  'review_id',
  'scope',
  'group_id',
  'account_id',
  'state',
  'sendable',
  'sendable_before',
  'submitted_at',
  'due_at',
  'due_why',
  'overdue',
  'completeness',
  'signals',
  'claimed_by',
]
let at: Line
beforeEach(async () => {
  at = line()
  await at.call('create', '--simulation', '--at', START, '--mail', 'folder')
  for (const [name, role] of [
    ['Rita', 'reviewer'],
    ['Rolf', 'reviewer'],
    ['Sam', 'support'],
  ] as const)
    await at.call('operators', 'add', name, '--role', role)
}, 60_000)
afterEach(() => at.remove())

const SUBMISSIONS =
  'submission_id,group_id,submitted_at,policy_confirmed,method,form_url,double_opt_in,consent_text,collected_from,collected_to,contact_name,contact_email'
const submission = (id: string, group: string, submitted: string): string =>
  `${id},${group},${submitted},yes,web_form,https://firma.example/newsletter,yes,"Ja, ich möchte den Newsletter von Firma mit Angeboten; abmelden jederzeit",2025-01-01,2026-10-01,Person,p@firma.example`
const facts = (): string[] => [
  at.file('submissions.csv', SUBMISSIONS, ...[1, 2, 3].map((n) => submission(`s-${n}`, `g-${n}`, '2026-11-02T08:30:00Z'))),
  at.file(
    'groups.csv',
    'group_id,account_id,name,receivers,created_at',
    ...[1, 2, 3, 4].map((n) => `g-${n},a-${n},Liste ${n},800,2026-11-01T08:00:00Z`),
  ),
  at.file(
    'accounts.csv',
    'account_id,company,country,email,language,time_zone,plan_id,created_at,domain',
    ...['de', 'sv', 'cs', 'nb'].map(
      (language, n) => `a-${n + 1},Firma,DE,info@firma.example,${language},Europe/Berlin,free,2025-01-01T00:00:00Z,firma.example`,
    ),
  ),
  at.file('plans.csv', 'plan_id,name,rank,paid,limits', 'free,Free,0,false,contacts=2000'),
]
const reviews = async (filter: object = {}): Promise<Record<string, Row>> =>
  Object.fromEntries((await at.call<Rows<Row>>('list', 'reviews', '--filter', JSON.stringify(filter))).json.rows.map((row) => [row.group_id, row]))
const todo = (as: string, command: string, input: object) => at.call<{ result: unknown }>('do', command, '--input', JSON.stringify(input), '--as', as)
const target = async (group: string): Promise<{ id: string; version: number }> => {
  const { review_id: id, version } = (await reviews())[group]!
  return { id, version }
}
const refused = (code: string) => ({ status: 2, json: { refusal: expect.objectContaining({ code }) as unknown } })

test(
  'REV by command line: import, claim, three outcomes and an undo, an answer, sendable only when accepted; refused to support; verified',
  { timeout: 300_000 },
  async () => {
    const files = facts()
    expect((await at.call('import', ...files, '--dry-run')).json).toMatchObject({ consequences: { reviewsOpened: 4 } })
    expect((await at.call('import', ...files)).json).toMatchObject({ consequences: { reviewsOpened: 4 }, waitingForAdmin: false })
    expect((await at.call('import', ...files)).json).toMatchObject({ consequences: { reviewsOpened: 0 } })

    const first = await reviews()
    expect(Object.keys(first['g-1']!)).toEqual(expect.arrayContaining(FIELDS))
    expect(first['g-1']).toMatchObject({
      scope: 'group',
      account_id: 'a-1',
      state: 'pending',
      sendable: false,
      sendable_before: null,
      submitted_at: '2026-11-02T08:30:00.000Z',
      due_at: '2026-11-03T08:30:00.000Z',
      due_why: 'Mon 2 Nov 09:30 + 1 working day, no holiday, Europe/Berlin → Tue 3 Nov 09:30',
      overdue: false,
      claimed_by: null,
    })
    expect(first['g-1']!.signals).toEqual(expect.arrayContaining([{ id: 'form_domain', seen: 'match', weight: 3 }]))
    expect(first['g-4']).toMatchObject({ state: 'unsubmitted', due_at: null, due_why: null, completeness: 0 })
    expect((await at.call('list', 'notices', '--filter', '{"group_id":"g-4"}')).json).toMatchObject({
      total: 1,
      rows: [{ account_id: 'a-4', kind: 'group_unsubmitted', group_id: 'g-4', removed_at: null }],
    })

    expect(await todo('Sam', 'reviews.accept', { ...(await target('g-1')), evidence: ['form'] })).toMatchObject(refused('role_missing'))
    expect((await todo('Rita', 'reviews.claim', { id: first['g-1']!.review_id })).status).toBe(0)
    expect(await reviews({ claimed_by: 'Rita' })).toMatchObject({ 'g-1': { claimed_by: 'Rita' } })
    expect(await todo('Rolf', 'reviews.accept', { ...(await target('g-1')), evidence: ['form'] })).toMatchObject(refused('review_claimed'))
    const decided = await todo('Rita', 'reviews.accept', { ...(await target('g-1')), evidence: ['form', 'consent'] })
    const { held } = (await reviews())['g-1']!
    expect(held).toMatchObject({ outcome: 'accept', decision_id: (decided.json.result as { decisionId: string }).decisionId })
    await todo('Rita', 'reviews.undo', { decisionId: held!.decision_id })
    await todo('Rita', 'reviews.accept', { ...(await target('g-1')), evidence: ['form', 'consent'] })
    await todo('Rolf', 'reviews.query', { ...(await target('g-2')), question: 'Var finns formuläret?' })
    const { json: policy } = await todo('Rolf', 'reviews.policy', {})
    const reason = (policy.result as { reasons: { id: string; code: string }[] }).reasons.find(({ code }) => code === 'consent_wording')!
    expect(
      (
        await todo('Rolf', 'reviews.reject', {
          ...(await target('g-3')),
          evidence: ['consent'],
          reasons: [reason.id],
          explanation: 'Chybí odesílatel.',
          departure: 'Read anew',
        })
      ).status,
    ).toBe(0)

    const later = '2026-11-02T09:10:00Z'
    const foreseen = (await at.call<{ steps: { entity: string }[] }>('run', '--until', later, '--dry-run')).json.steps
    const { steps } = (await at.call<{ steps: { feature: string; step: string; entity: string }[] }>('run', '--until', later)).json
    expect(steps.map(({ feature, step, entity }) => `${feature}/${step} ${entity}`).sort()).toEqual([
      'reviews/accept g-1',
      'reviews/query g-2',
      'reviews/reject g-3',
    ])
    expect(new Set(foreseen.map(({ entity }) => entity))).toEqual(new Set(steps.map(({ entity }) => entity)))
    const sendable = (await at.call<Rows<{ account_id: string; payload: object }>>('list', 'directives', '--filter', '{"kind":"group_sendable"}'))
      .json.rows
    expect(sendable.map(({ account_id: id, payload }) => [id, payload])).toEqual([['a-1', { group: 'g-1', sendable: true }]])
    const after = await reviews()
    expect(Object.values(after).map(({ group_id: id, state, sendable: sends }) => [id, state, sends])).toEqual([
      ['g-1', 'accepted', true],
      ['g-2', 'query', false],
      ['g-3', 'rejected', false],
      ['g-4', 'unsubmitted', false],
    ])
    expect(after['g-2']!.due_why).toMatch(/^waits for the customer, \d+ h \d+ min of working time left$/)

    const answer = at.file('answers.csv', 'answer_id,group_id,answered_at,text', 'w-1,g-2,2026-11-02T09:20:00Z,Längst ner')
    const anew = at.file('submissions-anew.csv', SUBMISSIONS, submission('s-4', 'g-3', '2026-11-02T09:21:00Z'))
    expect((await at.call('import', answer, anew, '--at', '2026-11-02T09:30:00Z')).json).toMatchObject({ consequences: { reviewsOpened: 1 } })
    expect(await reviews({ state: 'pending' })).toMatchObject({ 'g-2': { sendable: false }, 'g-3': { sendable: false } })
    expect(await reviews({ group_id: 'g-3', state: 'pending' })).toMatchObject({
      'g-3': { signals: expect.arrayContaining([expect.objectContaining({ id: 'earlier_rejections' })]) as unknown },
    })
    await at.call('run', '--until', '2026-11-04T12:00:00Z')
    expect(Object.keys(await reviews({ overdue: true }))).toEqual(['g-2', 'g-3'])

    const mails = readdirSync(join(at.store, 'outgoing')).filter((name) => name.endsWith('.eml'))
    const addressed = await Promise.all(mails.map(async (name) => (await simpleParser(readFileSync(join(at.store, 'outgoing', name)))).text ?? ''))
    expect(addressed.some((text) => text.includes('Var finns formuläret?'))).toBe(true)
    expect(await at.call('verify')).toMatchObject({ status: 0, json: { ok: true, firstBroken: null, differences: [] } })
  },
)

test(
  'REV-02 REV-08 REV-14 the other commands: recorded by support and barred for good, snoozed, handed over, reopened, contact and evidence opened',
  { timeout: 300_000 },
  async () => {
    await at.call('import', ...facts())
    const submissionOf = (): object => ({
      policyConfirmed: true,
      method: 'purchase',
      details: 'Customers of our shop',
      contactName: 'P',
      contactEmail: 'p@firma.example',
    })
    const four = await target('g-4')
    expect(await todo('Sam', 'reviews.record_submission', { id: four.id, source: 'by telephone', submission: submissionOf() })).toMatchObject({
      status: 0,
      json: { result: { missing: [] } },
    })
    const operators = (await todo('Rita', 'reviews.colleagues', {})).json.result as { id: string; name: string }[]
    const rolf = operators.find(({ name }) => name === 'Rolf')!.id
    expect((await todo('Rita', 'reviews.hand_over', { id: four.id, to: rolf, note: 'Yours, I think' })).status).toBe(0)
    expect(
      (await todo('Rita', 'reviews.snooze', { id: (await target('g-2')).id, until: Date.parse('2026-11-03T08:00:00Z'), note: 'Tomorrow' })).status,
    ).toBe(0)
    expect(await todo('Rita', 'reviews.open_evidence', { id: (await target('g-1')).id, submissionId: 's-1' })).toMatchObject({
      json: { result: { url: 'https://firma.example/newsletter' } },
    })
    expect(await todo('Rita', 'reviews.open_contact', { id: (await target('g-1')).id })).toMatchObject({ json: { result: { name: 'Person' } } })
    await todo('Rolf', 'reviews.accept', { ...(await target('g-4')), evidence: ['details'] })
    await at.call('run', '--until', '2026-11-02T09:05:00Z')
    expect(await reviews({ sendable: true })).toMatchObject({ 'g-4': { state: 'accepted' } })
    expect(await todo('Rita', 'reviews.reopen', { ...(await target('g-4')), reason: 'Not mine to do' })).toMatchObject(refused('role_missing'))
    const reopened = await at.call(
      'do',
      'reviews.reopen',
      '--input',
      JSON.stringify({ ...(await target('g-4')), reason: 'The shop had no such notice' }),
    )
    expect(reopened.status).toBe(0)
    expect(await reviews({ group_id: 'g-4' })).toMatchObject({ 'g-4': { state: 'pending', sendable: false } })
    const told = (await at.call<Rows<{ payload: object }>>('list', 'directives', '--filter', '{"kind":"group_sendable"}')).json.rows
    expect(told.map(({ payload }) => payload)).toEqual([
      { group: 'g-4', sendable: true },
      { group: 'g-4', sendable: false },
    ])
    expect(await at.call('list', 'reviews', '--filter', '{"nose":1}')).toMatchObject({ status: 2 })
    expect((await at.call('list', 'journal', '--filter', '{"kind":"reviews.refused"}')).json).toMatchObject({ total: 1 })
    expect(await at.call('verify')).toMatchObject({ status: 0, json: { ok: true } })
  },
)
