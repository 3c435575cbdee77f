import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '@contract/index'
import { barredFrom } from './barred'
import { accept, query } from './commands'
import { openContact, openEvidence } from './contact'
import { recordAnswer, recordSubmission } from './record'
import { checkSubmission } from './submission-check'
import { ADMIN, ANNA, CARLA, ReviewsDesk } from './testing/reviews-desk'

let desk: ReviewsDesk
let group: string
beforeEach(() => {
  desk = new ReviewsDesk(Date.parse('2026-11-23T09:00:00Z'))
  group = desk.group(desk.account())
})
afterEach(() => desk.close())

const SAID = {
  policyConfirmed: true,
  method: 'web_form' as const,
  formUrl: 'https://example.com/form',
  consentText: '  I agree,\nalso by phone “ü” ',
  contactName: 'A Person',
  contactEmail: 'person@example.com',
}
const id = (): string => desk.review(group).id
const records = (some: object = {}, who = CARLA) =>
  desk.as(who, (unit) => recordSubmission(unit, { id: id(), source: 'Call of 23 Nov', submission: { ...SAID, ...some } }))
const answers = () => desk.as(CARLA, (unit) => recordAnswer(unit, { id: id(), source: 'Letter', text: 'Here it is' }))
const journal = (kind: string): unknown[] => desk.db.all('SELECT actor FROM entry WHERE kind = ?', kind)

describe('REV-02 REV-08 what support records', () => {
  it('is the customer’s text, verbatim, with its source, copied to the customer; the recorder is barred', () => {
    expect(records()).toMatchObject({ done: { missing: [] } })
    expect(desk.review(group).state).toBe('pending')
    expect(desk.db.get('SELECT consent_text, recorded_by, recorded_source FROM submission')).toEqual({
      consent_text: SAID.consentText,
      recorded_by: CARLA.id,
      recorded_source: 'Call of 23 Nov',
    })
    expect(desk.messages(group).sort()).toEqual(['received', 'recorded'])
    expect(barredFrom(desk.db, desk.review(group), CARLA.id)).toBe('recorded_submission')
    expect(desk.as(CARLA, (unit) => accept(unit, { id: id(), version: desk.review(group).version, evidence: ['form'] }))).toEqual({
      refused: 'review_barred',
    })
  })

  it.each([
    [{ policyConfirmed: false }, ['policy_confirmed']],
    [{ formUrl: '' }, ['form_url']],
    [{ formUrl: 'example' }, ['form_url']],
    [{ contactEmail: 'nobody' }, ['contact']],
  ])('with %j stays unsubmitted and says %j', (some, missing) => {
    expect(records(some)).toMatchObject({ done: { missing } })
    expect(desk.review(group).state).toBe('unsubmitted')
    expect(desk.messages(group).sort()).toEqual(['incomplete', 'recorded'])
  })

  it('takes an answer only to an open question', async () => {
    expect(answers()).toEqual({ refused: 'not_a_query' })
    desk.submit(group)
    expect(answers()).toEqual({ refused: 'not_a_query' })
    desk.as(ANNA, (unit) => query(unit, { id: id(), version: desk.review(group).version, question: 'Which form?' }))
    await desk.advance(desk.now + 60_000)
    expect(answers()).toEqual({ done: null })
    expect(desk.review(group).state).toBe('pending')
    expect(desk.messages(group)).toContain('recorded')
    expect(barredFrom(desk.db, desk.review(group), CARLA.id)).toBe('recorded_answer')
  })

  it('refuses what nobody looks at any more', async () => {
    desk.submit(group)
    desk.as(ANNA, (unit) => accept(unit, { id: id(), version: desk.review(group).version, evidence: ['form'] }))
    await desk.advance(desk.now + 60_000)
    expect(records()).toEqual({ refused: 'review_closed' })
    desk.groupThere(group, false)
    expect(records()).toEqual({ refused: 'group_missing' })
  })

  it('gives up the recorder’s own claim, and what was handed to them', () => {
    desk.submit(group)
    desk.db.run("INSERT INTO review_hand_over (review, sender, receiver, at, note) VALUES (?, ?, ?, 0, 'Please')", id(), ANNA.id, CARLA.id)
    desk.db.run('INSERT INTO review_claim (review, operator, until) VALUES (?, ?, ?)', id(), CARLA.id, desk.now + 1000)
    records()
    expect([desk.db.all('SELECT * FROM review_claim'), desk.db.all('SELECT * FROM review_hand_over')]).toEqual([[], []])
  })
})

describe('REV-02 what the desk would make of it', () => {
  it.each([
    [{}, []],
    [{ policyConfirmed: false, formUrl: null, contactEmail: '' }, ['policy_confirmed', 'form_url', 'contact']],
    [{ formUrl: 'https://example.com' }, []],
  ])('is what recording %j comes to', (some, missing) => {
    const checked = checkSubmission({ submission: { ...SAID, ...some } })
    expect(checked.missing).toEqual(missing)
    expect(records(some)).toMatchObject({ done: { missing } })
    expect(checked.formLink).toBe('formUrl' in some ? (some.formUrl === null ? null : 'bare') : 'deep')
    expect(checked.completenessParts.reduce((sum, { points }) => sum + points, 0)).toBe(checked.completeness)
  })

  it('REV-08 the bridge leaves the edges of what a customer wrote', () => {
    const { submission } = contract['reviews.record_submission'].input.parse({
      id: id(),
      source: '  Letter ',
      submission: { ...SAID, contactName: ' A Person ', details: ' x\n' },
    })
    expect(submission).toMatchObject({ consentText: SAID.consentText, details: ' x\n', contactName: 'A Person' })
    expect(contract['reviews.record_answer'].input.safeParse({ id: id(), source: 'Letter', text: ' \n ' }).success).toBe(false)
    expect(contract['reviews.record_answer'].input.parse({ id: id(), source: 'Letter', text: ' yes\n' }).text).toBe(' yes\n')
  })
})

describe('REV-04 REV-12 looking closer is journaled', () => {
  it('at the contact person', () => {
    expect(desk.as(ADMIN, (unit) => openContact(unit, { id: id() }))).toEqual({ refused: 'contact_missing' })
    records()
    expect(desk.as(ANNA, (unit) => openContact(unit, { id: id() }))).toEqual({ done: { name: 'A Person', phone: null, email: 'person@example.com' } })
    expect(journal('reviews.contact_opened')).toEqual([{ actor: ANNA.id }])
  })

  it.each([
    ['https://example.com/form', { done: { url: 'https://example.com/form' } }],
    ['http://example.com/form', { refused: 'evidence_not_https' }],
    ['javascript:alert(1)', { refused: 'evidence_not_https' }],
    [null, { refused: 'submission_missing' }],
  ])('at %s', (formUrl, answer) => {
    const recorded = records({ formUrl })
    const submissionId = 'done' in recorded ? recorded.done.id : ''
    expect(desk.as(ANNA, (unit) => openEvidence(unit, { id: id(), submissionId }))).toEqual(answer)
    expect(journal('reviews.evidence_opened').length).toBe('done' in answer ? 1 : 0)
  })

  it('not at another group’s', () => {
    const other = desk.group(desk.account())
    const submissionId = desk.submit(other)
    expect(desk.as(ANNA, (unit) => openEvidence(unit, { id: id(), submissionId }))).toEqual({ refused: 'submission_missing' })
  })

  it('JNL-03 replays', () => {
    records()
    desk.as(ANNA, (unit) => openContact(unit, { id: id() }))
    expect(desk.replay()).toEqual([])
  })
})
