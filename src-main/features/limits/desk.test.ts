import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CaseRow } from '@contract/limits'
import { DAY, HOUR, START, testWorkspace, type TestWorkspace } from '@desk/testing/test-workspace'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await testWorkspace()
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
})
afterEach(async () => {
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true, differences: [] })
  await workspace.close()
})

const ACCOUNTS = 'account_id,company,country,email,language,time_zone,plan_id,plan_change,created_at,consumer'
const account = (id: string, plan: string, more: { change?: string; email?: string; consumer?: boolean; company?: string } = {}): string =>
  [
    id,
    more.company ?? `Company ${id}`,
    'DE',
    more.email ?? `${id}@example.com`,
    'de',
    'Europe/Berlin',
    plan,
    more.change ?? '',
    new Date(START - 400 * DAY).toISOString(),
    more.consumer === true,
  ].join(',')
const USAGE = 'account_id,resource,used,observed_at'
const usage = (id: string, used: number): string => [id, 'contacts', used, new Date(workspace.desk.services.clock.now()).toISOString()].join(',')
const rows = async (tab: 'open' | 'restricted' | 'approval' | 'closed' | 'stopped' = 'open'): Promise<CaseRow[]> =>
  (await workspace.call('limits.list', { tab })).rows
const mails = (): string[] =>
  existsSync(join(workspace.folder, 'outgoing')) ? readdirSync(join(workspace.folder, 'outgoing')).filter((name) => name.endsWith('.eml')) : []

describe('limits through the desk', () => {
  test('LIM-01 to LIM-08 from imported files to restriction, upgrade, resolution and approval', async () => {
    await workspace.take(
      'accounts',
      ACCOUNTS,
      account('F', 'free', { change: 'cancelled' }),
      account('P', 'startup'),
      account('R', 'free'),
      account('S', 'startup'),
      account('OK', 'free'),
    )
    const { consequences } = await workspace.take(
      'usage',
      USAGE,
      usage('F', 2431),
      usage('P', 5702),
      usage('R', 2001),
      usage('S', 11_240),
      usage('OK', 2000),
    )
    expect(consequences).toMatchObject({ casesOpened: 4, casesResolved: 0 })
    expect((await rows()).map(({ accountId, cause, day, nextStep }) => [accountId, cause, day, nextStep])).toEqual([
      ['F', 'cancelled_to_free', 1, 'warning'],
      ['P', 'grew', 1, 'warning'],
      ['R', 'grew', 1, 'warning'],
      ['S', 'grew', 1, 'warning'],
    ])
    const until = START + 4 * DAY
    const shown = await workspace.call('limits.dry_run', { until })
    await workspace.call('scheduler.advance', { until: START + DAY + HOUR })
    expect(mails()).toHaveLength(8)
    expect(await workspace.take('usage', USAGE, usage('R', 1999))).toMatchObject({ consequences: { casesResolved: 1 } })
    await workspace.call('scheduler.advance', { until })
    expect(shown.counts).toMatchObject({ warnings: 12, restrictions: 2, upgrades: 1, approvals: 1 })
    expect((await rows('restricted')).map(({ accountId }) => accountId)).toEqual(['F'])
    expect((await rows('approval')).map(({ accountId, approvalGround, nextPlanName }) => [accountId, approvalGround, nextPlanName])).toEqual([
      ['S', 'tier_skipped', 'Unlimited'],
    ])
    expect((await rows('closed')).map(({ accountId, state, planName }) => `${accountId} ${state} ${planName}`).sort()).toEqual([
      'P enforced Webinar',
      'R resolved Free',
    ])
    const check = await workspace.call('limits.approval_check', { id: (await rows('approval'))[0]!.id })
    expect(check.options.map(({ plan, skips, fits, recommended }) => [plan.name, skips, fits, recommended])).toEqual([
      ['Webinar', [], false, false],
      ['Unlimited', ['Webinar'], true, true],
    ])
    const unlimited = check.options[1]!.plan.id
    const approval = { id: check.caseId, version: check.version, plan: unlimited, consentRecorded: false, reason: 'Agreed on the phone' }
    expect(await workspace.refused('limits.approve', approval, { session: workspace.as('reviewer') })).toMatchObject({ kind: 'denied' })
    await workspace.call('limits.approve', approval, { session: workspace.as('support') })
    expect(await rows('approval')).toEqual([])
    const totals = await workspace.call('limits.totals', { tab: 'closed' })
    expect(totals.tabs.closed).toEqual({ count: 3, atLeast: false })
    expect(totals.tabs.restricted).toEqual({ count: 1, atLeast: false })
    expect(totals.causes.cancelled_to_free).toEqual({ count: 0, atLeast: false })
  })

  test('FED-08 what an unusual import brings waits for an admin, and goes on once released', async () => {
    const ids = Array.from({ length: 60 }, (_, n) => `X${n}`)
    await workspace.take('accounts', ACCOUNTS, ...ids.map((id) => account(id, 'free')))
    const result = await workspace.take('usage', USAGE, ...ids.map((id) => usage(id, 5000)))
    expect(result).toMatchObject({ waitingForAdmin: true, consequences: { casesOpened: 60 } })
    await workspace.call('scheduler.advance', { until: START + 3 * DAY })
    expect(mails()).toEqual([])
    expect((await rows())[0]).toMatchObject({ waitsFor: 'admin', nextAt: null, warnings: [] })
    await workspace.call('feeds.release', { importId: result.importId, reason: 'Looked at it' })
    await workspace.desk.tick()
    expect(mails()).toHaveLength(60)
    await workspace.call('scheduler.advance', { until: START + 4 * DAY })
    expect(mails()).toHaveLength(120)
  })

  test('LIM-16 a bounce by feed stops the process, a corrected address by feed starts it again', async () => {
    await workspace.take('accounts', ACCOUNTS, account('F', 'free'))
    await workspace.take('usage', USAGE, usage('F', 2431))
    await workspace.desk.tick()
    const message = (await workspace.call('messages.list', {})).rows[0]!
    const { messageId } = await workspace.call('messages.get', { id: message.id })
    await workspace.take('bounces', 'message_id,at,permanent', `${messageId},${new Date(START + HOUR).toISOString()},true`)
    expect((await rows('stopped')).map(({ accountId }) => accountId)).toEqual(['F'])
    workspace.desk.setClock(START + 2 * HOUR)
    await workspace.take('accounts', ACCOUNTS, account('F', 'free', { email: 'right@example.com' }))
    expect((await rows())[0]).toMatchObject({ state: 'warning', warnings: [] })
  })

  test('DSK-03 finds cases by words of the account, pages every sort without gaps, counts exactly', async () => {
    const ids = Array.from({ length: 45 }, (_, n) => `X${n}`)
    await workspace.take(
      'accounts',
      ACCOUNTS,
      ...ids.map((id, n) => account(id, n % 2 === 0 ? 'free' : 'startup', { company: n % 5 === 0 ? `Möbel Haus ${n}` : `Anker ${n}` })),
    )
    await workspace.take('usage', USAGE, ...ids.map((id, n) => usage(id, 6000 + n * 7)))
    await workspace.desk.tick()
    for (const sort of ['next', 'over', 'opened'] as const) {
      for (const descending of [false, true]) {
        for (const search of [null, 'anker', 'mobel haus']) {
          const seen: string[] = []
          let cursor: string | null = null
          do {
            const page: { rows: CaseRow[]; cursor: string | null } = await workspace.call('limits.list', {
              sort,
              descending,
              search,
              cursor,
              limit: 7,
            })
            seen.push(...page.rows.map(({ accountId }) => accountId))
            cursor = page.cursor
          } while (cursor !== null)
          expect(new Set(seen).size).toBe(seen.length)
          expect(seen.length).toBe(search === null ? 45 : search === 'anker' ? 36 : 9)
          expect(await workspace.call('limits.total', { search })).toEqual({ count: seen.length, atLeast: false })
        }
      }
    }
    const over = (await workspace.call('limits.list', { sort: 'over', descending: true })).rows.map(({ overPermille }) => overPermille)
    expect(over).toEqual([...over].sort((a, b) => b - a))
    expect(await workspace.call('limits.total', { day: 1 })).toEqual({ count: 45, atLeast: false })
    await workspace.call('scheduler.advance', { until: START + 20 * HOUR })
    expect(await workspace.call('limits.total', { day: 2 })).toEqual({ count: 45, atLeast: false })
  })

  test('LIM-02 a plan whose limit an admin lowers opens cases, raising it resolves them', async () => {
    await workspace.take('accounts', ACCOUNTS, account('F', 'free'))
    await workspace.take('usage', USAGE, usage('F', 1900))
    const free = (await workspace.call('plans.list', {})).find(({ planId }) => planId === 'free')!
    const { accounts: _accounts, ...plan } = free
    await workspace.call('plans.save', { ...plan, limits: { contacts: 1800 } })
    await workspace.desk.tick()
    expect((await rows()).map(({ cause }) => cause)).toEqual(['plan_changed'])
    await workspace.call('plans.save', { ...plan, limits: { contacts: 2000 } })
    await workspace.desk.tick()
    expect(await rows()).toEqual([])
    expect((await workspace.call('limits.total', { tab: 'closed' })).count).toBe(1)
  })
})
