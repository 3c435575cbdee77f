import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { breakingServer, mailServer, type MailServer } from '../testing/mail-server'
import { testDesk, type TestDesk } from '../testing/outbox-desk'
import { messageByKey } from '../message-row'
import { planMessage, releaseHeld, wakeMessages, withdrawMessage } from '../plan'
import { MOST_ATTEMPTS } from '../backoff'
import { mailCourier } from './mail-courier'

let desk: TestDesk
let servers: MailServer[] = []
beforeEach(() => {
  desk = testDesk()
})
afterEach(async () => {
  desk.close()
  await Promise.all(servers.map((server) => server.close()))
  servers = []
})

const never = new AbortController().signal
const MINUTE = 60_000
const plan = (key: string, account: string, more: { notBefore?: number; heldBy?: string } = {}): boolean =>
  desk.unit((unit) => planMessage(unit, { key, account, template: 'test.letter', rule: 'MSG-01', ...more }))
const row = (key: string) => messageByKey(desk.services.db, key)!
async function started(server: Promise<MailServer>): Promise<MailServer> {
  servers.push(await server)
  const { port } = servers.at(-1)!
  desk.route({ transport: 'smtp', port })
  return servers.at(-1)!
}
const outgoing = (): string[] => readdirSync(join(desk.folder, 'outgoing'))
const refuse = (code: number) => Object.assign(new Error('no'), { responseCode: code })

describe('MSG-01', () => {
  test('a due message goes planned → sending → sent, with its hook in the same transaction, in the account’s language of that moment', async () => {
    const server = await started(mailServer())
    const account = desk.account('anna@example.org', 'en')
    plan('k', account)
    desk.services.db.run(`UPDATE account SET language = 'sv', email = 'bo@example.org' WHERE id = ?`, account)
    desk.now += 1000
    expect(await mailCourier(desk.services).dispatch(never)).toBe(1)
    expect(row('k')).toMatchObject({ state: 'sent', sent_at: desk.now, attempts: 1, language: 'sv', due_at: null, problem: null })
    expect(desk.heard).toEqual([{ hook: 'sent', key: 'k' }])
    expect(server.taken[0]).toContain('Subject: sv k')
    expect(server.taken[0]).toContain(`Message-ID: ${row('k').message_id}`)
    expect(server.taken[0]).toContain('To: Company 1 <bo@example.org>')
    expect(row('k').message_id).toBe(`<${row('k').id}@reeve.example.com>`)
    expect(desk.services.db.get('SELECT sender, recipient, subject FROM message_content')).toEqual({
      sender: 'desk@example.com',
      recipient: 'bo@example.org',
      subject: 'sv k',
    })
  })

  test('`sending` is on disk before the server hears of it', async () => {
    const seen: string[] = []
    const account = desk.account()
    plan('k', account)
    await started(
      mailServer({
        onMailFrom: (_address, _session, done) => {
          seen.push(row('k').state)
          done()
        },
      }),
    )
    await mailCourier(desk.services).dispatch(never)
    expect(seen).toEqual(['sending'])
  })

  test('the same key twice is one message', async () => {
    const account = desk.account()
    expect(plan('k', account)).toBe(true)
    expect(plan('k', account)).toBe(false)
    desk.route({ transport: 'folder' })
    await mailCourier(desk.services).dispatch(never)
    expect(plan('k', account)).toBe(false)
    expect(await mailCourier(desk.services).dispatch(never)).toBe(0)
    expect(outgoing()).toHaveLength(1)
  })

  test('a lost answer leaves it unknown and is never tried again by itself', async () => {
    const server = await started(breakingServer('end'))
    plan('k', desk.account())
    const courier = mailCourier(desk.services)
    await courier.dispatch(never)
    expect(row('k')).toMatchObject({ state: 'unknown', problem: 'connection_lost', due_at: null })
    desk.now += 365 * 24 * 60 * MINUTE
    expect(await courier.dispatch(never)).toBe(0)
    expect(server.taken).toHaveLength(1)
    expect(desk.heard).toEqual([{ hook: 'unknown', key: 'k' }])
  })

  test('a crash while sending leaves it unknown at the next start', async () => {
    plan('k', desk.account())
    desk.services.db.run(`UPDATE message SET state = 'sending', due_at = NULL, tried_at = 1`)
    desk.reopen()
    expect(row('k')).toMatchObject({ state: 'unknown', problem: 'interrupted' })
    expect(desk.heard).toEqual([{ hook: 'unknown', key: 'k' }])
  })

  test('when what follows from a hand-over fails, the message becomes work and the queue goes on', async () => {
    desk.route({ transport: 'folder' })
    plan('a', desk.account())
    plan('b', desk.account())
    desk.failHook = 'a'
    const courier = mailCourier(desk.services)
    expect(await courier.dispatch(never)).toBe(2)
    expect(row('a')).toMatchObject({ state: 'unknown', problem: 'not_noted' })
    expect(row('b').state).toBe('sent')
  })
})

describe('MSG-02 without a way out messages wait', () => {
  test('no transport: nothing moves, and once there is one all goes', async () => {
    plan('k', desk.account())
    const courier = mailCourier(desk.services)
    expect(await courier.dispatch(never)).toBe(0)
    expect(courier.nextDue(desk.services.db, -1)).toBeNull()
    expect(row('k').state).toBe('planned')
    desk.route({ transport: 'folder' })
    expect(await courier.dispatch(never)).toBe(1)
    expect(readFileSync(join(desk.folder, 'outgoing', `${row('k').id}.eml`), 'utf8')).toContain('Auto-Submitted: auto-generated')
  })

  test('not before its time, and not while the scheduler is paused (SCH-05)', async () => {
    desk.route({ transport: 'folder' })
    plan('k', desk.account(), { notBefore: desk.now + MINUTE })
    const courier = mailCourier(desk.services)
    expect(await courier.dispatch(never)).toBe(0)
    expect(courier.nextDue(desk.services.db, desk.now)).toBe(desk.now + MINUTE)
    desk.now += MINUTE
    desk.services.db.run(`INSERT INTO scheduler_pause (only, since, by) VALUES (1, 0, 'x')`)
    expect(await courier.dispatch(never)).toBe(0)
    desk.services.db.run('DELETE FROM scheduler_pause')
    expect(await courier.dispatch(never)).toBe(1)
  })

  test('FED-08 held for an admin: goes, or is withdrawn, when the admin says so', async () => {
    desk.route({ transport: 'folder' })
    const account = desk.account()
    plan('a', account, { heldBy: 'import-1' })
    plan('b', account, { heldBy: 'import-2' })
    const courier = mailCourier(desk.services)
    expect(await courier.dispatch(never)).toBe(0)
    desk.unit((unit) => {
      wakeMessages(unit, account)
      releaseHeld(unit, 'import-1', true)
      releaseHeld(unit, 'import-2', false)
    })
    await courier.dispatch(never)
    expect([row('a').state, row('b').state]).toEqual(['sent', 'withdrawn'])
  })

  test('a simulation never mails off this machine, whatever its settings say', async () => {
    expect(() => desk.route({ transport: 'smtp', host: 'mail.example.com' })).toThrow('simulation_mail_loopback_only')
    desk.services.db.run(
      `INSERT OR REPLACE INTO setting (key, value) VALUES ('mail', '{"transport":"smtp","host":"203.0.113.1","port":25,"from":"a@b.c"}')`,
    )
    plan('k', desk.account())
    expect(await mailCourier(desk.services).dispatch(never)).toBe(0)
    expect(row('k').state).toBe('planned')
  })
})

describe('MSG-03', () => {
  test('temporary refusals are retried with backoff, then become work', async () => {
    await started(mailServer({ onRcptTo: (_address, _session, done) => done(refuse(451)) }))
    plan('k', desk.account())
    const courier = mailCourier(desk.services)
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      await courier.dispatch(never)
      expect(row('k').attempts).toBe(attempt)
      const waiting = { state: 'retry', problem: '451', due_at: desk.now + Math.min(360, 2 ** (attempt - 1)) * MINUTE }
      expect(row('k')).toMatchObject(attempt < MOST_ATTEMPTS ? waiting : { state: 'failed', problem: '451', due_at: null })
      desk.now = row('k').due_at ?? desk.now
    }
    expect(desk.heard.at(-1)).toEqual({ hook: 'failed', key: 'k' })
  }, 30_000)

  test('a permanent refusal is work at once; the others go on', async () => {
    await started(mailServer({ onRcptTo: ({ address }, _session, done) => (address === 'gone@example.org' ? done(refuse(550)) : done()) }))
    plan('a', desk.account('gone@example.org'))
    plan('b', desk.account())
    expect(await mailCourier(desk.services).dispatch(never)).toBe(2)
    expect([row('a').state, row('b').state]).toEqual(['failed', 'sent'])
    expect(row('a').problem).toBe('550')
  })

  test('an unreachable server costs one try per hold, never a message’s patience', async () => {
    const server = await started(mailServer())
    await server.close()
    servers = []
    const accounts = [desk.account(), desk.account()]
    plan('a', accounts[0]!)
    plan('b', accounts[1]!)
    const courier = mailCourier(desk.services)
    for (let day = 0; day < 40; day += 1) {
      await courier.dispatch(never)
      expect(await courier.dispatch(never)).toBe(0)
      desk.now = courier.nextDue(desk.services.db, desk.now)!
    }
    expect([row('a'), row('b')].every(({ state, attempts }) => attempts === 0 && (state === 'retry' || state === 'planned'))).toBe(true)
    desk.route({ transport: 'folder' })
    await courier.dispatch(never)
    expect([row('a').state, row('b').state]).toEqual(['sent', 'sent'])
  }, 30_000)

  test('an account without a usable address is work, and no connection is made', async () => {
    const server = await started(mailServer())
    plan('k', desk.account('not an address'))
    await mailCourier(desk.services).dispatch(never)
    expect(row('k')).toMatchObject({ state: 'failed', problem: 'address_unusable' })
    expect(server.connections()).toBe(0)
  })
})

describe('MSG-06 asked again right before hand-over', () => {
  beforeEach(() => desk.route({ transport: 'folder' }))

  test('a message without reason is withdrawn', async () => {
    plan('k', desk.account())
    desk.verdict = () => ({ act: 'withdraw', rule: 'LIM-05' })
    await mailCourier(desk.services).dispatch(never)
    expect(row('k')).toMatchObject({ state: 'withdrawn', problem: 'LIM-05' })
  })

  test('one that must wait is asked at its time; one that waits for something else when it is woken', async () => {
    const account = desk.account()
    plan('k', account)
    const courier = mailCourier(desk.services)
    desk.verdict = () => ({ act: 'wait', until: desk.now + MINUTE })
    await courier.dispatch(never)
    expect(courier.nextDue(desk.services.db, desk.now)).toBe(desk.now + MINUTE)
    desk.now += MINUTE
    desk.verdict = () => ({ act: 'wait', until: null })
    await courier.dispatch(never)
    expect(courier.nextDue(desk.services.db, -1)).toBeNull()
    desk.verdict = () => ({ act: 'send' })
    expect(await courier.dispatch(never)).toBe(0)
    desk.unit((unit) => wakeMessages(unit, account))
    await courier.dispatch(never)
    expect(row('k').state).toBe('sent')
  })

  test('a broken template is work and holds nobody else up', async () => {
    plan('a', desk.account())
    plan('b', desk.account())
    desk.verdict = ({ key }) => {
      if (key === 'a') throw new TypeError('defect')
      return { act: 'send' }
    }
    await mailCourier(desk.services).dispatch(never)
    expect(row('a')).toMatchObject({ state: 'failed', problem: 'template_failed' })
    expect(row('b').state).toBe('sent')
  })

  test('withdrawn by hand before, impossible after', async () => {
    plan('a', desk.account())
    plan('b', desk.account())
    expect(desk.unit((unit) => withdrawMessage(unit, 'a', 'LIM-06'))).toBe(true)
    await mailCourier(desk.services).dispatch(never)
    expect(desk.unit((unit) => withdrawMessage(unit, 'b', 'LIM-06'))).toBe(false)
    expect([row('a').state, row('b').state]).toEqual(['withdrawn', 'sent'])
    expect(outgoing()).toEqual([`${row('b').id}.eml`])
  })
})

test('MSG-03 changed settings are tried at once, not at the end of the old hold', async () => {
  const server = await started(mailServer())
  await server.close()
  servers = []
  plan('k', desk.account())
  const courier = mailCourier(desk.services)
  await courier.dispatch(never)
  expect(row('k')).toMatchObject({ state: 'retry', problem: 'connection_refused' })
  desk.route({ transport: 'folder' })
  await courier.dispatch(never)
  expect(row('k').state).toBe('sent')
})
