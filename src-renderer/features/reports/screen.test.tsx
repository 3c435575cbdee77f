import { describe, expect, it, vi } from 'vitest'
import type { ReviewReport } from '@contract/reviews'
import type { CalendarSettings } from '@contract/scheduler'
import { go } from '@/app/routes/use-route'
import { setClock } from '@/app/session/clock'
import { runShortcut } from '@/app/shortcuts/registry'
import { setPlace } from '@/kit/format/use-format'
import { render, type Answers } from '@/testing/rendering'
import ReportsScreen from './screen'

/** Mon 23 Nov 2026, 23:30 UTC: in Berlin it is Tuesday. */
const NOW = Date.parse('2026-11-23T23:30:00Z')
const HOUR = 3_600_000
const CALENDAR = { zone: 'Europe/Berlin' } as CalendarSettings

const REPORT: ReviewReport = {
  outcomes: [
    { outcome: 'accept', count: 6 },
    { outcome: 'query', count: 1 },
    { outcome: 'reject', count: 3 },
  ],
  reasons: [
    { code: 'bought_or_rented', title: 'Bought or rented list', count: 3 },
    { code: 'own', title: '=HYPERLINK("https://evil.example")', count: 1 },
  ],
  reviewers: [
    { operatorId: '00000000-0000-7000-8000-000000000001', name: 'Ada', accepted: 4, queried: 1, rejected: 2, medianMs: 107 * 60_000 },
    { operatorId: '00000000-0000-7000-8000-000000000002', name: 'Ben', accepted: 2, queried: 0, rejected: 1, medianMs: null },
  ],
  timeToDecision: [
    { upToMs: HOUR, count: 2 },
    { upToMs: 2 * HOUR, count: 5 },
    { upToMs: null, count: 1 },
  ],
  days: [
    { date: '2026-11-23', submitted: 8, decided: 4, overdue: 1 },
    { date: '2026-11-24', submitted: 3, decided: 6, overdue: 0 },
  ],
}
const EMPTY: ReviewReport = {
  outcomes: REPORT.outcomes.map(({ outcome }) => ({ outcome, count: 0 })),
  reasons: [],
  reviewers: [],
  timeToDecision: REPORT.timeToDecision.map((row) => ({ ...row, count: 0 })),
  days: [{ date: '2026-11-24', submitted: 0, decided: 0, overdue: 0 }],
}

async function reports(report: ReviewReport = REPORT, answers: Answers = {}) {
  setPlace({ zone: 'UTC', language: 'en' })
  setClock(NOW, true)
  return render(<ReportsScreen />, { 'settings.calendar': () => CALENDAR, 'reports.reviews': () => report, ...answers })
}

type Screen = Awaited<ReturnType<typeof reports>>
const spans = (screen: Screen) => screen.calls.filter(({ op }) => op === 'reports.reviews').map(({ input }) => input)

describe('Reports', () => {
  it('DSK-10 asks 30 days up to today of the working calendar, not of this computer', async () => {
    const screen = await reports()
    expect(spans(screen)).toEqual([{ from: '2026-10-26', to: '2026-11-24' }])
    expect(screen.text()).toContain('26 Oct 2026 – 24 Nov 2026')
  })

  it('DSK-10 shows outcomes, reasons, times and reviewers with their figures on them', async () => {
    const text = (await reports()).text()
    for (const shown of ['10 decisions', 'Accepted660 %', 'Bought or rented list3', 'decided 10', 'late 1', '1 h 47']) expect(text).toContain(shown)
    expect(text).toMatch(/20–1 h51–2 h1> 2 h/)
  })

  it('DSK-10 changes the span by key, and keeps it in the address', async () => {
    const screen = await reports()
    await screen.press('1')
    await screen.press('5')
    expect(spans(screen).slice(1)).toEqual([
      { from: '2026-11-24', to: '2026-11-24' },
      { from: '2026-10-01', to: '2026-10-31' },
    ])
    expect(window.location.search).toContain('span=lastMonth')
  })

  it('DSK-10 begins an own span with the days shown before', async () => {
    const screen = await reports()
    await screen.press('4')
    await screen.press('6')
    expect(spans(screen).at(-1)).toEqual({ from: '2026-11-01', to: '2026-11-24' })
    expect(screen.all('[data-dates-input]').map((field) => field.getAttribute('aria-label'))).toEqual(['From: 1 Nov 2026', 'To: 24 Nov 2026'])
  })

  it('DSK-10 gives every chart as a table on request', async () => {
    const screen = await reports()
    for (const name of ['By day', 'Outcomes', 'Reasons for rejection', 'Time to first decision']) await screen.click(screen.button(`${name}: Table`))
    expect(screen.all('table').length).toBe(5)
    expect(screen.all('table').map((table) => table.querySelector('tbody tr')?.textContent)).toEqual([
      'Mon 23 Nov841',
      'Accepted660 %',
      'Bought or rented list3',
      '0–1 h2',
      'Ada74121 h 47',
    ])
  })

  it('DSK-03 DSK-10 saves a table as CSV in which no cell runs as a formula, times as numbers', async () => {
    const screen = await reports()
    const saved: { suggested: string; text: string }[] = []
    window.reeve.host = ((_op: string, input: never) => (saved.push(input), Promise.resolve('/tmp/x.csv'))) as never
    await screen.click(screen.button('Reasons for rejection: Export as CSV'))
    runShortcut('reports.reviewers.export')
    await screen.press('Shift')
    expect(saved.map(({ suggested }) => suggested)).toEqual(['reviews-reasons-2026-10-26-2026-11-24.csv', 'reviews-reviewers-2026-10-26-2026-11-24.csv'])
    expect(saved[0]!.text).toContain(`"'=HYPERLINK(""https://evil.example"")",1`)
    expect(saved[1]!.text.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFReviewer,Decided,Accepted,Queried,Rejected,"Median, working minutes"',
      'Ada,7,4,1,2,107',
    ])
  })

  it('DSK-10 prints every table as text', async () => {
    const screen = await reports()
    let printed = ''
    window.print = vi.fn(() => {
      const sheet = document.querySelector('.printed')!
      printed = [...sheet.querySelectorAll('h1, p, h2, tr')].map((part) => [...(part.children.length > 0 ? part.children : [part])].map(({ textContent }) => textContent).join('|')).join('\n')
    })
    await screen.press('p')
    expect(printed.split('\n').slice(0, 6)).toEqual([
      'Group reviews',
      '26 Oct 2026 – 24 Nov 2026',
      'Outcomes',
      'Outcome|Decisions|Share, %',
      'Accepted|6|60 %',
      'Queried|1|10 %',
    ])
    expect(printed).toContain('=HYPERLINK("https://evil.example")|1')
    expect(document.querySelector('.printed')).toBeNull()
  })

  it('DSK-10 says what will stand here while nothing was submitted or decided', async () => {
    const screen = await reports(EMPTY)
    expect(screen.text()).toContain('Once customers submit groups and reviewers decide')
    expect(screen.all('table')).toEqual([])
  })

  it('DSK-10 says why a span can’t be reported, and asks again when told to', async () => {
    go({ screen: 'reports', query: { span: 'own', from: '2020-01-01', to: '2026-11-24' } })
    const screen = await reports(REPORT, { 'reports.reviews': { kind: 'refusal', code: 'span_too_long', params: { most: 400 } } })
    expect(screen.find('[role="alert"]').textContent).toContain('400')
    await screen.click(screen.button('Try again'))
    expect(spans(screen).length).toBe(2)
  })
})
