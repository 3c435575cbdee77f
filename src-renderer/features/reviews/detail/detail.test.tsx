import { act } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ReviewView, SubmissionView } from '@contract/reviews'
import { setClock } from '@/app/session/clock'
import { setPlace } from '@/kit/format/use-format'
import { render, type Answers } from '@/testing/rendering'
import type { ReviewDetailProps } from './props'
import { ReviewAside } from './review-aside'
import { ReviewDetail } from './review-detail'

const NOW = Date.parse('2026-11-23T09:00:00Z')
const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

const SUBMISSION: SubmissionView = {
  submissionId: 'S-1',
  submittedAt: NOW - 3_600_000,
  recordedBy: null,
  source: null,
  policyConfirmed: true,
  method: 'web_form',
  formUrl: 'https://havlicek.example/odber',
  formLink: 'deep',
  formOpens: 'https://havlicek.example/odber',
  doubleOptIn: true,
  consentText: 'I agree to e-mails from Havlíček.',
  collectedFrom: '2025-03-04',
  collectedTo: null,
  eventName: null,
  eventDate: null,
  partnerName: null,
  partnerContract: null,
  previousProvider: null,
  details: null,
  senderDomain: 'havlicek.example',
  hasContact: true,
}

function review(change: Partial<ReviewView> = {}): ReviewView {
  return {
    id: uuid(1),
    version: 2,
    scope: 'group',
    state: 'pending',
    groupId: 'G-1',
    groupName: 'Zájemci o byty',
    accountUuid: uuid(2),
    accountId: 'A-1',
    company: 'Havlíček s.r.o.',
    language: 'cs',
    receivers: 4812,
    method: 'web_form',
    submittedAt: NOW - 3_600_000,
    changedAt: NOW - 3_600_000,
    changed: false,
    round: 1,
    sla: { dueAt: NOW + 3_600_000, overdue: false, stopped: false, remainingMs: null, why: null },
    completeness: 78,
    signals: { against: 0, note: 0, for: 0, worst: null },
    claim: null,
    snoozedUntil: null,
    held: null,
    decidedAt: null,
    decidedBy: null,
    sendable: false,
    createdAt: NOW,
    source: null,
    planName: 'Startup',
    status: 'active',
    accountDomain: 'havlicek.example',
    accountEmailDomain: 'havlicek.example',
    submissions: [SUBMISSION],
    missing: [],
    completenessParts: [{ part: 'consent', points: 13, most: 25 }],
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

const seen = vi.fn<(part: string, seen: boolean) => void>()
const show = (shown: ReviewView, more: Partial<ReviewDetailProps> = {}, answers: Answers = {}) =>
  render(
    <ReviewDetail
      review={shown}
      onEvidence={() => undefined}
      parts={['form', 'consent']}
      ticked={new Set()}
      onTick={() => undefined}
      seenEvidence={seen}
      versionsOpen={false}
      onVersions={() => undefined}
      {...more}
    />,
    answers,
    ['reviewer'],
  )

type Watch = (entries: Partial<IntersectionObserverEntry>[]) => void
let watched: { element: Element; tell: Watch }[] = []

beforeEach(() => {
  setPlace({ zone: 'Europe/Berlin', language: 'en' })
  setClock(NOW, true)
  seen.mockReset()
  watched = []
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(private readonly tell: Watch) {}
      observe(element: Element): void {
        watched.push({ element, tell: this.tell })
      }
      disconnect(): void {
        watched = watched.filter(({ tell }) => tell !== this.tell)
      }
    },
  )
})

const box = (top: number, bottom: number): DOMRectReadOnly => ({ top, bottom }) as DOMRectReadOnly
const scrolled = (text: string, own: DOMRectReadOnly, shown: DOMRectReadOnly): void =>
  act(() => {
    for (const { element, tell } of watched.filter(({ element: one }) => one.textContent.includes(text)))
      tell([{ target: element, isIntersecting: true, boundingClientRect: own, intersectionRect: shown }])
  })

describe('the detail of a review', () => {
  it('REV-04 tells the direct link from the bare main domain, and says why it matters', async () => {
    const direct = await show(review())
    expect(direct.text()).toContain('direct link')
    expect(direct.text()).not.toContain('The main domain doesn’t show')
    const bare = await show(review({ submissions: [{ ...SUBMISSION, formUrl: 'https://havlicek.example/', formLink: 'bare' }] }))
    expect(bare.text()).toContain('main domain only')
    expect(bare.text()).toContain('The main domain doesn’t show what people agreed to')
  })

  it('REV-02 REV-03 asks for exactly the evidence of the method, and names what is missing', async () => {
    const missing = { ...SUBMISSION, method: 'event' as const, formUrl: null, formLink: null, doubleOptIn: null, senderDomain: null }
    const { all, text } = await show(review({ submissions: [missing], missing: ['event_name', 'event_date'] }))
    expect(text()).toContain('Missing: the event and the date of the event')
    const labels = all('dt').map((label) => label.textContent)
    expect(labels).toEqual(expect.arrayContaining(['Event', 'Event date', 'Consent wording']))
    expect(labels).not.toContain('Form link')
  })

  it('REV-08 ticks a part once it was on screen from its first line to its last, the form never by its address', async () => {
    await show(review())
    scrolled('Consent wording', box(500, 1500), box(500, 900))
    expect(seen).not.toHaveBeenCalled()
    scrolled('Consent wording', box(-600, 400), box(0, 400))
    expect(seen.mock.calls).toEqual([['consent', true]])
    scrolled('Form link', box(100, 130), box(100, 130))
    expect(seen).toHaveBeenCalledTimes(1)
  })

  it('REV-12 shows the contact person only when asked for, by the command that journals it', async () => {
    const { text, click, button, calls } = await show(review(), {}, {
      'reviews.open_contact': () => ({ name: 'Marek Havlíček', phone: null, email: 'marek@havlicek.example' }),
    })
    expect(text()).not.toContain('Marek')
    await click(button('Show contact person'))
    expect(text()).toContain('Marek Havlíček, marek@havlicek.example')
    expect(calls).toContainEqual({ op: 'reviews.open_contact', input: { id: uuid(1) } })
  })

  it('REV-07 marks a decision that the customer overtook, and keeps what was said', async () => {
    const { text, find } = await show(
      review({
        thread: [
          { id: '1', at: NOW, kind: 'question', by: 'Ida', outcome: 'query', state: 'stands', text: 'Which form?', reasons: [] },
          { id: '2', at: NOW, kind: 'decision', by: 'Ida', outcome: 'accept', state: 'void', text: null, reasons: [] },
        ],
      }),
    )
    expect(text()).toContain('Which form?')
    expect(find('[data-overtaken]').textContent).toContain('overtaken by the customer’s addition')
  })

  it('REV-07 shows what changed since the last look, and V an earlier version beside the newest', async () => {
    const earlier = { ...SUBMISSION, submissionId: 'S-0', formUrl: 'https://havlicek.example/', formLink: 'bare' as const }
    const changes = [{ field: 'formUrl', before: 'https://havlicek.example/', after: 'https://havlicek.example/odber' }]
    const { all } = await show(review({ submissions: [earlier, SUBMISSION], changes }), { versionsOpen: true })
    const rows = all('tbody tr').map((line) => [...line.children].map((cell) => cell.textContent))
    expect(rows).toEqual([
      ['Form link', 'https://havlicek.example/', 'https://havlicek.example/odber'],
      ['Form link', 'https://havlicek.example/', 'https://havlicek.example/odber'],
    ])
  })
})

describe('beside a review', () => {
  it('REV-12 REV-17 REV-19 stand signals with their weight and no sum, earlier verdicts, and where the record differs', async () => {
    const opened: string[] = []
    const shown = review({
      signalViews: [
        { id: 'https', seen: 'https', params: {}, leans: 'for', weight: 1 },
        { id: 'double_opt_in', seen: 'single', params: {}, leans: 'against', weight: 3 },
      ],
      verdicts: [{ reviewId: uuid(9), outcome: 'reject', at: NOW, company: 'Byty Morava', groupName: 'Klienti', same: ['form_url'], reasons: ['Bought list'] }],
      frozen: { at: NOW, policyVersion: 13, differences: ['formUrl', 'receivers'] },
    })
    const { text, all, click, button } = await render(<ReviewAside review={shown} onReview={(id) => opened.push(id)} />, {
      'reviews.of_account': () => ({ rows: [], cursor: null }),
    })
    expect(all('[role=img]').map((weight) => weight.getAttribute('aria-label'))).toEqual(['against, weight 3 of 5', 'for, weight 1 of 5'])
    expect(text()).toContain('Bought list')
    expect(text()).toContain('Since then differs: Form link and Contacts')
    await click(button('Byty Morava'))
    expect(opened).toEqual([uuid(9)])
  })
})
