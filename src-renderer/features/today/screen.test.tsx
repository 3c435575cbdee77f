import { describe, expect, it } from 'vitest'
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

async function today(view: TodayView = VIEW) {
  setPlace({ zone: 'Europe/Berlin', language: 'en' })
  setClock(NOW, true)
  return render(<TodayScreen />, { 'today.view': () => view })
}

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
    await screen.click(screen.button('Table'))
    expect(screen.find('table').textContent).toContain('Mon 23 Nov')
  })

  it('says that nothing needs anybody when nothing does', async () => {
    const screen = await today({ ...VIEW, items: [], openCases: 0, byCause: [] })
    expect(screen.text()).toContain('Nothing needs you')
    expect(screen.text()).toContain('No account is over its limits')
  })
})
