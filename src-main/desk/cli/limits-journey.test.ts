import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mailServer } from '@kernel/outbox/testing/mail-server'
import { line, type Line } from './testing/desk-line'

interface Case {
  account_id: string
  id: string
  version: number
  state: string
  day: number
  warnings: { n: number; sent_at: string }[]
  next_step: string
  waits_for: string
}
interface Rows<T> {
  rows: T[]
  total: number
}
interface Steps {
  steps: { at: string; feature: string; step: string; entity: string; rule: string }[]
  counts: Record<string, number>
}

const START = '2026-11-02T06:00:00Z'
let at: Line
beforeEach(() => (at = line()))
afterEach(() => at.remove())

const casesBy = async (): Promise<Record<string, Case>> =>
  Object.fromEntries((await at.call<Rows<Case>>('list', 'limits')).json.rows.map((row) => [row.account_id, row]))
const usage = (name: string, seen: string, ...rows: string[]): string =>
  at.file(name, 'account_id,resource,used,observed_at', ...rows.map((row) => `${row},${seen}`))

/** Free, on a plan the next holds, on one where a tier must be skipped, and one that will mend itself. */
async function fourOver(mail: string): Promise<string[]> {
  await at.call('create', '--simulation', '--at', START, '--mail', mail)
  const plans = at.file(
    'plans.csv',
    'plan_id,name,rank,paid,price_minor,currency,limits',
    'free,Free,0,no,,,contacts=2000',
    'startup,Startup,1,yes,3900,EUR,contacts=5000',
    'webinar,Webinar,2,yes,7900,EUR,contacts=10000',
    'unlimited,Unlimited,3,yes,12900,EUR,contacts=',
  )
  const account = (id: string, plan: string): string => `${id},Firma ${id},DE,${id}@firma.example,de,Europe/Berlin,${plan},2025-01-01T00:00:00Z`
  const accounts = at.file(
    'accounts-today.csv',
    'account_id,company,country,email,language,time_zone,plan_id,created_at',
    account('free', 'free'),
    account('paid', 'startup'),
    account('skips', 'startup'),
    account('mends', 'free'),
  )
  return [usage('usage.csv', START, 'free,contacts,2001', 'paid,contacts,5200', 'skips,contacts,10240', 'mends,contacts,2500'), accounts, plans]
}

test(
  'LIM-03 to LIM-08 by command line: three warnings on three days, then restriction on Free, upgrade on a paid plan, approval for a skipped tier; one resolved on day 3',
  { timeout: 300_000 },
  async () => {
    const files = await fourOver('folder')
    const taken = await at.call('import', ...files)
    expect(taken.status).toBe(0)
    expect(taken.json).toMatchObject({ consequences: { casesOpened: 4 }, waitingForAdmin: false })
    const foreseen = (await at.call<Steps>('run', '--until', '2026-11-08T00:00:00Z', '--dry-run')).json

    await at.call('run', '--until', '2026-11-04T05:00:00Z')
    expect(await casesBy()).toMatchObject({ free: { day: 3, state: 'warning', next_step: 'warning', waits_for: 'clock' } })
    const mended = await at.call('import', usage('usage-mended.csv', '2026-11-04T04:00:00Z', 'mends,contacts,2000'))
    expect(mended.json).toMatchObject({ consequences: { casesResolved: 1 } })

    const run = (await at.call<Steps>('run', '--until', '2026-11-08T00:00:00Z')).json
    const others = ({ steps }: Steps): unknown[] => steps.filter(({ entity }) => entity !== 'mends').filter(({ at: when }) => when > '2026-11-04T05')
    expect(others(run)).toEqual(others(foreseen))
    expect(run.steps.filter(({ step }) => !step.startsWith('warn')).map(({ entity, step }) => `${entity} ${step}`)).toEqual([
      'free restrict',
      'paid upgrade',
      'skips ask_approval',
    ])

    const cases = await casesBy()
    expect(cases).toMatchObject({
      free: { state: 'enforced' },
      paid: { state: 'enforced' },
      skips: { state: 'approval', waits_for: 'approval' },
      mends: { state: 'resolved' },
    })
    for (const id of ['free', 'paid', 'skips']) expect(new Set(cases[id]!.warnings.map(({ sent_at: sent }) => sent.slice(0, 10))).size).toBe(3)
    const accounts = (
      await at.call<Rows<{ account_id: string; plan_id: string; status: string; capabilities: Record<string, boolean> }>>('list', 'accounts')
    ).json.rows
    expect(accounts.find(({ account_id: id }) => id === 'paid')).toMatchObject({ plan_id: 'webinar', status: 'active' })
    const restricted = accounts.find(({ account_id: id }) => id === 'free')!
    expect(restricted.status).toBe('restricted')
    expect(Object.keys(restricted.capabilities).filter((name) => restricted.capabilities[name] === false)).toEqual([
      'opt_ins',
      'payments',
      'create_newsletters',
      'send_scheduled',
      'import_contacts',
    ])

    const still = await at.call(
      'import',
      at.file(
        'accounts-late.csv',
        'account_id,company,country,email,language,time_zone,plan_id,created_at,observed_at',
        'paid,Firma paid,DE,paid@firma.example,de,Europe/Berlin,startup,2025-01-01T00:00:00Z,2026-11-06T00:00:00Z',
      ),
    )
    expect(still.json).toMatchObject({ files: [{ awaited: 1, changed: 0, bad: 0 }] })

    const back = await at.call<Steps>('run', '--at', '2026-11-03T00:00:00Z')
    expect(back.json.steps).toEqual([])
    const mails = readdirSync(join(at.store, 'outgoing')).filter((name) => name.endsWith('.eml'))
    const sent = (await at.call<Rows<{ message_id: string }>>('list', 'messages', '--filter', '{"state":"sent"}')).json
    expect(mails.length).toBe(sent.total)
    const ids = await Promise.all(mails.map(async (name) => (await simpleParser(readFileSync(join(at.store, 'outgoing', name)))).messageId))
    expect(new Set(ids)).toEqual(new Set(sent.rows.map(({ message_id: id }) => id)))
    expect(await at.call('verify')).toMatchObject({ status: 0, json: { ok: true, firstBroken: null, differences: [] } })
  },
)

test('LIM-16 MSG-01 by a real mail server: a permanent bounce stops the process; nobody unreached is restricted', { timeout: 300_000 }, async () => {
  const server = await mailServer()
  try {
    await at.call('import', ...(await fourOver(`smtp://127.0.0.1:${server.port}`)))
    await at.call('run', '--until', '2026-11-03T12:00:00Z')
    expect(server.taken.length).toBe(8)
    const messages = (await at.call<Rows<{ account_id: string; message_id: string }>>('list', 'messages', '--filter', '{"account_id":"free"}')).json
      .rows
    const bounced = at.file('bounces.csv', 'message_id,at,permanent', `${messages.at(-1)!.message_id},2026-11-03T12:30:00Z,yes`)
    expect(await at.call('import', bounced, '--at', '2026-11-03T13:00:00Z')).toMatchObject({ status: 0 })
    const { steps } = (await at.call<Steps>('run', '--until', '2026-11-09T00:00:00Z')).json
    expect(steps.filter(({ entity }) => entity === 'free')).toEqual([])
    expect(await casesBy()).toMatchObject({ free: { state: 'unreachable', waits_for: 'address' } })
    expect(new Set(server.taken.map((raw) => /^message-id: (.*)$/im.exec(raw)?.[1])).size).toBe(server.taken.length)
  } finally {
    await server.close()
  }
})

test('MSG-02 without a way to send mail, warnings wait and nobody is enforced', { timeout: 300_000 }, async () => {
  await at.call('import', ...(await fourOver('none')))
  const { steps } = (await at.call<Steps>('run', '--until', '2026-11-12T00:00:00Z')).json
  expect(new Set(steps.map(({ step }) => step))).toEqual(new Set(['warn 1']))
  expect(await casesBy()).toMatchObject({ free: { state: 'warning', warnings: [], waits_for: 'no_transport' } })
})
