import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, START, testWorkspace, type TestWorkspace } from '@desk/testing/test-workspace'
import type { Role } from '@contract/define'
import type { TodayItem, TodayView } from '@contract/today'

let workspace: TestWorkspace

beforeEach(async () => {
  workspace = await testWorkspace()
})
afterEach(() => workspace.close())

const MAIL = {
  transport: 'folder',
  host: null,
  port: null,
  security: 'none',
  user: null,
  password: null,
  from: 'desk@example.com',
  company: 'Platform',
} as const

const view = (...roles: Role[]): Promise<TodayView> => workspace.call('today.view', {}, { session: workspace.as(...roles) })
const kinds = (items: readonly TodayItem[]): string[] => items.map(({ kind }) => kind)

async function takeOver(count: number, plan = 'free', used = 2_500): Promise<void> {
  const ids = Array.from({ length: count }, (_, n) => `${plan}-${n}`)
  await workspace.take(
    'accounts',
    'account_id,company,country,email,language,time_zone,plan_id,created_at',
    ...ids.map((id) => `${id},Company ${id},DE,${id}@example.com,en,Europe/Berlin,${plan},2026-01-01T00:00:00Z`),
  )
  await workspace.take('usage', 'account_id,resource,used,observed_at', ...ids.map((id) => `${id},contacts,${used},2026-11-23T07:00:00Z`))
}

describe('today.view', () => {
  it('DSK-02 asks for nobody where nothing is to do', async () => {
    const { items, funnel, openCases, history, week } = await view('admin')
    expect(items).toEqual([])
    expect(openCases).toBe(0)
    expect(funnel.map(({ day, count }) => [day, count])).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 0],
    ])
    expect(history).toHaveLength(14)
    expect(history.at(-1)!.date).toBe('2026-11-23')
    expect(week).toEqual({ resolved: 0, upgraded: 0, restricted: 0, warnings: 0 })
  })

  it('MSG-02 says that messages wait for a transport, and to whom that falls', async () => {
    await takeOver(3)
    await workspace.desk.tick()
    const item = (await view('admin')).items.find(({ kind }) => kind === 'no_transport')
    expect(item).toMatchObject({ count: 3, severity: 'bad', mine: true, since: START, target: { screen: 'settings', params: { tab: 'mail' } } })
    expect(item!.example).toMatch(/^Company free-/)
    expect((await view('support')).items.find(({ kind }) => kind === 'no_transport')!.mine).toBe(false)
  })

  it('DSK-02 follows the process day by day, in funnel, week and history', async () => {
    await workspace.call('settings.set_mail', MAIL)
    await takeOver(4)
    await workspace.desk.services.advance!(START + HOUR)
    const first = await view('support')
    expect(first.openCases).toBe(4)
    expect(first.byCause).toContainEqual({ cause: 'grew', count: 4 })
    expect(first.week.warnings).toBe(4)
    expect(first.history.at(-1)).toEqual({ date: '2026-11-23', warnings: 4, restricted: 0, upgraded: 0, resolved: 0 })

    await workspace.desk.services.advance!(START + 4 * DAY)
    const later = await view('support')
    expect(later.openCases).toBe(0)
    expect(later.week).toEqual({ warnings: 12, restricted: 4, upgraded: 0, resolved: 0 })
    expect(later.history.slice(-5).map(({ warnings, restricted }) => [warnings, restricted])).toEqual([
      [4, 0],
      [4, 0],
      [4, 0],
      [0, 4],
      [0, 0],
    ])

    await workspace.desk.services.advance!(START + 8 * DAY)
    expect((await view('support')).week.warnings).toBe(0)
  })

  it('LIM-08 lists upgrades that need approval, with the trouble in the funnel', async () => {
    await workspace.call('settings.set_mail', MAIL)
    await takeOver(2, 'startup', 25_000)
    await workspace.desk.services.advance!(START + 4 * DAY)
    const { items, funnel } = await view('support')
    expect(items.find(({ kind }) => kind === 'approvals')).toMatchObject({
      count: 2,
      mine: true,
      severity: 'warn',
      target: { screen: 'limits', params: { tab: 'approval' } },
    })
    expect(funnel[3]).toEqual({ day: 4, count: 2, trouble: 2, troubleKind: 'approval' })
    expect((await view('reviewer')).items.every(({ mine }) => !mine)).toBe(true)
  })

  it('FED-07 makes a plan that isn’t confirmed work after 48 hours', async () => {
    await workspace.call('settings.set_mail', MAIL)
    await takeOver(1, 'startup', 6_000)
    await workspace.desk.services.advance!(START + 4 * DAY)
    expect(kinds((await view('support')).items)).not.toContain('plan_awaited')
    await workspace.desk.services.advance!(START + 6 * DAY)
    const item = (await view('support')).items.find(({ kind }) => kind === 'plan_awaited')
    expect(item).toMatchObject({ count: 1, example: 'Company startup-0', target: { screen: 'accounts' } })
    expect(item!.target.params['id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('SCH-05 shows a pause and SCH-03 a doubted clock', async () => {
    await workspace.call('scheduler.pause', { reason: 'platform maintenance' })
    await workspace.desk.tick()
    workspace.desk.setClock(START + 60 * DAY)
    await workspace.desk.tick()
    expect(kinds((await view('admin')).items)).toEqual(['clock_check', 'scheduler_paused'])
  })

  it('MSG-01 shows failed and unknown messages of the process where they stick', async () => {
    await workspace.call('settings.set_mail', MAIL)
    await takeOver(3)
    await workspace.desk.services.advance!(START + HOUR)
    const { db } = workspace.desk.services
    db.run("UPDATE message SET state = 'unknown' WHERE id = (SELECT min(id) FROM message)")
    db.run("UPDATE message SET state = 'failed' WHERE id = (SELECT max(id) FROM message)")
    const { items, funnel } = await view('support')
    expect(kinds(items)).toEqual(expect.arrayContaining(['messages_unknown', 'messages_failed']))
    expect(funnel.reduce((sum, { trouble }) => sum + trouble, 0)).toBe(2)
  })
})
