import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY, START, testWorkspace, type TestWorkspace } from '@desk/testing/test-workspace'
import { workingCalendar, instantOf } from '@kernel/calendar/index'
import type { Refusal } from '@kernel/refusal'
import { DEFAULT_CALENDAR } from '@kernel/settings/settings'
import { eraseDue, refuseDependent, requestDue, requestObstacle } from './rules'

const HEADER = 'account_id,company,country,email,language,time_zone,plan_id,billing_cycle_end,trial,created_at'
let workspace: TestWorkspace

beforeEach(async () => {
  workspace = await testWorkspace()
  await workspace.take('accounts', HEADER, 'A-1,Anker GmbH,DE,a@example.com,de,Europe/Berlin,startup,2027-08-31,,2026-01-01T00:00:00Z')
  await workspace.take(
    'contacts',
    'contact_id,account_id,name,email,settings_access',
    'C-1,A-1,Anna,anna@example.com,true',
    'C-2,A-1,Bert,bert@example.com,false',
  )
  await workspace.take('groups', 'group_id,account_id,name,receivers,created_at', 'G-1,A-1,News,10,2026-02-01T00:00:00Z')
})
afterEach(() => workspace.close())

const db = () => workspace.desk.services.db
const uuid = (kind: string, id: string): string =>
  db().get<{ entity: string }>('SELECT entity FROM external_id WHERE kind = ? AND external = ?', kind, id)!.entity
const status = (): string => db().get<{ status: string }>('SELECT status FROM account')!.status
const until = (at: number) => workspace.desk.services.advance!(at)
const code = (): string => (JSON.parse(db().get<{ said: string }>('SELECT said FROM cancellation ORDER BY id DESC')!.said) as { code: string }).code
const way = (contact = 'C-1') => ({
  accountUuid: uuid('account', 'A-1'),
  contact: uuid('contact', contact),
  meant: 'cancel' as const,
  lossUnderstood: true,
  exportOffered: true,
  reason: 'price' as const,
  questionnaire: {},
  consent: true,
})
const cancelled = async (): Promise<void> => {
  await workspace.call('cancellation.cancel', way())
  await workspace.call('cancellation.confirm', { accountUuid: uuid('account', 'A-1'), code: code() })
}
const intact = async (): Promise<void> => {
  const { ok, differences } = await workspace.call('journal.verify', {})
  expect(differences).toEqual([])
  expect(ok).toBe(true)
}

describe('cancellation', () => {
  it('CAN-01 refuses a contact without access, and changes nothing before the message’s code came back', async () => {
    expect(await workspace.refused('cancellation.cancel', way('C-2'))).toMatchObject({ code: 'requester_without_access' })
    await workspace.call('cancellation.cancel', way())
    expect(status()).toBe('active')
    expect(await workspace.refused('cancellation.confirm', { accountUuid: uuid('account', 'A-1'), code: 'x' })).toMatchObject({ code: 'code_wrong' })
    await until(START + 15 * DAY)
    expect(db().get('SELECT state FROM cancellation')).toEqual({ state: 'lapsed' })
    await intact()
  })

  it('CAN-02 CAN-06 skips no step, and a downgrade is none', async () => {
    expect(await workspace.refused('cancellation.cancel', { ...way(), consent: false })).toMatchObject({ code: 'consent_box_empty' })
    expect(await workspace.refused('cancellation.cancel', { ...way(), meant: 'downgrade' })).toMatchObject({ code: 'downgrade_instead' })
    expect(db().get('SELECT 1 FROM cancellation')).toBeUndefined()
  })

  it('CAN-03 CAP-02 leaves everything until the end of the cycle, and can be withdrawn', async () => {
    await cancelled()
    expect(status()).toBe('cancelled')
    expect(db().get("SELECT 1 FROM capability_reason WHERE cause = 'access_ended'")).toBeUndefined()
    const { accountUuid, contact } = way()
    await workspace.call('cancellation.withdraw', { accountUuid, contact, reason: 'stays' })
    expect(status()).toBe('active')
    await until(instantOf('2027-09-02', 0, 'Europe/Berlin'))
    expect(status()).toBe('active')
    await intact()
  })
})

describe('retention', () => {
  it('RET-01 RET-02 RET-08 CAP-03 LIM-13 ends, announces, is held, erases; as the dry run said; later rows are bad', async () => {
    await cancelled()
    const now = workspace.desk.services.clock.now()
    const end = instantOf('2028-03-01', 0, 'Europe/Berlin')
    const { steps } = await workspace.call('retention.dry_run', { until: end })
    const done = (await until(instantOf('2028-02-20', 0, 'Europe/Berlin'))).filter(({ feature }) => ['cancellation', 'retention'].includes(feature))
    expect(status()).toBe('ended')
    expect(db().get("SELECT 1 FROM review WHERE state <> 'moot'")).toBeUndefined()
    expect(done).toEqual(steps.slice(0, 2))
    expect(steps.map(({ step }) => step)).toEqual(['end_access', 'announce', 'erase'])
    expect(now).toBeLessThan(steps[0]!.at)
    const accountUuid = uuid('account', 'A-1')
    const { id } = await workspace.call('retention.hold', { accountUuid, until: '2028-04-30', reason: 'court case' })
    await until(instantOf('2028-03-05', 0, 'Europe/Berlin'))
    expect((await workspace.call('retention.list', {})).rows[0]).toMatchObject({
      state: 'held',
      ground: 'cancelled',
      dueAt: instantOf('2028-02-29', 1439, 'Europe/Berlin'),
    })
    await workspace.call('retention.release', { id, reason: 'settled' })
    expect((await until(instantOf('2028-03-05', 1, 'Europe/Berlin'))).map(({ step }) => step)).toContain('erase')
    expect(status()).toBe('erased')
    expect(JSON.stringify(db().all('SELECT company, email FROM account'))).not.toContain('nker')
    for (const table of ['contact', 'contact_group', 'review', 'message_content']) expect(db().get(`SELECT 1 FROM ${table}`), table).toBeUndefined()
    await intact()
    const again = await workspace.take('accounts', HEADER, 'A-1,Anker GmbH,DE,a@example.com,de,Europe/Berlin,startup,,,2026-01-01T00:00:00Z')
    expect(again.files[0]).toMatchObject({ bad: 1 })
  })

  it('RET-01 clamps month ends', () => {
    expect(eraseDue('2026-08-31', 'UTC').dueAt).toBe(Date.UTC(2027, 1, 28, 23, 59))
    expect(eraseDue('2027-08-31', 'UTC').dueAt).toBe(Date.UTC(2028, 1, 29, 23, 59))
  })

  it('RET-03 takes two independent people', () => {
    const second = { id: 'b', createdAt: 0, createdBy: 'a', resetAt: null, resetBy: null }
    const code = (first: string, person: typeof second, now: number): string => {
      try {
        refuseDependent(first, person, now)
        return 'none'
      } catch (thrown) {
        return (thrown as Refusal).code
      }
    }
    expect(code('b', second, 30 * DAY)).toBe('second_is_first')
    expect(code('a', second, 7 * DAY - 1)).toBe('second_not_independent')
    expect(code('a', second, 7 * DAY)).toBe('none')
    expect(code('c', second, 0)).toBe('none')
  })

  it('RET-03 LIM-11 lists a candidate, and deletes it once a second person has agreed and no hold stops it', async () => {
    await workspace.call('settings.set_mail', {
      transport: 'folder',
      host: null,
      port: null,
      security: 'none',
      user: null,
      password: null,
      from: 'desk@example.com',
      company: 'Platform',
    })
    const head = 'account_id,company,country,email,language,time_zone,plan_id,created_at'
    await workspace.take('accounts', head, 'A-9,Zebra,DE,z@example.com,de,Europe/Berlin,free,2026-01-01T00:00:00Z')
    await workspace.take('usage', 'account_id,resource,used,observed_at', 'A-9,contacts,2500,2026-11-23T07:00:00Z')
    await until(START + 250 * DAY)
    const accountUuid = uuid('account', 'A-9')
    const rows = async () => (await workspace.call('retention.list', {})).rows.filter((row) => row.accountUuid === accountUuid)
    expect(await rows()).toMatchObject([{ id: null, state: 'approval', ground: 'inactive' }])
    const { id } = await workspace.call('retention.propose', { accountUuid, reason: 'never seen' })
    expect(await workspace.refused('retention.approve', { id, reason: 'agreed' })).toMatchObject({ code: 'second_is_first' })
    const second = { session: workspace.as('support') }
    const hold = await workspace.call('retention.hold', { accountUuid, until: '2027-12-31', reason: 'court case' })
    expect(await workspace.refused('retention.approve', { id, reason: 'agreed' }, second)).toMatchObject({ code: 'legal_hold' })
    await workspace.call('retention.release', { id: hold.id, reason: 'settled' })
    await workspace.call('retention.approve', { id, reason: 'agreed' }, second)
    const steps = await until(START + 250 * DAY)
    expect(steps).toMatchObject([{ feature: 'retention', step: 'erase', entity: 'A-9', rule: 'RET-03' }])
    expect(await rows()).toMatchObject([{ state: 'done' }])
    await intact()
  })

  it('CAN-05 CAP-03 opens an ended account again, and nothing is erased', async () => {
    await cancelled()
    await until(instantOf('2027-09-01', 0, 'Europe/Berlin'))
    expect(status()).toBe('ended')
    const { accountUuid, contact } = way()
    await workspace.call('cancellation.reopen', { accountUuid, contact, reason: 'came back' })
    await until(instantOf('2028-04-01', 0, 'Europe/Berlin'))
    expect(status()).toBe('active')
    expect(db().get("SELECT 1 FROM review WHERE state = 'unsubmitted'")).toBeDefined()
    await intact()
  })

  it('RET-07 counts a month from receipt, on to the next working day, and three when extended', () => {
    const calendar = workingCalendar(DEFAULT_CALENDAR)
    const on = (date: string) => instantOf(date, 600, 'Europe/Berlin')
    expect(requestDue(on('2026-11-25'), false, calendar).dueAt).toBe(instantOf('2026-12-28', 1439, 'Europe/Berlin'))
    expect(requestDue(on('2026-11-25'), true, calendar).dueAt).toBe(instantOf('2027-02-25', 1439, 'Europe/Berlin'))
    const request = { receivedAt: on('2026-11-25'), extendedAt: null, role: 'controller', identity: 'unchecked' } as const
    expect(requestObstacle(request, calendar)).toBe('identity_unchecked')
    expect(requestObstacle({ ...request, role: 'processor' }, calendar)).toBe('pass_to_customer')
  })
})
