import { act } from 'react'
import { describe, expect, it } from 'vitest'
import type { ReviewRow, ReviewView, SubmissionView, VerdictView } from '@contract/reviews'
import { setClock } from '@/app/session/clock'
import { setPlace } from '@/kit/format/use-format'
import { render, type Answers, type Rendered } from '@/testing/rendering'
import ReviewsScreen from './screen'

const NOW = Date.parse('2026-11-23T13:06:00Z')
const HOUR = 3_600_000
const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

function row(n: number, change: Partial<ReviewRow> = {}): ReviewRow {
  return {
    id: uuid(n),
    version: 3,
    scope: 'group',
    state: 'pending',
    groupId: `G-${n}`,
    groupName: `Readers ${n}`,
    accountUuid: uuid(100 + n),
    accountId: `A-${n}`,
    company: `Company ${n}`,
    language: 'de',
    receivers: 4812,
    method: 'web_form',
    submittedAt: NOW - 24 * HOUR,
    changedAt: NOW - 24 * HOUR,
    changed: false,
    round: 1,
    sla: { dueAt: NOW + HOUR + n * 60_000, overdue: false, stopped: false, remainingMs: null, why: null },
    completeness: 78,
    signals: { against: 2, note: 0, for: 1, worst: 'shared_form' },
    claim: null,
    snoozedUntil: null,
    held: null,
    decidedAt: null,
    decidedBy: null,
    ...change,
  }
}

const SUBMISSION: SubmissionView = {
  submissionId: 'S-1',
  submittedAt: NOW - 24 * HOUR,
  recordedBy: null,
  source: null,
  policyConfirmed: true,
  method: 'web_form',
  formUrl: 'https://shop.example/join',
  formLink: 'deep',
  formOpens: 'https://shop.example/join',
  doubleOptIn: true,
  consentText: 'I want the newsletter of the shop.',
  collectedFrom: null,
  collectedTo: null,
  eventName: null,
  eventDate: null,
  partnerName: null,
  partnerContract: null,
  previousProvider: null,
  details: null,
  senderDomain: null,
  hasContact: true,
}

function view(n: number, change: Partial<ReviewView> = {}): ReviewView {
  return {
    ...row(n),
    sendable: false,
    createdAt: NOW - 48 * HOUR,
    source: null,
    planName: 'Startup',
    status: 'active',
    accountDomain: 'shop.example',
    accountEmailDomain: 'shop.example',
    submissions: [SUBMISSION],
    missing: [],
    completenessParts: [],
    signalViews: [],
    thread: [],
    verdicts: [],
    changes: [],
    sample: null,
    barred: null,
    frozen: null,
    ...change,
  }
}

const REJECTED: VerdictView = {
  reviewId: uuid(90),
  outcome: 'reject',
  at: NOW - 100 * HOUR,
  company: 'Byty Morava',
  groupName: 'Klienti',
  same: ['form_url'],
  reasons: ['single_opt_in'],
}
const reason = (n: number) => ({ id: uuid(200 + n), code: `reason_${n}`, title: `Reason ${n}`, guidance: `Guidance ${n}`, active: true, version: 1 })
const total = (count: number) => ({ count, atLeast: false })
const numberOf = (id: string): number => Number(id.slice(-12))

/** What the desk holds, as a test changes it. */
interface World {
  rows: ReviewRow[]
  views: Map<string, ReviewView>
}

function world(...rows: ReviewRow[]): World {
  return { rows, views: new Map(rows.map((one) => [one.id, view(numberOf(one.id), one)])) }
}

function answers(desk: World, more: Answers = {}): Answers {
  const held = { decisionId: uuid(500), effectiveAt: NOW + 10_000 }
  const decide = (outcome: 'accept' | 'query' | 'reject') => (input: { id: string }) => {
    desk.rows = desk.rows.filter(({ id }) => id !== input.id)
    const before = desk.views.get(input.id)!
    desk.views.set(input.id, {
      ...before,
      version: before.version + 1,
      held: { decisionId: held.decisionId, outcome, until: held.effectiveAt, mine: true },
    })
    return held
  }
  return {
    'reviews.list': () => ({ rows: desk.rows, cursor: null }),
    'reviews.total': () => total(desk.rows.length),
    'reviews.totals': () => ({
      queue: total(desk.rows.length),
      mine: total(0),
      query: total(0),
      unsubmitted: total(0),
      snoozed: total(0),
      decided: total(0),
      overdue: total(0),
    }),
    'reviews.get': ({ id }) => desk.views.get(id)!,
    'reviews.of_account': () => ({ rows: [], cursor: null }),
    'reviews.views': () => [],
    'reviews.settings': () => ({ undoSeconds: 10, claimMinutes: 15, sampleDays: 30 }),
    'reviews.policy': () => ({ version: 1, reasons: [reason(1), reason(2)] }),
    'reviews.replies': () => [
      { id: uuid(300), kind: 'reject', language: 'de', title: 'Gekaufte Liste', text: 'Die Adressen sind gekauft.', version: 1 },
    ],
    'reviews.preview': ({ text }) => ({
      subject: 'Ihre Gruppe',
      text: `Guten Tag, ${text ?? ''}`,
      html: '',
      language: 'de',
      unknown: /\{\{shop\}\}/.test(text ?? '') ? ['shop'] : [],
    }),
    'reviews.claim': () => ({ until: NOW + 900_000 }),
    'reviews.release': () => null,
    'reviews.seen': () => null,
    'reviews.accept': decide('accept'),
    'reviews.query': decide('query'),
    'reviews.reject': decide('reject'),
    'reviews.undo': () => {
      for (const [id, one] of desk.views) {
        if (one.held === null) continue
        desk.views.set(id, { ...one, version: one.version + 1, held: null })
        desk.rows = [...desk.rows, row(numberOf(id))].sort((a, b) => numberOf(a.id) - numberOf(b.id))
      }
      return null
    },
    ...more,
  }
}

async function open(desk: World, more: Answers = {}, roles: ('admin' | 'reviewer' | 'support')[] = ['reviewer']): Promise<Rendered> {
  setPlace({ zone: 'Europe/Berlin', language: 'en' })
  setClock(NOW, true)
  return render(<ReviewsScreen />, answers(desk, more), roles)
}

const current = (screen: Rendered): string | null => screen.all('[data-focused]')[0]?.dataset['row'] ?? null
const shown = (screen: Rendered): string => screen.find('h2').textContent
const called = (screen: Rendered, op: string): unknown[] => screen.calls.filter((call) => call.op === op).map(({ input }) => input)

async function type(screen: Rendered, field: HTMLElement, text: string): Promise<void> {
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!
  await act(async () => {
    set.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await screen.wait(20)
}

describe('Reviews: the queue', () => {
  it('REV-06 shows what is left, amber in the last hour, red when over, and groups by when it is due', async () => {
    const screen = await open(
      world(
        row(1, { sla: { dueAt: NOW - 112 * 60_000, overdue: true, stopped: false, remainingMs: null, why: null } }),
        row(2, { sla: { dueAt: NOW + 38 * 60_000, overdue: false, stopped: false, remainingMs: null, why: null } }),
        row(3, { sla: { dueAt: NOW + 107 * 60_000, overdue: false, stopped: false, remainingMs: null, why: null } }),
        row(4, { sla: { dueAt: NOW + 21 * HOUR, overdue: false, stopped: false, remainingMs: null, why: null } }),
      ),
    )
    expect(screen.text()).toContain('−1 h 52')
    expect(screen.text()).toContain('0 h 38')
    expect(screen.text()).toContain('1 h 47')
    expect(screen.text()).toContain('Tue 11:06')
    expect(screen.all('[data-tone="warn"]').some((one) => one.textContent.includes('0 h 38'))).toBe(true)
    expect(screen.text()).toContain('Due today2')
  })

  it('REV-05 REV-12 names group, completeness and the heaviest signal against', async () => {
    const screen = await open(world(row(1)))
    expect(screen.text()).toContain('Readers 1 · Web form')
    expect(screen.all('[aria-label^="2 signals against"]')).toHaveLength(1)
    expect(screen.all('[title="Completeness: 78 of 100"]')).toHaveLength(1)
  })

  it('REV-13 the current row is held by its id: what comes before it or takes it away doesn’t put keys on another', async () => {
    const desk = world(row(2), row(3), row(4))
    const screen = await open(desk)
    await screen.press('j')
    expect(current(screen)).toBe(uuid(3))
    desk.rows = [row(1), ...desk.rows]
    desk.views.set(uuid(1), view(1))
    await screen.refetch()
    expect(current(screen)).toBe(uuid(3))
    desk.rows = desk.rows.filter(({ id }) => id !== uuid(3))
    desk.views.set(uuid(3), view(3, { claim: { operatorId: uuid(7), name: 'Jonas', until: NOW + HOUR, mine: false } }))
    await screen.refetch()
    expect(current(screen)).toBeNull()
    expect(shown(screen)).toBe('Readers 3')
    await screen.press('1')
    await screen.press('a')
    await screen.press('Enter')
    expect(called(screen, 'reviews.accept')).toEqual([])
    await screen.press('j')
    expect(current(screen)).toBe(uuid(4))
  })
})

describe('Reviews: deciding', () => {
  it('REV-08 REV-13 accepts with two keys once evidence was looked at, and the next one opens by itself', async () => {
    const screen = await open(world(row(1), row(2)))
    expect(shown(screen)).toBe('Readers 1')
    await screen.press('2')
    await screen.press('a')
    await screen.press('Enter')
    expect(called(screen, 'reviews.accept')).toEqual([{ id: uuid(1), version: 3, evidence: ['consent'], departure: null }])
    expect(shown(screen)).toBe('Readers 2')
    expect(current(screen)).toBe(uuid(2))
    expect(called(screen, 'reviews.claim')).toEqual([{ id: uuid(1) }])
  })

  it('REV-13 the next one is the one behind, also when the list lost the decided one first, and keys that are quick stay where they went', async () => {
    const desk = world(row(1), row(2), row(3), row(4))
    const screen = await open(desk)
    await screen.press('j')
    for (const expected of ['Readers 2', 'Readers 3']) {
      expect(shown(screen)).toBe(expected)
      await screen.press('2')
      await screen.press('a')
      await screen.press('Enter')
      await screen.refetch()
    }
    expect(shown(screen)).toBe('Readers 4')
    await screen.wait(700)
    expect(shown(screen)).toBe('Readers 4')
    expect(location.href).toContain(uuid(4))
  })

  it('REV-08 an accept without evidence says what to look at, and does nothing', async () => {
    const screen = await open(world(row(1)))
    await screen.press('a')
    await screen.press('Enter')
    expect(called(screen, 'reviews.accept')).toEqual([])
    expect(screen.text()).toContain('Look at the evidence first, such as: Form page.')
  })

  it('REV-13 undoes by Ctrl Z, and the review comes back under the keys', async () => {
    const screen = await open(world(row(1), row(2)))
    await screen.press('2')
    await screen.press('a')
    await screen.press('Enter')
    expect(screen.text()).toContain('Message held; the clock stands still')
    await screen.press('z', { ctrlKey: true })
    expect(called(screen, 'reviews.undo')).toEqual([{ decisionId: uuid(500) }])
    expect(shown(screen)).toBe('Readers 1')
    expect(screen.text()).not.toContain('Message held;')
    expect(screen.text()).not.toContain('Changed since you looked')
  })

  it('REV-07 a changed version is refused, keeps what was typed, and asks to look again', async () => {
    const desk = world(row(1), row(2))
    const screen = await open(desk)
    await screen.press('q')
    await type(screen, screen.find('textarea'), 'Which shop is this?')
    desk.views.set(
      uuid(1),
      view(1, { version: 4, changed: true, changes: [{ field: 'formUrl', before: 'https://a.example/', after: 'https://b.example/' }] }),
    )
    screen.answer('reviews.query', { kind: 'refusal', code: 'review_changed', params: {} })
    await screen.press('Enter', { ctrlKey: true })
    expect(screen.text()).toContain('Changed since you looked: Form link. Look again before you decide.')
    expect((screen.find('textarea') as HTMLTextAreaElement).value).toBe('Which shop is this?')
    screen.answer('reviews.query', () => ({ decisionId: uuid(501), effectiveAt: NOW + 10_000 }))
    await screen.press('Enter', { ctrlKey: true })
    expect(called(screen, 'reviews.query')).toHaveLength(1)
    await screen.press('Escape')
    await screen.press('v')
    await screen.press('q')
    expect((screen.find('textarea') as HTMLTextAreaElement).value).toBe('Which shop is this?')
    await screen.press('Enter', { ctrlKey: true })
    expect(called(screen, 'reviews.query').at(-1)).toEqual({ id: uuid(1), version: 4, question: 'Which shop is this?' })
  })

  it('REV-07 REV-20 rejects by reasons of the catalogue with guidance, explained in the customer’s language', async () => {
    const screen = await open(world(row(1), row(2)))
    await screen.press('2')
    await screen.press('r')
    expect(screen.text()).toContain('Guidance 1')
    await screen.press('2')
    await type(screen, screen.find('#message-reject'), 'Gekauft, {{shop}}.')
    await screen.wait(400)
    expect(screen.text()).toContain('Nothing fills {{shop}}')
    await type(screen, screen.find('#message-reject'), 'Gekauft.')
    await screen.wait(400)
    expect(screen.text()).toContain('Guten Tag, Gekauft.')
    await screen.press('Enter', { ctrlKey: true })
    expect(called(screen, 'reviews.reject')).toEqual([
      { id: uuid(1), version: 3, evidence: ['consent'], reasons: [uuid(202)], explanation: 'Gekauft.', departure: null },
    ])
  })

  it('REV-19 says which earlier verdict an accept departs from, and asks for the reason the desk wants', async () => {
    const desk = world(row(1), row(2))
    desk.views.set(uuid(1), view(1, { verdicts: [REJECTED] }))
    const screen = await open(desk, { 'reviews.accept': { kind: 'refusal', code: 'departure_needed', params: {} } })
    expect(screen.text()).toContain('Accepting departs from an earlier verdict: Byty Morava')
    await screen.press('2')
    await screen.press('a')
    await screen.press('Enter')
    expect(screen.text()).toContain('say why this one departs from them')
    expect(document.activeElement?.tagName).toBe('TEXTAREA')
    expect(shown(screen)).toBe('Readers 1')
  })

  it('REV-14 a colleague’s claim is told and stops the keys', async () => {
    const desk = world(row(1))
    desk.views.set(uuid(1), view(1, { claim: { operatorId: uuid(7), name: 'Jonas Lindqvist', until: NOW + HOUR, mine: false } }))
    const screen = await open(desk)
    expect(screen.text()).toContain('Jonas Lindqvist has this review in hand until 15:06.')
    await screen.press('a')
    expect(screen.text()).not.toContain('Looked at')
    expect(called(screen, 'reviews.claim')).toEqual([])
  })

  it('REV-08 support reads everything, is told who decides, and no key decides', async () => {
    const desk = world(row(1))
    desk.views.set(uuid(1), view(1, { barred: { code: 'role_missing', params: { roles: 'reviewer' } } }))
    const screen = await open(desk, {}, ['support'])
    expect(screen.text()).toContain('Reviewers decide reviews.')
    for (const key of ['1', 'a', 'Enter', 'q', 'r', 'c']) await screen.press(key)
    expect(screen.calls.some(({ op }) => ['reviews.accept', 'reviews.query', 'reviews.reject', 'reviews.claim', 'reviews.seen'].includes(op))).toBe(
      false,
    )
    expect(screen.all('button').some((button) => button.textContent.startsWith('Accept'))).toBe(false)
  })

  it('REV-09 an admin reopens a verdict with a reason', async () => {
    const desk = world(
      row(1, {
        state: 'accepted',
        decidedAt: NOW - HOUR,
        decidedBy: 'Jonas',
        sla: { dueAt: null, overdue: false, stopped: false, remainingMs: null, why: null },
      }),
    )
    const screen = await open(desk, { 'reviews.reopen': () => null }, ['admin'])
    await screen.click(screen.button('Reopen…'))
    await type(screen, screen.find('[role="dialog"] textarea'), 'The form was changed.')
    await screen.press('Enter', { ctrlKey: true })
    expect(called(screen, 'reviews.reopen')).toEqual([{ id: uuid(1), version: 3, reason: 'The form was changed.' }])
  })

  it('says what comes next when nothing waits, and what failed when the desk can’t answer', async () => {
    const empty = await open(world())
    expect(empty.text()).toContain('The queue is empty')
    const failed = await open(world(), { 'reviews.list': { kind: 'unavailable', code: 'desk_restarting', params: {} } })
    expect(failed.text()).toContain('The reviews could not be read')
  })
})
