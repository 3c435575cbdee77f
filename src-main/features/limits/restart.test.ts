import { describe, expect, test } from 'vitest'
import { at, caseOf, closeAfterEach, desk, open, over, said, stepsOf, TUESDAY } from './testing/scene'

closeAfterEach()

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
