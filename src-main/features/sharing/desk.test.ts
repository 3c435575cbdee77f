import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, START, testWorkspace, type TestWorkspace } from '@desk/testing/test-workspace'

let workspace: TestWorkspace
const iso = (at: number): string => new Date(at).toISOString()
const take = (kind: string, ...rows: string[]) => workspace.take(kind, ...rows)
let now = START

const ACCOUNTS = 'account_id,company,registration_no,country,street,city,postal_code,email,phone,language,time_zone,plan_id,team_id,created_at'
const account = (id: string, team = 'T-1', phone = '+420777123456'): string =>
  `${id},${id} s.r.o.,05258553,CZ,Hlavní 1,Praha,11000,${id.toLowerCase()}@example.com,${phone},cs,Europe/Prague,free,${team},2026-01-01T00:00:00Z`
const ACCEPT = 'account_id,from_account_id,accepted,changed_at'
const STRATEGIES = 'strategy_id,account_id,name,kind,active'
const AUTOMATIONS = 'automation_id,account_id,strategy_id,link_id,receiver_account_id,strategy_group_id,sms_text,wait_minutes,terms,terms_url'
const click = (id: string, lead: string, at: number, sent = '', agent = ''): string => `${id},${lead},L-1,${iso(at)},${sent},${agent}`
const clicks = (...rows: string[]) => take('clicks', 'click_id,lead_id,link_id,clicked_at,sent_at,user_agent', ...rows)

beforeEach(async () => {
  now = START
  workspace = await testWorkspace()
  await take('teams', 'team_id,name', 'T-1,One', 'T-2,Two')
  await take('accounts', ACCOUNTS, account('S'), account('R'))
  await take('addons', 'account_id,addon,from,until', 'S,lead_sharing,2026-11-01,', 'R,lead_sharing,2026-11-01,2026-11-30')
  await take('lead_acceptances', ACCEPT, 'R,S,true,2026-11-02T00:00:00Z')
  await take('strategies', STRATEGIES, 'ST-S,S,Own,personal,true', 'ST-R,R,Target,personal,true')
  await take('strategy_groups', 'strategy_group_id,strategy_id,name,active', 'SG-R,ST-R,New,true')
  await take('links', 'link_id,account_id,url', 'L-1,S,https://s.example/x')
  await take('automations', AUTOMATIONS, 'A-1,S,ST-S,L-1,R,SG-R,Hello {{link}} {{terms}},10,generated,')
  await take(
    'leads',
    'lead_id,account_id,name,phone,email,opted_out,created_at',
    ...[1, 2, 3, 4, 5].map((n) => `P-${n},S,Lead ${n},+42060000000${n},p${n}@mail.example.org,false,2026-11-10T00:00:00Z`),
  )
})
afterEach(async () => {
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true, differences: [] })
  await workspace.close()
})

const goTo = async (at: number): Promise<void> => {
  now = at
  workspace.desk.setClock(at)
  await workspace.desk.tick()
}
const setup = () => workspace.call('sharing.get', { automationId: 'A-1' })
const waits = async (): Promise<string[]> =>
  (await setup()).steps.flatMap(({ conditions }) => conditions.filter(({ met }) => !met).map(({ name }) => name))
const states = async (): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await workspace.call('sharing.deliveries', { automationId: 'A-1' })).rows.map(({ leadId, state, why }) => [
      leadId,
      why === null ? state : `${state} ${why}`,
    ]),
  )
const directives = (kind: string): number =>
  workspace.desk.services.db.get<{ n: number }>('SELECT count(*) AS n FROM directive WHERE kind = ?', kind)!.n
const templates = (): string[] =>
  workspace.desk.services.db
    .all<{ template: string }>("SELECT template FROM message WHERE template LIKE 'sharing.%' ORDER BY id")
    .map((row) => row.template)

describe('lead sharing through the desk', () => {
  it('SHR-02, SHR-05 shares once everything holds: once per lead and automation, however often it is clicked and imported', async () => {
    expect(await setup()).toMatchObject({ state: 'active', companyFields: [], sms: { encoding: 'gsm7', parts: 1, termsMissing: false } })
    await clicks(click('C-1', 'P-1', START - HOUR), click('C-2', 'P-1', START - HOUR + 5000))
    await clicks(click('C-1', 'P-1', START - HOUR))
    await clicks(click('C-3', 'P-1', START))
    expect(await states()).toEqual({ 'P-1': 'delivered' })
    expect(directives('lead_delivered')).toBe(1)
    const [row] = (await workspace.call('sharing.deliveries', { automationId: 'A-1' })).rows
    expect(row).toMatchObject({ message: 'Hello {{link}} {{terms}}', missing: [] })
    expect(row!.held).toHaveLength(14)
    expect(await workspace.call('sharing.what_if', { automationId: 'A-1', leadId: 'P-1' })).toMatchObject({ outcome: 'already' })
    expect(await workspace.call('sharing.what_if', { automationId: 'A-1', leadId: 'P-2' })).toMatchObject({ outcome: 'deliver', why: null })
  })

  it('SHR-06 pauses when the add-on lapses, says so to both, and delivers nothing of the pause, however late it is reported', async () => {
    const lapsed = Date.parse('2026-12-01T00:00:00+01:00')
    await goTo(lapsed - 1)
    expect((await setup()).state).toBe('active')
    await goTo(lapsed)
    expect([(await setup()).state, await waits(), templates()]).toEqual(['paused', ['receiver_addon'], ['sharing.paused', 'sharing.paused']])
    await goTo(lapsed + DAY)
    await clicks(click('C-1', 'P-1', now))
    await goTo(lapsed + 2 * DAY)
    await take('addons', 'account_id,addon,from,until', 'R,lead_sharing,2026-12-03,')
    expect((await setup()).state).toBe('active')
    await clicks(click('C-1', 'P-1', lapsed + DAY), click('C-2', 'P-2', lapsed + DAY))
    expect(await states()).toEqual({ 'P-1': 'refused not_active', 'P-2': 'refused clicked_in_pause' })
    await clicks(click('C-3', 'P-1', now))
    expect(await states()).toMatchObject({ 'P-1': 'delivered' })
  })

  it.each([
    ['the team', () => take('accounts', ACCOUNTS, account('R', 'T-2')), () => take('accounts', ACCOUNTS, account('R')), 'same_team'],
    [
      'the consent',
      () => take('lead_acceptances', ACCEPT, 'R,S,false,2026-11-23T07:00:00Z'),
      () => take('lead_acceptances', ACCEPT, 'R,S,true,2026-11-23T07:30:00Z'),
      'receiver_acceptance',
    ],
    [
      'the target',
      () => take('strategies', STRATEGIES, 'ST-R,R,Target,personal,false'),
      () => take('strategies', STRATEGIES, 'ST-R,R,Target,personal,true'),
      'target_strategy',
    ],
    [
      'the personal strategy',
      () => take('strategies', STRATEGIES, 'ST-S,S,Own,shared,true'),
      () => take('strategies', STRATEGIES, 'ST-S,S,Own,personal,true'),
      'sender_strategy_personal',
    ],
    ['company data', () => take('accounts', ACCOUNTS, account('R', 'T-1', 'x')), () => take('accounts', ACCOUNTS, account('R')), 'company_data'],
  ])('SHR-06 pauses without %s and resumes with it', async (_what, away, back, name) => {
    await away()
    expect([(await setup()).state, await waits()]).toEqual(['paused', [name]])
    await back()
    expect([(await setup()).state, await waits()]).toEqual(['active', []])
  })

  it('SHR-06 refuses what was clicked between a withdrawn and a renewed consent, by their own times', async () => {
    await take('lead_acceptances', ACCEPT, 'R,S,false,2026-11-23T07:00:00Z')
    await take('lead_acceptances', ACCEPT, 'R,S,true,2026-11-23T07:30:00Z')
    await clicks(click('C-1', 'P-1', Date.parse('2026-11-23T07:10:00Z')), click('C-2', 'P-2', Date.parse('2026-11-23T07:40:00Z')))
    expect(await states()).toEqual({ 'P-1': 'refused clicked_in_pause', 'P-2': 'delivered' })
  })

  it('SHR-09 never delivers who opted out or stands on a list, and holds scanners and bursts for a person', async () => {
    await take(
      'suppressions',
      'account_id,channel,value,added_at',
      'S,phone,00420 600 000 001,2026-11-01T00:00:00Z',
      'R,domain,@EXAMPLE.org,2026-11-01T00:00:00Z',
    )
    await clicks(click('C-1', 'P-1', START), click('C-2', 'P-2', START))
    expect(await states()).toEqual({ 'P-1': 'refused sender_blocklist', 'P-2': 'refused receiver_blocklist' })
    await take('suppressions', 'account_id,channel,value,added_at,removed_at', `R,domain,example.org,2026-11-01T00:00:00Z,${iso(START - DAY)}`)
    await take('leads', 'lead_id,account_id,opted_out,created_at', 'P-3,S,true,2026-11-10T00:00:00Z')
    await clicks(
      click('C-3', 'P-3', START),
      click('C-4', 'P-4', START, iso(START - 3000)),
      click('C-5', 'P-5', START, iso(START - HOUR), 'Slackbot 1.0'),
    )
    expect(await states()).toMatchObject({ 'P-3': 'refused opted_out', 'P-4': 'quarantined burst', 'P-5': 'quarantined link_scanner' })
    expect(directives('lead_delivered')).toBe(0)
    const { rows } = await workspace.call('sharing.deliveries', { automationId: 'A-1', state: 'quarantined' })
    const input = (n: number) => ({ id: rows[n]!.id, version: rows[n]!.version, reason: 'Looked at it' })
    const support = { session: workspace.as('support') }
    expect(await workspace.refused('sharing.release', input(0), { session: workspace.as('reviewer') })).toMatchObject({ code: 'role_missing' })
    await workspace.call('sharing.release', input(0), support)
    await workspace.call('sharing.dismiss', input(1), support)
    expect(await workspace.refused('sharing.release', input(0), support)).toMatchObject({ code: 'delivery_changed' })
    expect(
      Object.values(await states())
        .sort()
        .slice(0, 2),
    ).toEqual(['delivered', 'refused found_false'])
  })

  it('SHR-10 recalls what was delivered of a lead whose data is erased, until the receiver acknowledges it', async () => {
    await clicks(click('C-1', 'P-1', START), click('C-2', 'P-2', START))
    const gone = ['lead_id,account_id,name,created_at,removed_at', `P-1,S,Lead 1,2026-11-10T00:00:00Z,${iso(START)}`] as const
    await take('leads', ...gone)
    await take('leads', ...gone)
    expect([await states(), directives('lead_recalled'), templates()]).toEqual([{ 'P-1': 'recalled', 'P-2': 'delivered' }, 1, ['sharing.recall']])
    expect(workspace.desk.services.db.get('SELECT name, phone, email FROM lead WHERE removed_at IS NOT NULL')).toEqual({
      name: null,
      phone: null,
      email: null,
    })
    await workspace.call('sharing.erase_lead', { leadId: 'P-2', reason: 'Asked for it' })
    const { rows } = await workspace.call('sharing.deliveries', { automationId: 'A-1', state: 'recalled' })
    expect(rows).toHaveLength(2)
    await workspace.call('sharing.acknowledge_recall', { id: rows[0]!.id, version: rows[0]!.version, reason: 'Told us' })
    const seq = workspace.desk.services.db.get<{ seq: number }>("SELECT max(seq) AS seq FROM directive WHERE kind = 'lead_recalled'")!.seq
    expect(seq).toBeGreaterThan(0)
  })

  it('SHR-08 deletes three months after delivery, or after the end of a contract, and the record 15 years later', async () => {
    await clicks(click('C-1', 'P-1', START), click('C-2', 'P-2', START), click('C-3', 'P-3', START))
    await take('contracts', 'lead_id,account_id,concluded_at,ended_at', `P-2,R,${iso(START)},`, `P-3,R,${iso(START)},2026-12-23T12:00:00Z`)
    await goTo(Date.parse('2027-02-23T09:00:00Z'))
    expect(await states()).toEqual({ 'P-1': 'erased', 'P-2': 'delivered', 'P-3': 'delivered' })
    await goTo(Date.parse('2027-03-23T12:00:00Z'))
    expect(await states()).toMatchObject({ 'P-2': 'delivered', 'P-3': 'erased' })
    expect(directives('lead_recalled')).toBe(2)
  })
})
