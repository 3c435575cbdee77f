import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DirectiveRow, MailSettings, MessageRow, MessageView } from '@contract/messages'
import type { Page, Role, Total } from '@contract/define'
import { serve } from '@kernel/bridge/index'
import { directiveCourier, issueDirective, mailCourier, planMessage } from '@kernel/outbox/index'
import { breakingServer, mailServer, type MailServer } from '@kernel/outbox/testing/mail-server'
import { testDesk, type TestDesk } from '@kernel/outbox/testing/outbox-desk'
import { directiveStatus, mailStatus, messages } from './index'

let desk: TestDesk
let server: MailServer | null = null
beforeEach(() => {
  desk = testDesk()
})
afterEach(async () => {
  desk.close()
  await server?.close()
  server = null
})

const never = new AbortController().signal
const session = (...roles: Role[]) => ({
  operatorId: '0190a0a0-0000-7000-8000-0000000000aa',
  name: 'A',
  shortName: 'A',
  roles,
  language: 'en' as const,
  touchedAt: 0,
})
async function call<T>(op: string, input: unknown = {}, roles: Role[] = ['admin']): Promise<T> {
  const answer = await serve(desk.services, messages.handlers!, op, input, { window: 'w', session: session(...roles) })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value as T
}
const plan = (key: string, account: string, notBefore = desk.now): boolean =>
  desk.unit((unit) => planMessage(unit, { key, account, template: 'test.letter', rule: 'MSG-01', notBefore }))
const list = async (input: object = {}): Promise<MessageRow[]> => (await call<Page<MessageRow>>('messages.list', { limit: 100, ...input })).rows
const mail = (change: object = {}) => ({
  transport: 'folder',
  host: null,
  port: null,
  security: 'none',
  user: null,
  password: null,
  from: 'desk@example.com',
  company: 'Platform',
  ...change,
})
async function lose(key: string): Promise<MessageRow> {
  server = await breakingServer('end')
  desk.route({ transport: 'smtp', port: server.port })
  plan(key, desk.account())
  await mailCourier(desk.services).dispatch(never)
  return (await list())[0]!
}

describe('MSG-01 unknown messages are work, and people settle them', () => {
  test('was delivered: it counts from its hand-over, with the reason journaled', async () => {
    const at = desk.now
    const { id, state } = await lose('k')
    expect(state).toBe('unknown')
    desk.now += 3_600_000
    await call('messages.was_delivered', { id, reason: 'the customer has it' }, ['support'])
    expect((await list())[0]).toMatchObject({ state: 'sent', sentAt: at, problem: null })
    expect(desk.heard.map(({ hook }) => hook)).toEqual(['unknown', 'sent'])
    expect(desk.services.db.get(`SELECT kind, rule FROM entry WHERE entity = ?`, id)).toEqual({ kind: 'messages.was_delivered', rule: 'MSG-01' })
    await expect(call('messages.was_delivered', { id, reason: 'again' })).rejects.toThrow('message_not_unknown')
  })

  test('send again: the same message under the same id, once more', async () => {
    const { id } = await lose('k')
    desk.route({ transport: 'folder' })
    await call('messages.send_again', { id, reason: 'it is not there' })
    await mailCourier(desk.services).dispatch(never)
    expect((await list())[0]).toMatchObject({ state: 'sent', id })
    expect(existsSync(join(desk.folder, 'outgoing', `${id}.eml`))).toBe(true)
    await expect(call('messages.send_again', { id, reason: 'once more' })).rejects.toThrow('message_not_stuck')
  })

  test('a reviewer may look, not settle', async () => {
    const { id } = await lose('k')
    await expect(call('messages.send_again', { id, reason: 'it is not there' }, ['reviewer'])).rejects.toThrow('role_missing')
  })
})

describe('MSG-02 the queue', () => {
  test('shows why messages wait, what they will say, and pages through them newest first', async () => {
    const account = desk.account()
    for (const key of ['a', 'b', 'c']) plan(key, account)
    const rows = await list()
    expect(rows.map(({ key, waits, subject }) => [key, waits, subject])).toEqual([
      ['c', 'no_transport', 'de c'],
      ['b', 'no_transport', 'de b'],
      ['a', 'no_transport', 'de a'],
    ])
    const first = await call<Page<MessageRow>>('messages.list', { limit: 2 })
    const second = await call<Page<MessageRow>>('messages.list', { limit: 2, cursor: first.cursor })
    expect([...first.rows, ...second.rows].map(({ key }) => key)).toEqual(['c', 'b', 'a'])
    expect(second.cursor).toBeNull()
  })

  test('work is what failed, what is unknown, and what waits too long', async () => {
    const account = desk.account()
    plan('overdue', account)
    plan('later', account, desk.now + 365 * 86_400_000)
    plan('failed', desk.account('no address'))
    desk.now += 86_400_001
    desk.services.db.run(`UPDATE message SET state = 'failed', due_at = NULL WHERE key = 'failed'`)
    expect((await list({ work: true })).map(({ key }) => key)).toEqual(['failed', 'overdue'])
    expect((await list({ work: true, account })).map(({ key }) => key)).toEqual(['overdue'])
    expect((await list({ state: 'failed' })).map(({ key }) => key)).toEqual(['failed'])
    const totals = await call<Record<string, Total>>('messages.totals')
    expect(totals['work']).toEqual({ count: 2, atLeast: false })
    expect(totals['planned']!.count).toBe(2)
    expect(mailStatus(desk.services.db, desk.now)).toEqual({ transport: 'none', waiting: 1, work: 2, lastProblem: null })
  })

  test('a sent message is shown as it was sent, a planned one as it would go now', async () => {
    desk.route({ transport: 'folder' })
    const account = desk.account('old@example.org', 'de')
    plan('k', account)
    const { id } = (await list())[0]!
    expect(await call<MessageView>('messages.get', { id })).toMatchObject({
      to: 'old@example.org',
      from: 'desk@example.com',
      subject: 'de k',
      text: expect.stringContaining('Guten Tag'),
    })
    await mailCourier(desk.services).dispatch(never)
    desk.services.db.run(`UPDATE account SET email = 'new@example.org', language = 'sv'`)
    const sent = await call<MessageView>('messages.get', { id })
    expect(sent).toMatchObject({ to: 'old@example.org', language: 'de', state: 'sent', html: expect.stringContaining('<html lang="de">') })
    await expect(call('messages.get', { id: '0190a0a0-0000-7000-8000-000000000000' })).rejects.toThrow('message_missing')
  })

  test('MSG-04 previews a template in a language, with an account’s data where there is some', async () => {
    const account = desk.account()
    plan('real', account)
    expect(await call('messages.templates')).toEqual([{ template: 'test.letter', rule: 'MSG-01' }])
    expect(await call('messages.preview', { template: 'test.letter', language: 'cs', account })).toMatchObject({
      subject: 'cs real',
      text: expect.stringContaining('real for Company 1'),
    })
    expect(await call('messages.preview', { template: 'test.letter', language: 'nb' })).toMatchObject({
      text: expect.stringContaining('Vennlig hilsen'),
    })
    await expect(call('messages.preview', { template: 'none', language: 'nb' })).rejects.toThrow('template_missing')
  })
})

describe('MSG-02 mail settings', () => {
  test('the password never enters the database and is forgotten with its user', async () => {
    await call('settings.set_mail', mail({ transport: 'smtp', host: 'localhost', port: 2525, user: 'reeve', password: 'secret of the mail' }))
    expect(await call<MailSettings>('settings.mail')).toMatchObject({
      transport: 'smtp',
      host: 'localhost',
      user: 'reeve',
      passwordHeld: true,
      passwordKept: false,
    })
    expect(
      JSON.stringify(desk.services.db.all('SELECT * FROM setting UNION ALL SELECT id, body FROM entry UNION ALL SELECT entry_id, json FROM detail')),
    ).not.toContain('secret of the mail')
    await call('settings.set_mail', mail({ transport: 'smtp', host: 'localhost', port: 2525, user: 'reeve' }))
    expect((await call<MailSettings>('settings.mail')).passwordHeld).toBe(true)
    await call('settings.set_mail', mail())
    expect((await call<MailSettings>('settings.mail')).passwordHeld).toBe(false)
  })

  test('refuses a missing host, an unusable sender, and a simulation mailing off this machine', async () => {
    const smtp = { transport: 'smtp', host: '127.0.0.1', port: 25 }
    await expect(call('settings.set_mail', mail({ ...smtp, host: null }))).rejects.toThrow('mail_host_missing')
    await expect(call('settings.set_mail', mail({ ...smtp, host: 'a b' }))).rejects.toThrow('mail_host_missing')
    await expect(call('settings.set_mail', mail({ ...smtp, from: 'x@y\r\nBcc: z@example.com' }))).rejects.toThrow('mail_sender_invalid')
    for (const host of ['mail.example.com', '10.0.0.1', 'localhost.example.com', '127.0.0.1.example.com']) {
      await expect(call('settings.set_mail', mail({ ...smtp, host }))).rejects.toThrow('simulation_mail_loopback_only')
    }
    desk.services = { ...desk.services, workspace: { ...desk.services.workspace, simulation: false } }
    await expect(call('settings.set_mail', mail({ ...smtp, host: 'mail.example.com', user: 'reeve' }))).rejects.toThrow('mail_password_unprotected')
    await expect(call('settings.set_mail', mail({ ...smtp, host: 'mail.example.com', user: 'reeve', security: 'starttls' }))).resolves.toBeNull()
    await expect(call('settings.set_mail', mail(), ['support'])).rejects.toThrow('role_missing')
  })

  test('the test connects and signs in, and sends nothing', async () => {
    await expect(call('settings.test_mail')).rejects.toThrow('no_transport')
    server = await mailServer()
    await call('settings.set_mail', mail({ transport: 'smtp', host: '127.0.0.1', port: server.port }))
    expect(await call('settings.test_mail')).toEqual({ ok: true, problem: null })
    expect(server.taken).toEqual([])
    await server.close()
    server = null
    expect(await call('settings.test_mail')).toEqual({ ok: false, problem: 'connection_refused' })
  })
})

describe('MSG-05 directives', () => {
  test('are listed with what the platform was told, and counted while they wait', async () => {
    const account = desk.account()
    desk.unit((unit) => issueDirective(unit, account, 'plan_changed', { to: 'startup' }))
    expect(directiveStatus(desk.services.db)).toEqual({ waiting: 1, failed: 0 })
    await directiveCourier(desk.services).dispatch(never)
    expect((await call<Page<DirectiveRow>>('directives.list', { account })).rows).toMatchObject([
      { seq: 1, kind: 'plan_changed', payload: { to: 'startup' }, state: 'handed', accountId: 'A-1', handedAt: desk.now },
    ])
    expect((await call<Page<DirectiveRow>>('directives.list', { state: 'planned' })).rows).toEqual([])
    await call('settings.set_directives', { target: 'none' })
    expect(await call('settings.directives')).toEqual({ target: 'none', folder: join(desk.folder, 'directives') })
  })
})
