import { describe, expect, test } from 'vitest'
import { TEMPORARY } from './testing/limits-desk'
import { at, caseOf, closeAfterEach, desk, open, over } from './testing/scene'

closeAfterEach()

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
