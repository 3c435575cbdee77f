import { describe, expect, it } from 'vitest'
import type { Role } from '@contract/define'
import type { BurnDown } from '@contract/reviews'
import type { TodayView } from '@contract/today'
import { setClock } from '@/app/session/clock'
import { setPlace } from '@/kit/format/use-format'
import { render } from '@/testing/rendering'
import TodayScreen from './screen'

const NOW = Date.parse('2026-11-23T13:06:00Z')

const VIEW: TodayView = {
  items: [
    {
      kind: 'messages_unknown',
      count: 3,
      since: NOW - 7_200_000,
      example: 'Bokhandeln Önneby',
      target: { screen: 'messages', params: { state: 'unknown' } },
      severity: 'bad',
      mine: true,
    },
    {
      kind: 'approvals',
      count: 1,
      since: null,
      example: 'Vinařství Dvořáček',
      target: { screen: 'limits', params: { tab: 'approval' } },
      severity: 'warn',
      mine: true,
    },
    {
      kind: 'brand_new_kind',
      count: 2,
      since: null,
      example: null,
      target: { screen: 'settings', params: { tab: 'mail' } },
      severity: 'warn',
      mine: false,
    },
  ],
  funnel: [
    { day: 1, count: 8, trouble: 0, troubleKind: null },
    { day: 2, count: 6, trouble: 1, troubleKind: 'bounced' },
    { day: 3, count: 7, trouble: 1, troubleKind: 'retry' },
    { day: 4, count: 3, trouble: 1, troubleKind: 'approval' },
  ],
  openCases: 24,
  byCause: [
    { cause: 'grew', count: 14 },
    { cause: 'cancelled_to_free', count: 10 },
  ],
  week: { resolved: 19, upgraded: 6, restricted: 5, warnings: 44 },
  history: Array.from({ length: 14 }, (_, index) => ({
    date: `2026-11-${String(10 + index).padStart(2, '0')}`,
    warnings: index,
    restricted: 0,
    upgraded: 1,
    resolved: 2,
  })),
}

const HOUR = 3_600_000
/** 09:00 in Berlin. */
const OPENING = Date.parse('2026-11-23T08:00:00Z')
const days = (last: number): BurnDown['mine'] =>
  Array.from({ length: 14 }, (_, index) => ({ date: `2026-11-${String(10 + index).padStart(2, '0')}`, count: index === 13 ? last : 2 }))
const BURN_DOWN: BurnDown = {
  zone: 'Europe/Berlin',
  points: Array.from({ length: 9 }, (_, hour) => ({
    at: OPENING + hour * HOUR,
    open: hour > 5 ? null : 24 - hour * 2,
    overdue: hour > 5 ? null : 3,
    needed: 24 - hour * 3,
  })),
  now: { at: NOW, open: 14, needed: 9 },
  overdue: 3,
  overdueSince: Date.parse('2026-11-23T11:14:00Z'),
  dueWithinHour: 1,
  dueToday: 11,
  stopped: 12,
  mine: days(27),
  team: days(61),
}

async function today(view: TodayView = VIEW, burnDown: BurnDown = BURN_DOWN, roles: Role[] = ['reviewer']) {
  setPlace({ zone: 'Europe/Berlin', language: 'en' })
  setClock(NOW, true)
  return render(<TodayScreen />, { 'today.view': () => view, 'reports.burn_down': () => burnDown }, roles)
}

const place = (): string => `${window.location.hash}${window.location.search}`

describe('Today', () => {
  it('DSK-02 says what needs me, and shows an unknown kind by its own name', async () => {
    const screen = await today()
    expect(screen.text()).toContain('3 messages with unknown outcome')
    expect(screen.text()).toContain('today 12:06')
    expect(screen.text()).toContain('1 upgrade needs approval')
    expect(screen.text()).toContain('For the team')
    expect(screen.text()).toContain('brand_new_kind: 2')
  })

  it('opens an item by its number', async () => {
    const screen = await today()
    await screen.press('1')
    expect(`${window.location.hash}${window.location.search}`).toBe('#/messages?state=unknown&tab=unknown')
    await screen.press('3')
    expect(window.location.hash).toMatch(/^#\/settings\/mail/)
  })

  it('names what stands still in the funnel, and gives the history as a table on request', async () => {
    const screen = await today()
    expect(screen.text()).toContain('1 bounced')
    expect(screen.text()).toContain('19 resolved')
    await screen.click(screen.button(/^Table$/))
    expect(screen.find('table').textContent).toContain('Mon 23 Nov')
  })

  it('says that nothing needs anybody when nothing does', async () => {
    const screen = await today({ ...VIEW, items: [], openCases: 0, byCause: [] })
    expect(screen.text()).toContain('Nothing needs you')
    expect(screen.text()).toContain('No account is over its limits')
  })

  it('DSK-02 shows how the reviews due today go down, with what is overdue, due soon, and waits for customers', async () => {
    const screen = await today()
    for (const shown of ['open 14', 'overdue 3', 'needed pace 9', 'oldest today 12:14', '1due within 1 h', '11due todayby 17:00', '12clock stopped'])
      expect(screen.text()).toContain(shown)
    await screen.click(screen.button('SLA burn-down: Table'))
    const rows = screen.all('tbody tr').map(({ textContent }) => textContent)
    expect([rows[0], rows[5], rows[6], rows.length]).toEqual(['09:0024324', '14:001439', '15:00––6', 9])
  })

  it('DSK-02 opens the reviews that a figure counts', async () => {
    const screen = await today()
    await screen.click(screen.button(/overdueoldest/))
    expect(place()).toMatch(/^#\/reviews\?overdue=1/)
    await screen.click(screen.button(/clock stopped/))
    expect(place()).toMatch(/^#\/reviews\?tab=query/)
    await screen.click(screen.button(/Opens the reviews/))
    expect(place()).toBe('#/reviews')
  })

  it('DSK-02 says on a day off that due times rest, and still counts', async () => {
    const screen = await today(VIEW, { ...BURN_DOWN, points: [], now: { at: NOW, open: 14, needed: null } })
    expect(screen.text()).toContain('Due times rest until the next opening.')
    expect(screen.text()).toContain('3overdue')
  })

  it('DSK-02 shows one’s own decisions per day, and the team’s to whoever decides none', async () => {
    const own = await today()
    expect(own.text()).toContain('Decided by meper day, 53 in 14 days')
    await own.click(own.button('Decided by me: Table'))
    expect(own.find('tbody tr').textContent).toBe('Mon 23 Nov2761')
    const supports = await today(VIEW, BURN_DOWN, ['support'])
    expect(supports.text()).toContain('Decided by the teamper day, 87 in 14 days')
  })

  it('DSK-10 leads to the reports', async () => {
    const screen = await today()
    await screen.click(screen.button(/^Reports$/))
    expect(window.location.hash).toMatch(/^#\/reports/)
  })
})
