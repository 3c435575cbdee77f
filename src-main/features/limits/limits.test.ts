import { afterEach, describe, expect, test } from 'vitest'
import type { CaseRow } from '@contract/limits'
import { instantOf } from '@kernel/calendar/index'
import { Refusal } from '@kernel/refusal'
import { approve, carryOutBatch, endPause, pause, restart, revertPlan } from './commands'
import { dryRun } from './dry-run'
import { casesOfAccount } from './queries'
import { LimitsDesk, OPERATOR, PERMANENT, TEMPORARY, UNKNOWN, type AccountFacts } from './testing/limits-desk'

const at = (date: string, hour: number, minute = 0, zone = 'Europe/Berlin'): number => instantOf(date, hour * 60 + minute, zone)
const TUESDAY = at('2026-11-24', 10)

let desk: LimitsDesk
const open = (start = TUESDAY): LimitsDesk => (desk = new LimitsDesk(start))
afterEach(() => {
  expect(desk.replay()).toEqual([])
  desk.close()
})

/** An account over its limits since now. */
function over(facts: Partial<AccountFacts> = {}, usage: Record<string, number> = { contacts: 2431 }): string {
  const account = desk.account(facts)
  desk.use(account, usage)
  return account
}
const caseOf = (account: string): CaseRow => casesOfAccount(desk.db, desk.now, account)[0] as CaseRow
const stepsOf = (steps: readonly { step: string }[]): string[] => steps.map(({ step }) => step)
const refusal = (work: () => unknown): string => {
  try {
    work()
    return 'nothing refused'
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.code
    throw thrown
  }
}
/** A message's text without its line breaks. */
const said = (nth: number): string => desk.sent.at(nth)?.text.replace(/\s+/g, ' ') ?? ''
const act = <T>(work: Parameters<typeof desk.unit<T>>[0]): T => desk.unit(work, OPERATOR)
const selected = (account: string): { id: string; version: number }[] => [{ id: caseOf(account).id, version: caseOf(account).version }]

describe('the whole way', () => {
  test('LIM-03 LIM-04 LIM-07 LIM-17 warns on three days and restricts on the fourth, on Free', async () => {
    open()
    const account = over()
    expect(desk.notices(account)).toEqual(['over_limit'])
    expect(desk.statusOf(account)).toBe('warned')
    expect(desk.sent).toEqual([])
    await desk.advance(at('2026-12-05', 0))
    expect(desk.steps.map(({ step, at: when }) => [step, when])).toEqual([
      ['warn 1', TUESDAY],
      ['warn 2', at('2026-11-25', 9)],
      ['warn 3', at('2026-11-26', 9)],
      ['restrict', at('2026-11-27', 9)],
    ])
    expect(desk.steps[0]).toMatchObject({ feature: 'limits', entity: 'A-1', rule: 'LIM-03' })
    expect(desk.sent.map(({ template }) => template)).toEqual(['limits.warning', 'limits.warning', 'limits.warning', 'limits.restricted'])
    expect(desk.sent[0]?.key).toBe(`limits/${caseOf(account).id}/1/warning-1`)
    expect(caseOf(account)).toMatchObject({ state: 'enforced', day: 4, cause: 'grew', nextStep: 'none', overPermille: 216 })
    expect(desk.notices(account)).toEqual(['restricted'])
    const off = desk.db.all<{ kind: string; payload: string }>(`SELECT kind, payload FROM directive WHERE kind = 'capabilities_off'`)
    expect(off.map(({ payload }) => JSON.parse(payload))).toEqual([
      { capabilities: ['opt_ins', 'payments', 'create_newsletters', 'send_scheduled', 'import_contacts'], cause: 'restricted' },
    ])
  })

  test('LIM-08 upgrades a paid plan to the very next one, and remembers the original', async () => {
    open()
    const account = over({ plan: 'startup' }, { contacts: 5702 })
    await desk.advance(at('2026-12-05', 0))
    expect(stepsOf(desk.steps)).toEqual(['warn 1', 'warn 2', 'warn 3', 'upgrade'])
    expect(desk.planOf(account)).toBe('webinar')
    expect(desk.notices(account)).toEqual([])
    expect(desk.statusOf(account)).toBe('active')
    expect(caseOf(account)).toMatchObject({ state: 'enforced', nextStep: 'none', waitsFor: 'nothing' })
    expect(desk.sent.at(-1)).toMatchObject({ template: 'limits.upgraded', subject: 'Your account is now on the plan Webinar' })
    expect(said(0)).toContain('on 27 November 2026, it will move to the plan Webinar at €47.00')
    expect(said(0)).toContain('- Contacts: 5,702 / 5,000')
    expect(desk.db.get(`SELECT original_plan FROM plan_decision WHERE account = ?`, account)).toEqual({ original_plan: desk.plans.get('startup') })
    await desk.advance(at('2027-03-01', 0))
    expect(desk.steps).toHaveLength(4)
  })

  test('LIM-02 the limit itself is not over, one more is', () => {
    open()
    const account = desk.account()
    expect(desk.use(account, { contacts: 2000 }).casesOpened).toBe(0)
    expect(desk.use(account, { contacts: 2001 }).casesOpened).toBe(1)
    expect(desk.use(account, { contacts: 2002 }).casesOpened).toBe(0)
    expect(desk.use(desk.account(), { webinars: 99_999 }).casesOpened).toBe(0)
  })

  test.each([
    ['cancelled', 'free', 'cancelled_to_free'],
    ['downgraded', 'startup', 'downgraded'],
    ['upgraded', 'startup', 'grew'],
    [null, 'free', 'grew'],
  ] as const)('LIM-02 records the cause: %s to %s is %s', (planChange, plan, cause) => {
    open()
    expect(caseOf(over({ plan, plan_change: planChange }, { contacts: 6000 })).cause).toBe(cause)
  })

  test('LIM-02 an account row that puts an account over says the plan changed', () => {
    open()
    const account = desk.account({ plan: 'startup' })
    desk.use(account, { contacts: 3000 })
    desk.facts(account, { plan: 'free' })
    expect(caseOf(account).cause).toBe('plan_changed')
  })
})

describe('days shift', () => {
  test('LIM-04 a slept-through day moves what follows, and skips and doubles nothing', async () => {
    open()
    over()
    await desk.tick()
    await desk.sleepUntil(at('2026-11-28', 13))
    await desk.advance(at('2026-12-05', 0))
    expect(desk.steps.map(({ step, at: when }) => [step, when])).toEqual([
      ['warn 1', TUESDAY],
      ['warn 2', at('2026-11-28', 13)],
      ['warn 3', at('2026-11-29', 9)],
      ['restrict', at('2026-11-30', 9)],
    ])
  })

  test('LIM-17 twenty hours lie between a late warning and the next, in the window', async () => {
    open(at('2026-11-24', 16, 30))
    over()
    await desk.advance(at('2026-12-05', 0))
    expect(desk.steps.map(({ at: when }) => when)).toEqual([
      at('2026-11-24', 16, 30),
      at('2026-11-25', 12, 30),
      at('2026-11-26', 9),
      at('2026-11-27', 9),
    ])
  })

  test('LIM-17 outside the window the first warning waits for the morning of the account’s zone', async () => {
    open(at('2026-11-24', 18))
    over({ time_zone: 'America/New_York' })
    await desk.tick()
    expect(desk.steps.map(({ step }) => step)).toEqual(['warn 1'])
    const account = over({ time_zone: 'Asia/Tokyo' })
    await desk.tick()
    expect(desk.sent).toHaveLength(1)
    expect(caseOf(account)).toMatchObject({ nextStep: 'warning', nextAt: at('2026-11-25', 9, 0, 'Asia/Tokyo'), waitsFor: 'clock' })
  })

  test('LIM-17 the zone stays as it was when the case opened', async () => {
    open()
    const account = over()
    desk.facts(account, { time_zone: 'Asia/Tokyo' })
    await desk.advance(at('2026-12-05', 0))
    expect(desk.steps.map(({ at: when }) => when)).toEqual([TUESDAY, at('2026-11-25', 9), at('2026-11-26', 9), at('2026-11-27', 9)])
  })

  test('LIM-04 nothing goes on before a failed warning is handed over', async () => {
    open()
    const account = over()
    desk.mail = () => PERMANENT
    await desk.advance(at('2026-12-05', 0))
    expect(stepsOf(desk.steps)).toEqual(['warn 1'])
    expect(caseOf(account)).toMatchObject({
      waitsFor: 'mail_failed',
      nextStep: 'warning',
      nextAt: null,
      warnings: [{ n: 1, state: 'failed', sentAt: null }],
    })
    desk.mail = () => ({ outcome: 'handed', code: '250' })
    desk.person(`limits/${caseOf(account).id}/1/warning-1`, 'again')
    await desk.advance(at('2026-12-06', 12))
    expect(caseOf(account).warnings.map(({ n, sentAt }) => [n, sentAt])).toEqual([
      [1, at('2026-12-05', 9)],
      [2, at('2026-12-06', 9)],
    ])
  })

  test('LIM-04 an unknown warning counts once a person says it was delivered, from when it was tried', async () => {
    open()
    const account = over()
    desk.mail = () => UNKNOWN
    await desk.tick()
    desk.mail = () => ({ outcome: 'handed', code: '250' })
    await desk.advance(at('2026-11-26', 11))
    expect(caseOf(account)).toMatchObject({ waitsFor: 'mail_unknown' })
    desk.person(`limits/${caseOf(account).id}/1/warning-1`, 'delivered')
    await desk.tick()
    expect(caseOf(account).warnings.map(({ n, sentAt }) => [n, sentAt])).toEqual([
      [1, TUESDAY],
      [2, at('2026-11-26', 11)],
    ])
  })

  test('LIM-04 MSG-01 an unknown warning sent again leaves on another day: it may have arrived', async () => {
    open()
    const account = over()
    desk.mail = () => UNKNOWN
    await desk.tick()
    desk.mail = () => ({ outcome: 'handed', code: '250' })
    desk.person(`limits/${caseOf(account).id}/1/warning-1`, 'again')
    await desk.advance(at('2026-11-25', 12))
    expect(caseOf(account).warnings).toMatchObject([{ n: 1, state: 'sent', sentAt: at('2026-11-25', 9) }])
  })

  test('LIM-04 LIM-17 a warning retried past the window leaves the next morning', async () => {
    open(at('2026-11-24', 16, 59))
    const account = over()
    let tries = 0
    desk.mail = () => ((tries += 1) === 1 ? TEMPORARY : { outcome: 'handed', code: '250' })
    await desk.advance(at('2026-11-25', 9, 30))
    expect(caseOf(account).warnings).toMatchObject([{ n: 1, state: 'sent', sentAt: at('2026-11-25', 9) }])
  })
})

describe('within limits again', () => {
  test('LIM-05 LIM-06 LIM-16 resolves at once, with an all-clear, and a new excess starts at warning 1 on another day', async () => {
    open()
    const account = over()
    await desk.tick()
    desk.now = at('2026-11-24', 12)
    expect(desk.use(account, { contacts: 2000 }).casesResolved).toBe(1)
    expect(desk.notices(account)).toEqual([])
    await desk.tick()
    expect(desk.sent.map(({ template }) => template)).toEqual(['limits.warning', 'limits.all_clear'])
    desk.use(account, { contacts: 2500 })
    await desk.advance(at('2026-11-24', 23))
    expect(desk.sent).toHaveLength(2)
    await desk.advance(at('2026-11-25', 12))
    expect(desk.sent.at(-1)).toMatchObject({ template: 'limits.warning', at: at('2026-11-25', 9) })
    expect(desk.sent.at(-1)?.key).toMatch(/\/1\/warning-1$/)
  })

  test('LIM-06 no all-clear where nothing was announced', async () => {
    open(at('2026-11-24', 20))
    const account = over()
    desk.use(account, { contacts: 1 })
    await desk.advance(at('2026-11-28', 0))
    expect(desk.sent).toEqual([])
    expect(caseOf(account)).toMatchObject({ state: 'resolved', warnings: [] })
  })

  test('LIM-06 resolved by upgrading', async () => {
    open()
    const account = over()
    await desk.tick()
    expect(desk.facts(account, { plan: 'startup' }).casesResolved).toBe(1)
  })

  test('LIM-06 MSG-06 a planned warning is withdrawn', async () => {
    open()
    const account = over()
    desk.mail = () => TEMPORARY
    await desk.tick()
    desk.use(account, { contacts: 1 })
    expect(desk.db.all('SELECT state FROM message')).toEqual([{ state: 'withdrawn' }])
  })

  test('LIM-10 a restriction lifts as soon as the account is within limits', async () => {
    open()
    const account = over()
    await desk.advance(at('2026-11-28', 0))
    expect(desk.isRestricted(account)).toBe(true)
    desk.use(account, { contacts: 2000 })
    expect(desk.isRestricted(account)).toBe(false)
    expect(desk.notices(account)).toEqual([])
    expect(desk.statusOf(account)).toBe('active')
    await desk.tick()
    expect(desk.sent.at(-1)?.template).toBe('limits.lifted')
    expect(caseOf(account).state).toBe('resolved')
  })
})

describe('upgrades that need a person', () => {
  test('LIM-08 a skipped tier waits for approval, neither upgraded nor restricted, and is carried out once approved', async () => {
    open()
    const account = over({ plan: 'startup' }, { contacts: 11_240 })
    await desk.advance(at('2026-11-27', 12))
    expect(stepsOf(desk.steps)).toEqual(['warn 1', 'warn 2', 'warn 3', 'ask_approval'])
    expect(caseOf(account)).toMatchObject({
      state: 'approval',
      day: 4,
      approvalGround: 'tier_skipped',
      waitsFor: 'approval',
      nextStep: 'upgrade',
      nextPlanName: 'Unlimited',
      nextAt: null,
    })
    expect(desk.planOf(account)).toBe('startup')
    const { id, version } = caseOf(account)
    const wish = { id, version, consentRecorded: false, reason: 'Agreed by phone' }
    expect(refusal(() => act((unit) => approve(unit, { ...wish, plan: desk.plans.get('webinar') as string })))).toBe('plan_does_not_hold')
    expect(refusal(() => act((unit) => approve(unit, { ...wish, version: version - 1, plan: desk.plans.get('unlimited') as string })))).toBe(
      'case_changed',
    )
    act((unit) => approve(unit, { ...wish, plan: desk.plans.get('unlimited') as string }))
    expect(desk.planOf(account)).toBe('unlimited')
    expect(caseOf(account).state).toBe('enforced')
  })

  test('LIM-17 an approval given at night is carried out as the window opens', async () => {
    open()
    const account = over({ plan: 'startup' }, { contacts: 11_240 })
    await desk.advance(at('2026-11-27', 21))
    act((unit) => approve(unit, { ...selected(account)[0]!, plan: desk.plans.get('unlimited') as string, consentRecorded: false, reason: 'Agreed' }))
    expect(desk.planOf(account)).toBe('startup')
    expect(caseOf(account)).toMatchObject({ state: 'approval', waitsFor: 'clock', nextAt: at('2026-11-28', 9) })
    await desk.advance(at('2026-11-28', 9))
    expect(desk.planOf(account)).toBe('unlimited')
  })

  test('LIM-08 a consumer without recorded consent waits for approval, and consent by feed lets it go on', async () => {
    open()
    const account = over({ plan: 'startup', consumer: 1 }, { contacts: 5001 })
    await desk.advance(at('2026-11-27', 12))
    expect(caseOf(account)).toMatchObject({ state: 'approval', approvalGround: 'consumer_without_consent' })
    expect(
      refusal(() =>
        act((unit) =>
          approve(unit, { ...selected(account)[0]!, plan: desk.plans.get('webinar') as string, consentRecorded: false, reason: 'No consent' }),
        ),
      ),
    ).toBe('consent_missing')
    desk.facts(account, { upgrade_consent: 1 })
    await desk.tick()
    expect(desk.planOf(account)).toBe('webinar')
  })

  test('LIM-08 no plan that holds the usage is work for a person', async () => {
    open()
    desk.db.run(`UPDATE plan SET limits = '{"contacts": 20000}' WHERE name = 'Unlimited'`)
    const account = over({ plan: 'startup' }, { contacts: 25_000 })
    await desk.advance(at('2026-11-27', 12))
    expect(caseOf(account)).toMatchObject({ state: 'approval', approvalGround: 'no_plan_holds', nextPlanName: null })
    expect(said(0)).toContain('None of our plans holds this usage')
  })

  test('LIM-09 goes back only once usage fits the original plan', async () => {
    open()
    const account = over({ plan: 'startup' }, { contacts: 5702 })
    expect(refusal(() => act((unit) => revertPlan(unit, { accountUuid: account, reason: 'Customer asked' })))).toBe('no_original_plan')
    await desk.advance(at('2026-11-28', 0))
    expect(refusal(() => act((unit) => revertPlan(unit, { accountUuid: account, reason: 'Customer asked' })))).toBe('over_original_plan')
    desk.use(account, { contacts: 5000 })
    act((unit) => revertPlan(unit, { accountUuid: account, reason: 'Customer asked' }))
    expect(desk.planOf(account)).toBe('startup')
    await desk.tick()
    expect(desk.sent.at(-1)?.template).toBe('limits.reverted')
    expect(refusal(() => act((unit) => revertPlan(unit, { accountUuid: account, reason: 'Again' })))).toBe('no_original_plan')
  })

  test('LIM-08 LIM-09 the first original plan is remembered through two upgrades', async () => {
    open()
    const account = over({ plan: 'startup' }, { contacts: 5702 })
    await desk.advance(at('2026-11-28', 0))
    desk.use(account, { contacts: 12_000 })
    await desk.advance(at('2026-12-05', 0))
    expect(desk.planOf(account)).toBe('unlimited')
    desk.use(account, { contacts: 100 })
    act((unit) => revertPlan(unit, { accountUuid: account, reason: 'Customer asked' }))
    expect(desk.planOf(account)).toBe('startup')
  })
})

describe('starting again', () => {
  test('LIM-18 a move from paid to Free starts again at warning 1, and announces restriction', async () => {
    open()
    const account = over({ plan: 'startup' }, { contacts: 5702 })
    await desk.advance(at('2026-11-25', 12))
    desk.facts(account, { plan: 'free', plan_change: 'cancelled' })
    await desk.advance(at('2026-12-05', 0))
    expect(desk.steps.map(({ step, at: when }) => [step, when])).toEqual([
      ['warn 1', TUESDAY],
      ['warn 2', at('2026-11-25', 9)],
      ['warn 1', at('2026-11-26', 9)],
      ['warn 2', at('2026-11-27', 9)],
      ['warn 3', at('2026-11-28', 9)],
      ['restrict', at('2026-11-29', 9)],
    ])
    expect(desk.sent.at(-1)?.key).toBe(`limits/${caseOf(account).id}/2/restricted`)
  })

  test('LIM-18 a restricted account that moves to a paid plan and is still over is warned anew, and no longer restricted', async () => {
    open()
    const account = over({}, { contacts: 6000 })
    await desk.advance(at('2026-11-28', 0))
    desk.facts(account, { plan: 'startup' })
    expect(desk.isRestricted(account)).toBe(false)
    expect(caseOf(account)).toMatchObject({ state: 'warning', day: 1, nextStep: 'warning' })
    await desk.advance(at('2026-12-05', 0))
    expect(desk.planOf(account)).toBe('webinar')
  })

  test('LIM-18 fourteen days without a step start again at warning 1; thirteen do not', async () => {
    open()
    over()
    await desk.tick()
    await desk.sleepUntil(at('2026-12-07', 10))
    expect(stepsOf(desk.steps)).toEqual(['warn 1', 'warn 2'])
    await desk.sleepUntil(at('2026-12-21', 10))
    await desk.tick()
    expect(stepsOf(desk.steps)).toEqual(['warn 1', 'warn 2', 'restart', 'warn 1'])
  })

  test('LIM-18 what was announced is what is enforced: another price starts again', async () => {
    open()
    over({ plan: 'startup' }, { contacts: 5702 })
    await desk.advance(at('2026-11-26', 12))
    desk.db.run(`UPDATE plan SET price_minor = 9900 WHERE name = 'Webinar'`)
    await desk.advance(at('2026-11-27', 12))
    expect(stepsOf(desk.steps).slice(3)).toEqual(['restart', 'warn 1'])
    expect(said(-1)).toContain('€99.00')
  })

  test('LIM-07 a trial is restricted, also on a paid plan', async () => {
    open()
    const account = over({ plan: 'startup', trial: 1 }, { contacts: 5702 })
    await desk.advance(at('2026-11-28', 0))
    expect(desk.isRestricted(account)).toBe(true)
    expect(desk.planOf(account)).toBe('startup')
  })
})

describe('bounces', () => {
  test('LIM-16 a permanent bounce stops the process, and a corrected address starts at warning 1', async () => {
    open()
    const account = over()
    await desk.advance(at('2026-11-25', 10))
    desk.bounce(`limits/${caseOf(account).id}/1/warning-2`)
    expect(caseOf(account)).toMatchObject({ state: 'unreachable', day: 2, waitsFor: 'address', warnings: [{ state: 'sent' }, { state: 'bounced' }] })
    await desk.advance(at('2026-12-20', 0))
    expect(desk.sent).toHaveLength(2)
    desk.facts(account, { last_login_at: desk.now })
    expect(caseOf(account).state).toBe('unreachable')
    desk.facts(account, { email: 'right@example.com' })
    expect(caseOf(account)).toMatchObject({ state: 'warning', warnings: [] })
    await desk.advance(at('2026-12-30', 0))
    expect(desk.isRestricted(account)).toBe(true)
  })

  test('LIM-16 a temporary bounce stops nothing', async () => {
    open()
    const account = over()
    await desk.tick()
    desk.bounce(`limits/${caseOf(account).id}/1/warning-1`, false)
    expect(caseOf(account).state).toBe('warning')
  })

  test('LIM-16 an operator who knows the address is right starts again', async () => {
    open()
    const account = over()
    await desk.tick()
    desk.bounce(`limits/${caseOf(account).id}/1/warning-1`)
    expect(refusal(() => act((unit) => restart(unit, { id: caseOf(account).id, version: 1, reason: 'Mailbox was full' })))).toBe('case_changed')
    act((unit) => restart(unit, { ...selected(account)[0]!, reason: 'Mailbox was full' }))
    await desk.advance(at('2026-11-25', 10))
    expect(desk.sent.at(-1)?.key).toMatch(/\/2\/warning-1$/)
  })

  test('LIM-16 a restriction lifts when bounces show later that no warning arrived, and not before', async () => {
    open()
    const account = over()
    await desk.advance(at('2026-11-28', 0))
    const { id } = caseOf(account)
    for (const n of [1, 2]) desk.bounce(`limits/${id}/1/warning-${n}`)
    expect(desk.isRestricted(account)).toBe(true)
    desk.bounce(`limits/${id}/1/warning-3`)
    expect(desk.isRestricted(account)).toBe(false)
    expect(caseOf(account)).toMatchObject({ state: 'unreachable', waitsFor: 'address' })
    expect(desk.notices(account)).toEqual(['over_limit'])
    desk.use(account, { contacts: 5 })
    expect(caseOf(account).state).toBe('resolved')
  })
})

describe('pauses, waiting and closing', () => {
  test('LIM-14 a pause holds every step until its date, with its reason', async () => {
    open()
    const account = over()
    await desk.tick()
    expect(act((unit) => pause(unit, { cases: selected(account), until: '2026-11-24', reason: 'Clinic moves' })).left).toMatchObject([
      { code: 'pause_in_past' },
    ])
    expect(act((unit) => pause(unit, { cases: selected(account), until: '2026-11-30', reason: 'Clinic moves' })).done).toBe(1)
    expect(caseOf(account)).toMatchObject({
      state: 'paused',
      waitsFor: 'pause',
      pausedUntil: '2026-11-30',
      nextAt: at('2026-11-30', 9),
      waitsParams: { reason: 'Clinic moves' },
    })
    await desk.advance(at('2026-11-30', 12))
    expect(desk.steps.map(({ step, at: when }) => [step, when])).toEqual([
      ['warn 1', TUESDAY],
      ['resume', at('2026-11-30', 0)],
      ['warn 2', at('2026-11-30', 9)],
    ])
  })

  test('LIM-14 an admin ends a pause; LIM-13 a changed case is left out and listed', async () => {
    open()
    const account = over()
    await desk.tick()
    const before = selected(account)
    act((unit) => pause(unit, { cases: before, until: '2026-12-01', reason: 'Wait' }))
    expect(act((unit) => endPause(unit, { cases: before, reason: 'Go on' })).left).toMatchObject([{ code: 'case_changed', company: 'Company 1' }])
    expect(act((unit) => endPause(unit, { cases: selected(account), reason: 'Go on' })).done).toBe(1)
    await desk.advance(at('2026-11-25', 12))
    expect(stepsOf(desk.steps)).toEqual(['warn 1', 'warn 2'])
  })

  test('LIM-14 LIM-18 a pause of more than fourteen days starts again at warning 1', async () => {
    open()
    const account = over()
    await desk.tick()
    act((unit) => pause(unit, { cases: selected(account), until: '2026-12-15', reason: 'Long' }))
    await desk.advance(at('2026-12-15', 12))
    expect(stepsOf(desk.steps)).toEqual(['warn 1', 'resume', 'restart', 'warn 1'])
  })

  test('LIM-06 a paused case resolves at once', async () => {
    open()
    const account = over()
    act((unit) => pause(unit, { cases: selected(account), until: '2026-12-15', reason: 'Long' }))
    desk.use(account, { contacts: 1 })
    expect(caseOf(account).state).toBe('resolved')
  })

  test('CAP-03 a blocked or removed account’s case closes as moot, and opens anew at warning 1', async () => {
    open()
    const account = over()
    await desk.advance(at('2026-11-28', 0))
    desk.facts(account, { removed_at: desk.now })
    expect(caseOf(account).state).toBe('moot')
    expect(desk.isRestricted(account)).toBe(false)
    desk.facts(account, { removed_at: null })
    expect(caseOf(account)).toMatchObject({ state: 'warning', day: 1 })
  })

  test('LIM-15 says in every state what the next step waits for', async () => {
    open()
    const account = over()
    expect(caseOf(account)).toMatchObject({ waitsFor: 'clock', nextAt: TUESDAY, nextStep: 'warning' })
    await desk.advance(at('2026-11-26', 12))
    expect(caseOf(account)).toMatchObject({ waitsFor: 'clock', nextStep: 'restrict', nextAt: at('2026-11-27', 9), day: 3 })
    desk.db.run('INSERT INTO clock_check (only, since, ground, hours) VALUES (1, ?, ?, 40)', desk.now, 'ahead')
    await desk.advance(at('2026-11-28', 12))
    expect(caseOf(account)).toMatchObject({ waitsFor: 'clock_check', nextStep: 'restrict', nextAt: null, day: 4 })
    expect(desk.isRestricted(account)).toBe(false)
    expect(act((unit) => carryOutBatch(unit, { cases: selected(account) })).left).toMatchObject([{ code: 'clock_check' }])
    desk.db.run('DELETE FROM clock_check')
    desk.db.run(`INSERT INTO scheduler_pause (only, since, by) VALUES (1, ?, 'x')`, desk.now)
    expect(caseOf(account)).toMatchObject({ waitsFor: 'scheduler_paused' })
    desk.db.run('DELETE FROM scheduler_pause')
    await desk.tick()
    expect(desk.isRestricted(account)).toBe(true)
  })

  test('LIM-11 a restricted account not seen for six months becomes a candidate, told 30 days before; a login puts it off', async () => {
    open()
    const account = over()
    await desk.advance(at('2026-11-28', 0))
    await desk.advance(at('2027-05-10', 0))
    expect(desk.sent.at(-1)).toMatchObject({ template: 'limits.deletion_announced', at: at('2027-04-27', 9) })
    expect(said(-1)).toContain('27 May 2027')
    desk.facts(account, { last_login_at: desk.now })
    await desk.advance(at('2027-06-30', 0))
    expect(stepsOf(desk.steps)).not.toContain('candidate')
    await desk.advance(at('2027-11-30', 0))
    expect(stepsOf(desk.steps).slice(-2)).toEqual(['announce_deletion', 'candidate'])
    expect(desk.steps.at(-1)?.at).toBe(at('2027-11-10', 0))
    desk.facts(account, { last_login_at: desk.now })
    expect(desk.db.get('SELECT tab FROM limit_row WHERE account = ?', account)).toEqual({ tab: 'restricted' })
  })

  test('LIM-13 the dry run shows what then happens, with plans and versions, and takes nothing', async () => {
    open()
    const free = over()
    const paid = over({ plan: 'startup' }, { contacts: 5702 })
    over({ plan: 'startup' }, { contacts: 50_000 })
    const until = at('2026-12-12', 0)
    const shown = dryRun(desk.db, { now: desk.now, until, ids: null, limit: 5000 })
    expect(desk.db.get('SELECT count(*) AS n FROM message')).toEqual({ n: 0 })
    expect(shown.counts).toEqual({ warnings: 10, restrictions: 1, upgrades: 1, approvals: 1, other: 1 })
    expect(shown.steps.find(({ step }) => step === 'upgrade')).toMatchObject({
      accountUuid: paid,
      fromPlan: 'Startup',
      toPlan: 'Webinar',
      version: 1,
      rule: 'LIM-08',
      company: 'Company 2',
    })
    const done = await desk.advance(until)
    const key = ({ at: when, step, entity, rule }: { at: number; step: string; entity: string; rule: string }): string =>
      [when, step, entity, rule].join(' ')
    expect(shown.steps.map(key).sort()).toEqual(done.map(key).sort())
    expect(dryRun(desk.db, { now: desk.now, until: until + 1, ids: [caseOf(free).id], limit: 10 }).steps).toEqual([])
  })
})
