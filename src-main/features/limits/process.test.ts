import { describe, expect, test } from 'vitest'
import { at, caseOf, closeAfterEach, desk, open, over, said, stepsOf, TUESDAY } from './testing/scene'

closeAfterEach()

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
