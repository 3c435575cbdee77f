import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '@contract/index'
import { LANGUAGES, type Language } from '@contract/define'
import { accept, query, reject, reopen, undo } from '../commands'
import { previewDecision } from '../preview'
import { recordAnswer, recordSubmission } from '../record'
import { reasonWords } from '../policy/words'
import { ADMIN, ANNA, BEN, CARLA, ReviewsDesk } from '../testing/reviews-desk'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
/** Mon 23 Nov 2026, 10:00 in Berlin. */
const START = Date.parse('2026-11-23T09:00:00Z')
const HOSTILE = '  <script>x</script> {{company}\n\n{{{group} & “ü”  '

let desk: ReviewsDesk
let account: string
let group: string
beforeEach(() => {
  desk = new ReviewsDesk(START)
  account = desk.account()
  group = desk.group(account)
})
afterEach(() => desk.close())

const speak = (language: Language): unknown => desk.db.run('UPDATE account SET language = ?', language)
const nameIt = (name: string): unknown => desk.db.run('UPDATE contact_group SET name = ?', name)
const target = () => ({ id: desk.review(group).id, version: desk.review(group).version })
const reason = (nth = 0): string => desk.db.all<{ id: string }>('SELECT id FROM policy_reason ORDER BY ordinal')[nth]!.id
const accepts = (who = ANNA) => desk.as(who, (unit) => accept(unit, { ...target(), evidence: ['form'], departure: 'Looked at anew' }))
const queries = (question: string) => desk.as(ANNA, (unit) => query(unit, { ...target(), question }))
const rejects = (explanation: string, reasons = [reason()]) =>
  desk.as(ANNA, (unit) => reject(unit, { ...target(), evidence: ['form'], reasons, explanation, departure: 'Looked at anew' }))
const reopens = () => desk.as(ADMIN, (unit) => reopen(unit, { ...target(), reason: 'A mistake' }))
const undoes = (given: ReturnType<typeof accepts>) => desk.as(ANNA, (unit) => undo(unit, { decisionId: 'done' in given ? given.done.decisionId : '' }))
const previews = (outcome: 'accept' | 'query' | 'reject', text: string, reasons: string[] = []) =>
  previewDecision(desk.db, { id: target().id, outcome, text, reasons }, ANNA.id)
const minutes = (count: number) => desk.advance(desk.now + count * MINUTE)
const letters = (): string[] => desk.sent.map(({ template }) => template.replace('reviews.', ''))
const letter = (name: string) => desk.sent.findLast(({ template }) => template === `reviews.${name}`)!
const plain = (text: string): string => text.replace(/\s+/g, ' ')
const withdrawn = (): string[] =>
  desk.db.all<{ template: string }>("SELECT template FROM message WHERE state = 'withdrawn' ORDER BY id").map(({ template }) => template.replace('reviews.', ''))

describe('REV-02 a submission', () => {
  it.each([
    ['de', '24. November 2026 um 10:00 MEZ'],
    ['en', '24 November 2026 at 10:00 CET'],
    ['cs', '24. listopadu 2026'],
    ['sv', '24 november 2026'],
    ['nb', '24. november 2026'],
  ] as const)('REV-06 that is complete is confirmed in %s, with the due time in the account’s zone', async (language, due) => {
    speak(language)
    desk.submit(group)
    await minutes(1)
    expect(plain(letter('received').text)).toContain(due)
  })

  it('REV-06 is promised nothing that has passed', async () => {
    desk.mailDown = true
    desk.submit(group)
    await desk.advance(START + 3 * DAY)
    desk.mailDown = false
    await minutes(1)
    expect(letter('received').text).not.toContain('November')
  })

  it.each(LANGUAGES)('that is incomplete is answered in %s with each missing part in words', async (language) => {
    speak(language)
    const id = desk.submit(group, { complete: false })
    desk.db.run('UPDATE submission SET form_url = NULL, contact_email = NULL WHERE id = ?', id)
    await minutes(1)
    const { text, html } = letter('incomplete')
    expect(text.match(/^- /gm)).toHaveLength(3)
    expect(text).not.toMatch(/policy_confirmed|form_url/)
    expect(html.match(/<li>/g)).toHaveLength(3)
  })

  it('MSG-06 says nothing is missing once a later one has it, or it was corrected', async () => {
    desk.mailDown = true
    desk.submit(group, { complete: false })
    desk.submit(group, { at: START + 1 })
    const other = desk.group(account)
    const corrected = desk.submit(other, { complete: false })
    desk.db.run('UPDATE submission SET policy_confirmed = 1 WHERE id = ?', corrected)
    desk.mailDown = false
    await minutes(1)
    expect([letters(), withdrawn()]).toEqual([['received'], ['incomplete', 'incomplete']])
  })

  it('REV-07 an incomplete addition doesn’t stop the review, and says so', async () => {
    speak('en')
    desk.submit(group)
    desk.submit(group, { complete: false, at: START + 1 })
    await minutes(1)
    expect(plain(letter('incomplete').text)).toContain('Meanwhile the review goes on')
    expect(letter('incomplete').text).not.toContain('The review begins')
  })
})

describe('REV-07 a decision', () => {
  it.each(LANGUAGES)('rejecting names the reasons of the catalogue in %s and the explanation, its paragraphs kept', async (language) => {
    speak(language)
    desk.submit(group)
    rejects('First.\n\nSecond.', [reason(0), reason(1)])
    await minutes(1)
    const { text, html } = letter('rejected')
    for (const nth of [0, 1]) expect(text).toContain(`- ${reasonWords(desk.db, reason(nth), language).title}`)
    expect(text).toContain('\n\nFirst.\n\nSecond.\n\n')
    expect(html).toContain('<p>First.</p>\n<p>Second.</p>')
  })

  it('hostile words and names reach the customer as they are, and never as markup', async () => {
    nameIt('{{company}} <i>&amp;</i>')
    desk.submit(group)
    queries(HOSTILE)
    await minutes(1)
    const { subject, text, html } = letter('queried')
    expect(subject).toContain('{{company}} <i>&amp;</i>')
    expect(text).toContain('\n\n<script>x</script> {{company}\n\n{{{group} & “ü”\n\n')
    expect(html).toContain('<p>&lt;script&gt;x&lt;/script&gt; {{company}</p>\n<p>{{{group} &amp; “ü”</p>')
    expect(html).not.toMatch(/<script|<i>/)
  })

  it.each([
    ['accept', '', 'accepted'],
    ['query', 'Is {{company}} named on {{formUrl}}?\n\n{{ reviewer }}', 'queried'],
    ['reject', '{{group}} was bought.', 'rejected'],
  ] as const)('REV-15 MSG-04 to %s is sent as it was previewed', async (outcome, text, name) => {
    nameIt('{{reviewer}}')
    desk.submit(group)
    const reasons = outcome === 'reject' ? [reason()] : []
    const { unknown, language, ...preview } = previews(outcome, text, reasons)
    if (outcome === 'accept') accepts()
    else if (outcome === 'query') queries(text)
    else rejects(text, reasons)
    await minutes(1)
    expect([unknown, language]).toEqual([[], 'de'])
    expect(letter(name)).toMatchObject(preview)
  })

  it('is told only while it stands: not undone, not overtaken, not reopened', async () => {
    desk.submit(group)
    undoes(accepts())
    await minutes(1)
    accepts()
    desk.submit(group, { at: desk.now })
    await minutes(1)
    expect(letters().filter((name) => name !== 'received')).toEqual([])
    desk.mailDown = true
    accepts()
    await minutes(1)
    reopens()
    desk.mailDown = false
    await minutes(1)
    expect(letters().filter((name) => name !== 'received')).toEqual(['reopened'])
    expect(withdrawn()).toEqual(['accepted'])
  })

  it('a question that was answered meanwhile isn’t asked', async () => {
    desk.submit(group)
    desk.mailDown = true
    queries('Which form?')
    await minutes(1)
    desk.answer(group)
    queries('Which of the two?')
    await minutes(1)
    desk.mailDown = false
    await minutes(1)
    expect(desk.sent.filter(({ template }) => template === 'reviews.queried').map(({ text }) => text.includes('of the two'))).toEqual([true])
  })

  it.each(['group', 'account'])('CAP-03 nothing is told about a %s that is gone', async (gone) => {
    desk.mailDown = true
    desk.submit(group)
    accepts()
    await minutes(1)
    if (gone === 'group') desk.groupThere(group, false)
    else desk.accountThere(account, false)
    desk.mailDown = false
    await minutes(1)
    expect([letters(), withdrawn().sort()]).toEqual([[], ['accepted', 'received']])
  })

  it('REV-09 a rejected group that was submitted anew meanwhile isn’t asked to be', async () => {
    speak('en')
    desk.mailDown = true
    desk.submit(group)
    rejects('Bought.')
    await minutes(1)
    desk.submit(group, { at: desk.now })
    desk.mailDown = false
    await minutes(1)
    expect(plain(letter('rejected').text)).toContain('You have submitted it anew meanwhile')
  })

  it('REV-09 MSG-06 a reopening is told once, and not after the next verdict', async () => {
    desk.submit(group)
    accepts()
    await minutes(1)
    desk.mailDown = true
    reopens()
    accepts(BEN)
    await minutes(1)
    reopens()
    desk.mailDown = false
    await minutes(1)
    expect(letters()).toEqual(['received', 'accepted', 'reopened'])
    expect(withdrawn().sort()).toEqual(['accepted', 'reopened'])
    expect(plain(letter('reopened').text)).toContain('bis zum 24. November 2026')
  })
})

describe('REV-15 placeholders', () => {
  it('that nothing fills are listed, stay as written, and aren’t sent', () => {
    desk.submit(group)
    desk.db.run('UPDATE submission SET form_url = NULL')
    const text = '{{formUrl}} {{toString}} {{#group}} {{formUrl}} {{ }}'
    const { unknown, text: shown } = previews('query', text)
    expect(unknown).toEqual(['formUrl', 'toString', '#group', ''])
    expect(shown).toContain(text)
    expect(queries(text)).toEqual({ refused: 'placeholder_unfilled' })
  })

  it('take no time, whatever the text', () => {
    desk.submit(group)
    const start = performance.now()
    for (const text of [`{{${' '.repeat(19_000)}`, '{{'.repeat(9_000), `${'{{ '.repeat(6_000)}}}`]) expect(previews('query', text).language).toBe('de')
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})

describe('REV-08 what support recorded', () => {
  const submission = {
    policyConfirmed: true,
    method: 'web_form' as const,
    formUrl: 'https://example.com/form?a=1&b=2',
    doubleOptIn: false,
    consentText: HOSTILE,
    contactName: 'A Person',
    contactEmail: 'person@example.com',
  }
  const records = () => desk.as(CARLA, (unit) => recordSubmission(unit, { id: target().id, source: 'Call of 23 Nov', submission }))

  it.each(LANGUAGES)('is copied to the customer in %s, word for word, with its source', async (language) => {
    speak(language)
    records()
    await minutes(1)
    const { text, html } = letter('recorded')
    for (const said of ['Call of 23 Nov', submission.formUrl, '<script>x</script> {{company}', '{{{group} & “ü”', 'A Person', 'person@example.com'])
      expect(plain(text)).toContain(said)
    expect(html).toContain('form?a=1&amp;b=2')
    expect(text).not.toContain(CARLA.name)
  })

  it('an answer too', async () => {
    desk.submit(group)
    queries('Which form?')
    await minutes(1)
    desk.as(CARLA, (unit) => recordAnswer(unit, { id: target().id, source: 'Letter', text: 'Line one\n\n- line <two>' }))
    await minutes(1)
    expect(letter('recorded').text).toContain('\n\nLine one\n\n- line <two>\n\n')
    expect(letter('recorded').html).toContain('<p>Line one</p>\n<ul>\n<li>line &lt;two&gt;</li>\n</ul>')
  })
})

it('REV-08 what is asked, explained or recorded keeps its edges; blank is refused', () => {
  const at = { id: ANNA.id, version: 1 }
  expect(contract['reviews.query'].input.parse({ ...at, question: ' x\n' })).toMatchObject({ question: ' x\n' })
  const rejection = { ...at, evidence: ['form'], reasons: [ANNA.id] }
  expect(contract['reviews.reject'].input.parse({ ...rejection, explanation: '\tx ' })).toMatchObject({ explanation: '\tx ' })
  const answer = { id: ANNA.id, source: 'Letter' }
  expect(contract['reviews.record_answer'].input.parse({ ...answer, text: ' x ' })).toMatchObject({ text: ' x ' })
  for (const blank of ['', ' \n\t']) {
    expect(contract['reviews.query'].input.safeParse({ ...at, question: blank }).success).toBe(false)
    expect(contract['reviews.reject'].input.safeParse({ ...rejection, explanation: blank }).success).toBe(false)
    expect(contract['reviews.record_answer'].input.safeParse({ ...answer, text: blank }).success).toBe(false)
  }
})
