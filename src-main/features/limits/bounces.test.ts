import { describe, expect, test } from 'vitest'
import { restart } from './commands'
import { act, at, caseOf, closeAfterEach, desk, open, over, refusal, selected } from './testing/scene'

closeAfterEach()

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
