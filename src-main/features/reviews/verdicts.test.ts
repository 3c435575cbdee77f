import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { instantOf } from '@kernel/calendar/index'
import { departsFrom, verdictsOf, earlierVerdicts, VERDICT_QUERIES, type Verdict } from './verdicts'
import { accept, reject } from './commands'
import { differences, freeze } from './freeze'
import { ACCOUNT_QUERY, loadSignalFacts, MOST_ACCOUNTS, SHARED_FORM_QUERY, signalsOn } from './signal-facts'
import { decisionsOf } from './store'
import { ANNA, ReviewsDesk } from './testing/reviews-desk'

let desk: ReviewsDesk
beforeEach(() => (desk = new ReviewsDesk(instantOf('2026-11-24', 600, 'Europe/Berlin'))))
afterEach(() => desk.close())

const FORM = 'https://shop.example.de/newsletter'

/** A group of an account with a submission that names the form as the feeds would store it. */
function submitted(account: string, { key = 'shop.example.de/newsletter', domain = 'example.de', source = null as string | null } = {}): string {
  const group = desk.group(account)
  desk.db.run('UPDATE contact_group SET source = ? WHERE id = ?', source, group)
  const submission = desk.submit(group)
  desk.db.run('UPDATE submission SET form_url = ?, form_key = ?, form_domain = ? WHERE id = ?', FORM, key, domain, submission)
  return group
}

async function decide(group: string, outcome: 'accept' | 'reject'): Promise<void> {
  const { id, version } = desk.review(group)
  const reason = desk.db.get<{ id: string }>('SELECT id FROM policy_reason')!.id
  const evidence = ['form']
  const departure = 'the evidence is another one'
  const answer = desk.as(ANNA, (unit) =>
    outcome === 'accept'
      ? accept(unit, { id, version, evidence, departure })
      : reject(unit, { id, version, evidence, departure, reasons: [reason], explanation: 'bought' }),
  )
  if ('refused' in answer && answer.refused === 'evidence_unclear') throw new Error('ask first')
  expect(answer).toHaveProperty('done')
  await desk.advance(desk.now + 60_000)
}

const seen = (group: string): string[] => earlierVerdicts(desk.db, desk.review(group)).map(({ outcome, same }) => `${outcome}: ${same.join(' ')}`)

describe('REV-19 earlier verdicts', () => {
  it('stand beside the case by form, domain, source and account, the newest first', async () => {
    const [one, two, three] = [desk.account(), desk.account(), desk.account()]
    const other = submitted(one, { source: 'trade fair' })
    await decide(other, 'accept')
    const domain = submitted(two, { key: 'example.de/other', source: 'elsewhere' })
    await decide(domain, 'reject')
    const now = submitted(three, { source: 'trade fair' })
    const own = submitted(three, { key: 'x.example.org/a', domain: 'example.org' })
    await decide(own, 'accept')
    expect(seen(now)).toEqual(['accept: account', 'reject: domain', 'accept: form_url domain source'])
    const [first] = verdictsOf(desk.db, desk.review(now), 'de')
    expect(first).toMatchObject({ reviewId: desk.review(own).id, outcome: 'accept', company: expect.stringMatching(/^Company/), same: ['account'] })
  })

  it('are none of undone, held or open decisions, of the case itself, or of what came after', async () => {
    const account = desk.account()
    const [first, second] = [submitted(account), submitted(account)]
    expect(seen(second)).toEqual([])
    await decide(first, 'accept')
    desk.now += 60_000
    await decide(second, 'reject')
    expect(seen(second)).toEqual(['accept: form_url domain account'])
    expect(seen(first)).toEqual([])
  })

  it('a verdict that departs from them says why before it can be given (REV-17: and what it was made on is kept)', async () => {
    const account = desk.account()
    await decide(submitted(account), 'reject')
    const group = submitted(account)
    const { id, version } = desk.review(group)
    const accepts = (departure: string | null) => desk.as(ANNA, (unit) => accept(unit, { id, version, evidence: ['form'], departure }))
    expect(accepts(null)).toEqual({ refused: 'departure_needed' })
    expect(accepts('a list of its own')).toHaveProperty('done')
    const review = desk.review(group)
    const said = decisionsOf(desk.db, id)[0]!.said!
    expect([
      said.departure,
      said.frozen!.submission!.formUrl,
      differences(said.frozen!, freeze(desk.db, review, said.frozen!.policyVersion)),
    ]).toEqual(['a list of its own', FORM, []])
    expect(desk.replay()).toEqual([])
  })

  it('of a domain that many share say nothing', async () => {
    await decide(submitted(desk.account(), { key: 'docs.google.com/forms/a', domain: 'google.com' }), 'reject')
    expect(seen(submitted(desk.account(), { key: 'docs.google.com/forms/b', domain: 'google.com' }))).toEqual([])
  })

  it.each<[string, Pick<Verdict, 'outcome' | 'same' | 'at'>[], 'accept' | 'reject' | 'query', boolean]>([
    ['none', [], 'accept', false],
    ['a query', [{ outcome: 'reject', same: ['account'], at: 1 }], 'query', false],
    [
      'the newest of an account',
      [
        { outcome: 'accept', same: ['account'], at: 1 },
        { outcome: 'reject', same: ['account'], at: 2 },
      ],
      'accept',
      true,
    ],
    [
      'as the newest of an account',
      [
        { outcome: 'accept', same: ['account'], at: 1 },
        { outcome: 'reject', same: ['account'], at: 2 },
      ],
      'reject',
      false,
    ],
    ['the same form', [{ outcome: 'reject', same: ['form_url', 'domain'], at: 1 }], 'accept', true],
    [
      'a domain at odds',
      [
        { outcome: 'reject', same: ['domain'], at: 2 },
        { outcome: 'accept', same: ['domain'], at: 1 },
      ],
      'accept',
      false,
    ],
    [
      'a domain at one',
      [
        { outcome: 'reject', same: ['domain'], at: 2 },
        { outcome: 'reject', same: ['domain'], at: 1 },
      ],
      'accept',
      true,
    ],
    [
      'one line against another',
      [
        { outcome: 'accept', same: ['account'], at: 2 },
        { outcome: 'reject', same: ['form_url'], at: 1 },
      ],
      'accept',
      true,
    ],
  ])('departing from %s', (_, verdicts, outcome, departs) => expect(departsFrom(verdicts, outcome)).toBe(departs))
})

describe('REV-12 what signals look at', () => {
  it('counts other accounts with the same form, and stops counting', () => {
    const mine = submitted(desk.account())
    const shared = (): unknown => loadSignalFacts(desk.db, desk.review(mine)).sharedForm
    expect(shared()).toEqual({ accounts: 0, more: false })
    const other = desk.account()
    submitted(other)
    submitted(other)
    expect(shared()).toEqual({ accounts: 1, more: false })
    for (let n = 0; n < MOST_ACCOUNTS + 5; n += 1) submitted(desk.account())
    expect(shared()).toEqual({ accounts: MOST_ACCOUNTS, more: true })
  })

  it('sees earlier verdicts, the plan and the sample', async () => {
    const account = desk.account()
    await decide(submitted(account), 'reject')
    const group = submitted(account)
    desk.db.run(
      'INSERT INTO sample_count (contact_group, addresses, role_addresses, malformed, typo_domains, observed_at) VALUES (?, 100, 40, 5, 0, 0)',
      group,
    )
    desk.db.run('UPDATE contact_group SET receivers = 2500 WHERE id = ?', group)
    const found = signalsOn(desk.db, desk.review(group)).map(({ id, seen: word }) => `${id}: ${word}`)
    expect(found).toEqual(
      expect.arrayContaining(['earlier_rejections: form', 'sample_roles: many', 'sample_malformed: many', 'list_size: over_limit']),
    )
  })

  it('is found by index, whatever number of accounts there is', () => {
    const plan = (sql: string, ...values: unknown[]): string =>
      desk.db.raw
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...values)
        .map((row) => (row as { detail: string }).detail)
        .join('\n')
    for (const sql of [...Object.values(VERDICT_QUERIES), SHARED_FORM_QUERY]) {
      const steps = plan(sql, ...Array<string>(sql.split('?').length - 1).fill('a')).split('\n')
      const made = new Set(steps.filter((step) => step.startsWith('CO-ROUTINE ')).map((step) => step.replace('CO-ROUTINE ', 'SCAN ')))
      const scans = steps.filter((step) => step.startsWith('SCAN') && !made.has(step))
      expect([sql, scans]).toEqual([sql, []])
      expect(
        steps.some((step) =>
          /^SEARCH (?:submission|contact_group|review) USING (?:COVERING )?INDEX (?:submission_by_form|submission_by_domain|contact_group_by_source|review_by_account)/.test(
            step,
          ),
        ),
      ).toBe(true)
      expect(steps.filter((step) => step.includes('TEMP B-TREE FOR ORDER BY'))).toEqual([])
    }
    expect(plan(ACCOUNT_QUERY, 'a')).not.toMatch(/^SCAN/m)
  })
})

describe('REV-17 what was known when it was decided', () => {
  it('holds submission, answers, signals, counts and version, and neither addresses nor the contact person', () => {
    const group = submitted(desk.account())
    desk.sample(group)
    desk.db.run(
      'INSERT INTO sample_count (contact_group, addresses, role_addresses, malformed, typo_domains, observed_at) VALUES (?, 1, 0, 0, 0, 0)',
      group,
    )
    const frozen = freeze(desk.db, desk.review(group), 7)
    expect(frozen).toMatchObject({
      submission: { formUrl: FORM },
      receivers: 1_200,
      sample: { addresses: 1, roleAddresses: 0, malformed: 0 },
      policyVersion: 7,
    })
    const written = JSON.stringify(frozen)
    const addresses = desk.db.all<{ email: string }>('SELECT email FROM address_sample')
    expect(addresses).toHaveLength(1)
    for (const secret of [addresses[0]!.email, 'A Person', 'person@example.com']) expect(written).not.toContain(secret)
  })

  it('is compared with what is known now, however it was stored', () => {
    const group = submitted(desk.account())
    const before = freeze(desk.db, desk.review(group), 1)
    const stored = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(before).reverse()))) as typeof before
    expect(differences(stored, freeze(desk.db, desk.review(group), 1))).toEqual([])
    desk.db.run('UPDATE contact_group SET receivers = 1300 WHERE id = ?', group)
    desk.db.run("UPDATE submission SET form_url = 'https://shop.example.de/', consent_text = 'Newsletter' WHERE contact_group = ?", group)
    desk.answer(group)
    expect(differences(stored, freeze(desk.db, desk.review(group), 2))).toEqual([
      'formUrl',
      'consentText',
      'answers',
      'signals',
      'receivers',
      'completeness',
      'policyVersion',
    ])
    expect(differences({ ...stored, submission: null }, stored)).toContain('submission')
    expect(differences(stored, stored)).toEqual([])
  })
})
