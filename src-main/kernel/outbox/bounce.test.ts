import { afterEach, beforeEach, expect, test } from 'vitest'
import { judgeBounce, recordBounce } from './bounce'
import { mailCourier } from './courier/mail-courier'
import { messageByKey } from './message-row'
import { planMessage } from './plan'
import { testDesk, type TestDesk } from './testing/outbox-desk'

let desk: TestDesk
beforeEach(() => {
  desk = testDesk()
  desk.route({ transport: 'folder' })
})
afterEach(() => desk.close())

const row = () => messageByKey(desk.services.db, 'k')!
const bounce = (messageId: string, permanent: boolean, at = 5) => desk.unit((unit) => recordBounce(unit, { messageId, permanent, at }))

test('LIM-16 a bounce finds its message by id, with or without brackets; the same again changes nothing, a permanent one after a temporary one does', async () => {
  desk.unit((unit) => planMessage(unit, { key: 'k', account: desk.account(), template: 'test.letter', rule: 'MSG-01' }))
  const id = row().message_id
  expect(bounce(id, true)).toBe('missing')
  await mailCourier(desk.services).dispatch(new AbortController().signal)
  expect(judgeBounce(desk.services.db, { messageId: id, permanent: true, at: 5 })).toBe('new')
  expect(bounce(` ${id.slice(1, -1)} `, false)).toBe('new')
  expect(bounce(id, false, 6)).toBe('same')
  expect(bounce(id, true, 7)).toBe('new')
  expect(bounce(id, true, 8)).toBe('same')
  expect(row()).toMatchObject({ state: 'sent', bounced_at: 7, problem: 'bounced' })
  expect(desk.heard.map(({ hook }) => hook)).toEqual(['sent', 'bounced', 'bounced'])
  expect(bounce('<nobody@example.com>', true)).toBe('missing')
})
