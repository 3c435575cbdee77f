import { describe, expect, test } from 'vitest'
import { approve, revertPlan } from './commands'
import { act, at, caseOf, closeAfterEach, desk, open, over, refusal, said, selected, stepsOf } from './testing/scene'

closeAfterEach()

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
