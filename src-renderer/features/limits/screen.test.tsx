import { describe, expect, it } from 'vitest'
import type { CaseRow } from '@contract/limits'
import { setClock } from '@/app/session/clock'
import { setPlace } from '@/kit/format/use-format'
import { render, type Answers } from '@/testing/rendering'
import LimitsScreen from './screen'

const NOW = Date.parse('2026-11-23T13:06:00Z')
const DAY = 86_400_000
const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

function row(n: number, change: Partial<CaseRow> = {}): CaseRow {
  return {
    id: uuid(n),
    version: 3,
    accountUuid: uuid(100 + n),
    accountId: `A-${n}`,
    company: `Company ${n}`,
    planName: 'Free',
    zone: 'Europe/Berlin',
    state: 'warning',
    cause: 'grew',
    day: 4,
    usage: [{ resource: 'contacts', used: 2431, limit: 2000, observedAt: NOW }],
    overPermille: 216,
    openedAt: NOW - 3 * DAY,
    warnings: ([1, 2, 3] as const).map((w) => ({ n: w, state: 'sent' as const, plannedAt: NOW - (4 - w) * DAY, sentAt: NOW - (4 - w) * DAY })),
    nextStep: 'restrict',
    nextAt: NOW + 3_600_000,
    nextPlanName: null,
    waitsFor: 'clock',
    waitsParams: {},
    approvalGround: null,
    pausedUntil: null,
    closedAt: null,
    ...change,
  }
}

const total = (count: number) => ({ count, atLeast: false })
const ROWS = [
  row(1),
  row(2, { state: 'approval', waitsFor: 'approval', approvalGround: 'tier_skipped', nextStep: 'upgrade', nextPlanName: 'Unlimited', nextAt: null }),
]

function answers(more: Answers = {}): Answers {
  return {
    'limits.list': ({ day }) => ({ rows: ROWS.filter((one) => day == null || one.day === day), cursor: null }),
    'limits.total': () => total(2),
    'limits.totals': () => ({
      tabs: {
        open: total(2),
        restricted: total(61),
        approval: total(1),
        stopped: total(0),
        paused: total(0),
        candidates: total(0),
        closed: total(9),
      },
      days: { '1': total(0), '2': total(0), '3': total(0), '4': total(2) },
      causes: { cancelled_to_free: total(0), downgraded: total(0), grew: total(2), plan_changed: total(0) },
    }),
    'limits.dry_run': ({ until }) => ({
      until,
      steps: [
        {
          at: NOW + 3_600_000,
          feature: 'limits',
          step: 'restrict',
          entity: 'A-1',
          accountUuid: uuid(101),
          company: 'Company 1',
          rule: 'LIM-07',
          caseId: uuid(1),
          version: 3,
          fromPlan: null,
          toPlan: null,
        },
      ],
      counts: { warnings: 0, restrictions: 1, upgrades: 0, approvals: 0, other: 0 },
      more: false,
    }),
    ...more,
  }
}

function place(): void {
  setPlace({ zone: 'Europe/Berlin', language: 'en' })
  setClock(NOW, true)
}

describe('Over limits', () => {
  it('LIM-12 groups by day with totals, and LIM-15 says why not today', async () => {
    place()
    const screen = await render(<LimitsScreen />, answers())
    expect(screen.text()).toContain('Day 4')
    expect(screen.text()).toContain('2 accounts')
    expect(screen.text()).toContain('1 restriction follows, 1 waits for approval')
    expect(screen.text()).toContain('Restrict, today 15:06')
    expect(screen.text()).toContain('Waits for the clock: day 4 acts today 15:06.')
    expect(screen.text()).toContain('Waits for approval: a plan would be skipped.')
    expect(screen.text()).toContain('+22 %')
  })

  it('LIM-13 shows the dry run beside the list without asking for anything to be done', async () => {
    place()
    const screen = await render(<LimitsScreen />, answers())
    expect(screen.text()).toContain('nothing is carried out')
    expect(screen.text()).toContain('restriction')
    expect(screen.calls.every(({ op }) => op.startsWith('limits.') && !['limits.carry_out', 'limits.pause'].includes(op))).toBe(true)
  })

  it('LIM-14 pauses the focused case by P with a date and a reason', async () => {
    place()
    const screen = await render(<LimitsScreen />, answers({ 'limits.pause': () => ({ done: 1, left: [] }) }))
    await screen.press('j')
    await screen.press('p')
    expect(screen.text()).toContain('Pause 1 case')
    const confirm = screen
      .all('button')
      .filter((button) => button.textContent?.includes('Pause 1 case'))
      .at(-1)
    expect(confirm?.hasAttribute('disabled')).toBe(true)
  })

  it('LIM-08 sees every plan, resource and price before an approval', async () => {
    place()
    const plan = (id: number, name: string, limit: number | null) => ({
      id: uuid(id),
      planId: name,
      name,
      rank: id,
      paid: true,
      priceMinor: id * 1000,
      currency: 'EUR',
      limits: (limit === null ? {} : { contacts: limit }) as Record<string, number>,
      accounts: total(1),
    })
    const screen = await render(
      <LimitsScreen />,
      answers({
        'limits.approval_check': () => ({
          caseId: uuid(2),
          version: 3,
          ground: 'tier_skipped',
          currentPlan: plan(50, 'Startup', 5000),
          usage: [{ resource: 'contacts', used: 11_240, limit: 5000, observedAt: NOW }],
          options: [
            {
              plan: plan(51, 'Webinar', 10_000),
              skips: [],
              excess: [{ resource: 'contacts', used: 11_240, limit: 10_000 }],
              fits: false,
              recommended: false,
            },
            { plan: plan(52, 'Unlimited', null), skips: ['Webinar'], excess: [], fits: true, recommended: true },
          ],
          consumer: true,
          consent: false,
        }),
      }),
    )
    await screen.press('j')
    await screen.press('j')
    await screen.press('o')
    expect(screen.text()).toContain('Approve an upgrade: Company 2')
    expect(screen.text()).toContain('skips Webinar')
    expect(screen.text()).toContain('€520.00 a month')
    expect(screen.text()).toContain('The consent is missing.')
  })

  it('offers a reviewer no pause and no approval', async () => {
    place()
    const screen = await render(<LimitsScreen />, answers(), ['reviewer'])
    await screen.press('j')
    await screen.press('p')
    expect(screen.text()).not.toContain('Pause 1 case')
    expect(screen.text()).toContain('An admin carries out steps by hand')
  })

  it('says what brings cases when there are none, and what failed when the desk can’t answer', async () => {
    place()
    const empty = await render(<LimitsScreen />, answers({ 'limits.list': () => ({ rows: [], cursor: null }) }))
    expect(empty.text()).toContain('No account is over its limits')
    expect(empty.text()).toContain('Import accounts and usage')
    const failed = await render(<LimitsScreen />, answers({ 'limits.list': { kind: 'unavailable', code: 'desk_restarting', params: {} } }))
    expect(failed.text()).toContain('The over-limit cases could not be read')
  })
})
