import { describe, expect, test } from 'vitest'
import { PERMANENT, TEMPORARY, UNKNOWN } from './testing/limits-desk'
import { at, caseOf, closeAfterEach, desk, open, over, stepsOf, TUESDAY } from './testing/scene'

closeAfterEach()

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
