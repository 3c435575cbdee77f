import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ACCOUNT_HEADER, accountLine, importDesk, PLANS, type ImportDesk } from './import-desk'

const DAY = 86_400_000
let test: ImportDesk
let nth = 0
beforeEach(async () => {
  test = importDesk()
  await test.import([test.file('plans.csv', PLANS), test.file('accounts.csv', [ACCOUNT_HEADER, accountLine('A1'), accountLine('A2')])])
})
afterEach(() => test.close())

const HEADERS = {
  mailboxes: 'mailbox_id,account_id,address,status,changed_at',
  crms: 'crm_id,account_id,name,status,changed_at',
  blocklist_syncs: 'sync_id,crm_id,started_at,finished_at,newly_blocked',
  segments: 'segment_id,account_id,name,mailbox_id,wanted',
  invoices: 'invoice_id,account_id,number,amount_minor,currency,due_on,paid_minor,credited_minor,disputed',
}
const take = async (kind: keyof typeof HEADERS, ...lines: string[]) => {
  const result = await test.import([test.file(`${kind}-${(nth += 1)}.csv`, [HEADERS[kind], ...lines])])
  return { ...result.files[0]!, ...result.consequences }
}
const segments = (): Promise<number> =>
  take('mailboxes', 'M1,A1,a@a1.example,connected,2026-11-01T08:00:00Z').then(async () => {
    await take('segments', 'S1,A1,One,M1,yes', 'S2,A1,Two,,yes', 'S3,A1,Three,,no', 'T1,A2,Other,,yes')
    return 4
  })
const db = () => test.desk.services.db
const holds = (): string[] =>
  db()
    .all<{ line: string }>(
      `SELECT x.external || ' ' || h.cause AS line FROM segment_hold h JOIN external_id x ON x.entity = h.segment WHERE h.released_at IS NULL ORDER BY 1`,
    )
    .map(({ line }) => line)
const messages = (): string[] => db().all<{ template: string }>("SELECT template FROM message WHERE template GLOB 'segments.*' ORDER BY id").map(({ template }) => template.slice(9))
const directives = (): unknown[] =>
  db()
    .all<{ kind: string; payload: string }>('SELECT kind, payload FROM directive ORDER BY account, seq')
    .map(({ kind, payload }) => [kind, JSON.parse(payload) as unknown])
const run = (until: string) => test.call<{ steps: number }>('scheduler.advance', { until: Date.parse(until) })
const refused = (op: string, input: unknown) => test.call(op, input).then(() => null, (thrown: { answer: { code: string; params: unknown } }) => thrown.answer)
const intact = async () => {
  const { checkReplay } = await import('@kernel/journal/index')
  const { catalog, decisionTables } = test.desk.services
  const replay = checkReplay(db(), catalog.events, decisionTables)
  let next = replay.next()
  while (next.done !== true) next = replay.next()
  return next.value
}

describe('connections', () => {
  it('SEG-01 SEG-02 a disconnected mailbox holds the segments that send through it, with one message; reconnected they run by themselves', async () => {
    await segments()
    expect(await take('mailboxes', 'M1,A1,a@a1.example,disconnected,2026-11-02T08:00:00Z')).toMatchObject({ changed: 1, holdsPlaced: 1 })
    expect([holds(), messages()]).toEqual([['S1 mailbox'], ['held']])
    await take('mailboxes', 'M1,A1,a@a1.example,connected,2026-11-02T08:30:00Z')
    expect([holds(), messages()]).toEqual([[], ['held', 'released']])
    expect(directives()).toEqual([
      ['segments_held', { cause: 'mailbox', segments: ['S1'] }],
      ['segments_released', { cause: 'mailbox', segments: ['S1'], running: ['S1'] }],
    ])
  })

  it('SEG-05 a CRM holds everything until a sync that began at or after the reconnection has finished', async () => {
    await segments()
    await take('crms', 'C1,A1,Hub,disconnected,2026-11-02T08:00:00Z')
    expect([holds(), messages()]).toEqual([['S1 crm', 'S2 crm', 'S3 crm'], ['held']])
    await take('crms', 'C1,A1,Hub,connected,2026-11-02T08:30:00Z')
    await take('blocklist_syncs', 'Y1,C1,2026-11-02T08:29:59Z,2026-11-02T08:40:00Z,3', 'Y2,C1,2026-11-02T08:30:00Z,,')
    expect(holds()).toHaveLength(3)
    await take('blocklist_syncs', 'Y2,C1,2026-11-02T08:30:00Z,2026-11-02T08:45:00Z,7')
    expect([holds(), messages()]).toEqual([[], ['held', 'released']])
    expect(db().get("SELECT newly_blocked AS n FROM hold_source WHERE cause = 'crm'")).toEqual({ n: 7 })
    expect(directives().at(-1)).toEqual(['segments_released', { cause: 'crm', segments: ['S1', 'S3', 'S2'], running: ['S1', 'S2'] }])
    expect(await intact()).toEqual([])
  })

  it('SEG-05 with several CRMs all must be connected and synced', async () => {
    await segments()
    await take('crms', 'C1,A1,Hub,disconnected,2026-11-02T08:00:00Z', 'C2,A1,Two,disconnected,2026-11-02T08:00:00Z')
    await take('crms', 'C1,A1,Hub,connected,2026-11-02T08:10:00Z', 'C2,A1,Two,connected,2026-11-02T08:10:00Z')
    await take('blocklist_syncs', 'Y1,C1,2026-11-02T08:20:00Z,2026-11-02T08:21:00Z,0')
    expect(holds()).toEqual(['S1 crm', 'S2 crm', 'S3 crm'])
    await take('blocklist_syncs', 'Y2,C2,2026-11-02T08:20:00Z,2026-11-02T08:21:00Z,0')
    expect(holds()).toEqual([])
  })

  it('SEG-05 where the policy asks for a click, segments wait for it', async () => {
    await segments()
    await test.call('segments.set_settings', { noticeHours: 24, segmentDays: 7, accountDays: 30, clicks: ['mailbox'] })
    await take('mailboxes', 'M1,A1,a@a1.example,disconnected,2026-11-02T08:00:00Z')
    await take('mailboxes', 'M1,A1,a@a1.example,connected,2026-11-02T08:30:00Z')
    expect([holds(), messages()]).toEqual([['S1 mailbox'], ['held']])
    expect(await test.call('segments.confirm_release', { source: 'M1', reason: 'Looked at it' })).toEqual({ released: 1 })
    expect([holds(), messages()]).toEqual([[], ['held', 'released']])
  })

  it('SEG-03 SEG-04 holds stack; releasing one leaves the others, and nobody switches on what is held', async () => {
    await segments()
    await take('mailboxes', 'M1,A1,a@a1.example,disconnected,2026-11-02T08:00:00Z')
    const preview = await test.call<{ fingerprint: string; changes: { segmentId: string; activeBefore: boolean }[] }>('segments.preview', {
      act: 'hold',
      selection: { accounts: ['A1'] },
    })
    expect(preview.changes.map(({ segmentId, activeBefore }) => [segmentId, activeBefore])).toEqual([['S1', false], ['S3', false], ['S2', true]])
    const { fingerprint } = preview
    expect(await test.call('segments.hold', { selection: { accounts: ['A1'] }, reason: 'Complaints', fingerprint })).toEqual({ held: 3, messages: 1 })
    expect(await refused('segments.hold', { selection: { accounts: ['A1'] }, reason: 'Complaints', fingerprint })).toMatchObject({ code: 'preview_outdated' })
    expect(await refused('segments.switch_on', { segment: 'S1' })).toMatchObject({ code: 'segment_held', params: { holds: ['mailbox', 'operator'] } })
    expect(await test.call('segments.release', { selection: { all: true }, reason: 'Settled' })).toEqual({ released: 3, messages: 1 })
    expect(holds()).toEqual(['S1 mailbox'])
    expect(await refused('segments.release', { selection: { all: true }, reason: 'Settled' })).toMatchObject({ code: 'nothing_to_release' })
    expect(await intact()).toEqual([])
  })
})

describe('invoices', () => {
  const invoice = (paid = '', credited = '', disputed = '') => take('invoices', `I1,A1,2026-17,10000,EUR,2026-11-01,${paid},${credited},${disputed}`)
  const mayRun = () => db().get("SELECT 1 FROM capability_reason WHERE cause = 'invoice'") === undefined

  it('SEG-07 CAP-02 seven days overdue stop the segments, thirty the account; what is paid in part stays, credit notes count', async () => {
    await segments()
    await invoice()
    await run('2026-11-07T22:59:59Z')
    expect(holds()).toEqual([])
    await run('2026-11-07T23:00:00Z')
    expect([holds(), messages(), mayRun()]).toEqual([['S1 invoice', 'S2 invoice', 'S3 invoice'], ['held'], true])
    await invoice('4000')
    await run('2026-11-30T23:00:00Z')
    expect([holds().length, messages(), mayRun()]).toEqual([3, ['held', 'held'], false])
    await invoice('4000', '6000')
    expect([holds(), messages(), mayRun()]).toEqual([[], ['held', 'held', 'released'], true])
    expect(await intact()).toEqual([])
  })

  it('SEG-07 a dispute stops the escalation, not what lies', async () => {
    await segments()
    await invoice()
    await run('2026-11-08T12:00:00Z')
    await invoice('', '', 'yes')
    await run('2026-12-15T12:00:00Z')
    expect([holds().length, mayRun()]).toEqual([3, true])
    await invoice('', '', 'no')
    expect(mayRun()).toBe(false)
  })

  it('SEG-07 only the segments that the operator chose stop, until the whole account does', async () => {
    await segments()
    await invoice()
    await test.call('segments.choose_for_invoices', { account: 'A1', segments: ['S2'], reason: 'Agreed' })
    await run('2026-11-08T12:00:00Z')
    expect(holds()).toEqual(['S2 invoice'])
    await run('2026-12-02T12:00:00Z')
    expect(holds()).toEqual(['S1 invoice', 'S2 invoice', 'S3 invoice'])
  })
})

describe('maintenance', () => {
  const at = (iso: string) => Date.parse(iso)
  const plan = (startsAt: number, endsAt: number, more: object = {}) =>
    test.call<{ id: string; segments: number }>('segments.plan_maintenance', { selection: { segments: ['S1', 'T1'] }, startsAt, endsAt, text: 'A new index', ...more })

  it('SEG-06 is announced a day before, starts, is extended, ends early, and says so once to each account', async () => {
    await segments()
    const { id } = await plan(at('2026-11-05T20:00:00Z'), at('2026-11-05T22:00:00Z'))
    const due = db().get<{ due: number }>("SELECT min(due_at) AS due FROM message WHERE template = 'segments.maintenance_ahead'")
    expect([messages(), due]).toEqual([['maintenance_ahead', 'maintenance_ahead'], { due: at('2026-11-04T20:00:00Z') }])
    await run('2026-11-05T20:00:00Z')
    expect(holds()).toEqual(['S1 maintenance', 'T1 maintenance'])
    await test.call('segments.extend_maintenance', { id, version: 1, endsAt: at('2026-11-05T23:00:00Z'), reason: 'Slow' })
    await run('2026-11-05T22:30:00Z')
    expect(holds()).toHaveLength(2)
    await test.call('segments.end_maintenance', { id, version: 2, reason: 'Done' })
    expect(holds()).toEqual([])
    expect(messages().filter((name) => name === 'released')).toHaveLength(2)
    expect(await intact()).toEqual([])
  })

  it('SEG-06 sooner than a day it needs an emergency; overlapping windows stack', async () => {
    await segments()
    const now = test.desk.services.clock.now()
    expect(await refused('segments.plan_maintenance', { selection: { all: true }, startsAt: now + 3_600_000, endsAt: now + 7_200_000 })).toMatchObject({ code: 'emergency_needed' })
    await plan(now, now + 7_200_000, { emergency: 'Disk fails' })
    await plan(now + 3_600_000, now + DAY, { emergency: 'Disk fails' })
    expect(holds()).toEqual(['S1 maintenance', 'T1 maintenance'])
    await run(new Date(now + 3_600_000).toISOString())
    expect(holds()).toHaveLength(4)
    await run(new Date(now + 7_200_000).toISOString())
    expect(holds()).toEqual(['S1 maintenance', 'T1 maintenance'])
    await run(new Date(now + DAY).toISOString())
    expect(holds()).toEqual([])
  })
})
