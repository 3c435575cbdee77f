import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mailServer, type MailServer } from '@kernel/outbox/testing/mail-server'
import { DAY, HOUR, START, testWorkspace, type TestWorkspace } from './testing/test-workspace'

let workspace: TestWorkspace
let server: MailServer
beforeEach(async () => {
  workspace = await testWorkspace()
  server = await mailServer()
})
afterEach(async () => {
  await workspace.close()
  await server.close()
})

const smtp = () =>
  ({
    transport: 'smtp',
    host: '127.0.0.1',
    port: server.port,
    security: 'none',
    user: null,
    password: null,
    from: 'konten@example.com',
    company: 'Platform',
  }) as const

test('MSG-01 LIM-04 warnings and the restriction reach a real mail server in the customer’s language, directives their folder, results come back, and all of it verifies', async () => {
  await workspace.call('settings.set_mail', smtp())
  await workspace.take('plans', 'plan_id,name,rank,paid,limits', 'free,Free,0,false,contacts=2000', 'startup,Startup,1,true,contacts=5000')
  await workspace.take(
    'accounts',
    'account_id,company,country,email,language,time_zone,plan_id,created_at',
    'a-1,Müller & Söhne <GmbH>,DE,anna@example.org,de,Europe/Berlin,free,2024-01-01T00:00:00Z',
  )
  await workspace.take('usage', 'account_id,resource,used,observed_at', 'a-1,contacts,2500,2026-11-23T07:00:00Z')
  await workspace.desk.services.advance!(START + 4 * DAY)

  const mails = await Promise.all(server.taken.map((raw) => simpleParser(raw)))
  expect(mails).toHaveLength(4)
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(4)
  expect(new Set(mails.slice(0, 3).map(({ date }) => date?.toISOString().slice(0, 10))).size).toBe(3)
  for (const mail of mails) {
    expect(mail.text).toContain('Guten Tag Müller & Söhne <GmbH>,')
    expect(mail.html).toContain('Müller &amp; Söhne &lt;GmbH&gt;')
    expect(`${mail.subject} ${mail.text}`).not.toMatch(/\{\{|undefined|null|NaN/)
  }

  const lines = readdirSync(join(workspace.folder, 'directives'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(workspace.folder, 'directives', file), 'utf8')
        .trimEnd()
        .split('\n'),
    )
    .map((line) => JSON.parse(line) as { account_id: string; seq: number; kind: string })
  expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_line, index) => index + 1))
  expect(lines.map(({ kind }) => kind)).toContain('capabilities_off')
  await workspace.take(
    'directive_results',
    'account_id,seq,status,at',
    ...lines.map(({ account_id, seq }) => `${account_id},${seq},done,2026-11-27T09:00:00Z`),
  )
  const rows = (await workspace.call('directives.list', { limit: 100 })).rows
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['done']))

  const verified = await workspace.call('journal.verify', {})
  expect(verified).toMatchObject({ ok: true })
}, 60_000)

test('MSG-03 LIM-04 a mail server that is away for two days shifts the days; nothing is lost or doubled', async () => {
  await workspace.call('settings.set_mail', smtp())
  const { port } = server
  await workspace.take('plans', 'plan_id,name,rank,paid,limits', 'free,Free,0,false,contacts=2000')
  await workspace.take(
    'accounts',
    'account_id,company,country,email,language,time_zone,plan_id,created_at',
    'a-1,One,SE,one@example.org,sv,Europe/Stockholm,free,2024-01-01T00:00:00Z',
  )
  await workspace.take('usage', 'account_id,resource,used,observed_at', 'a-1,contacts,2500,2026-11-23T07:00:00Z')
  await workspace.desk.services.advance!(START + 2 * HOUR)
  expect(server.taken).toHaveLength(1)
  await server.close()
  await workspace.desk.services.advance!(START + 3 * DAY)
  expect((await workspace.call('scheduler.status', {})).mail).toMatchObject({ lastProblem: 'connection_refused' })
  server = await mailServer()
  await workspace.call('settings.set_mail', { ...smtp(), port: server.port })
  expect(port).not.toBe(server.port)
  await workspace.desk.services.advance!(START + 8 * DAY)
  expect(server.taken).toHaveLength(3)
  expect((await workspace.call('limits.list', { tab: 'restricted', limit: 10 })).rows).toHaveLength(1)
}, 60_000)
