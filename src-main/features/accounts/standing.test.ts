import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountView } from '@contract/accounts'
import { testWorkspace, type TestWorkspace } from '@desk/testing/test-workspace'
import { SCHEDULER, type Unit } from '@kernel/unit'
import { addReason, decidePlan, liftReason, setWarned } from './standing'
import { entityOf } from './store'

let workspace: TestWorkspace
let account: string

beforeEach(async () => {
  workspace = await testWorkspace()
  await workspace.take(
    'accounts',
    'account_id,company,country,email,language,time_zone,plan_id,created_at',
    'A-1,Anker,DE,a1@example.com,de,Europe/Berlin,startup,2026-01-01T00:00:00Z',
  )
  account = entityOf(workspace.desk.services.db, 'account', 'A-1')!
})
afterEach(() => workspace.close())

const unit = <T>(work: (unit: Unit) => T): T => workspace.desk.services.unit(SCHEDULER, work)
const view = (): Promise<AccountView> => workspace.call('accounts.get', { id: account })
const off = async (): Promise<string[]> => (await view()).capabilities.filter(({ on }) => !on).map(({ capability }) => capability)
const directives = async (): Promise<unknown[]> =>
  (await workspace.call('directives.list', { account })).rows.reverse().map(({ seq, kind, payload }) => [seq, kind, payload])

describe('reasons against capabilities', () => {
  it('CAP-01 are journaled, told to the platform, and lift each by itself', async () => {
    unit((each) => addReason(each, account, 'restricted', 'LIM-07'))
    unit((each) => addReason(each, account, 'blocked', 'CAP-05'))
    expect([(await view()).status, (await off()).length]).toEqual(['blocked', 9])
    unit((each) => liftReason(each, account, 'blocked', 'CAP-05'))
    expect((await view()).status).toBe('restricted')
    expect(await off()).toEqual(['opt_ins', 'payments', 'create_newsletters', 'send_scheduled', 'import_contacts'])
    unit((each) => liftReason(each, account, 'restricted', 'LIM-10'))
    expect([(await view()).status, await off()]).toEqual(['active', []])

    const five = ['opt_ins', 'payments', 'create_newsletters', 'send_scheduled', 'import_contacts']
    const others = ['log_in', 'send_to_groups', 'run_segments', 'share_leads']
    expect(await directives()).toEqual([
      [1, 'capabilities_off', { capabilities: five, cause: 'restricted' }],
      [2, 'capabilities_off', { capabilities: others, cause: 'blocked' }],
      [3, 'capabilities_on', { capabilities: others, cause: 'blocked' }],
      [4, 'capabilities_on', { capabilities: five, cause: 'restricted' }],
    ])
    const kinds = (await workspace.call('journal.list', { account })).rows
      .reverse()
      .map(({ kind, rule, version, body }) => [kind, rule, version, body])
    expect(kinds).toEqual([
      ['accounts.reason_added', 'LIM-07', 2, { cause: 'restricted' }],
      ['accounts.reason_added', 'CAP-05', 3, { cause: 'blocked' }],
      ['accounts.reason_lifted', 'CAP-05', 4, { cause: 'blocked' }],
      ['accounts.reason_lifted', 'LIM-10', 5, { cause: 'restricted' }],
    ])
  })

  it('CAP-01 the same reason again, or lifting none, changes nothing', async () => {
    unit((each) => liftReason(each, account, 'invoice', 'SEG-07'))
    unit((each) => addReason(each, account, 'invoice', 'SEG-07'))
    unit((each) => addReason(each, account, 'invoice', 'SEG-07'))
    expect(await directives()).toHaveLength(1)
    expect((await workspace.call('journal.list', { account })).rows).toHaveLength(1)
  })

  it('CAP-02 a reason under another takes nothing more, and tells the platform nothing', async () => {
    unit((each) => addReason(each, account, 'blocked', 'CAP-05'))
    unit((each) => addReason(each, account, 'restricted', 'LIM-07'))
    unit((each) => liftReason(each, account, 'restricted', 'LIM-10'))
    expect(await directives()).toHaveLength(1)
  })

  it('CAP-02 a restricted account that is warned again still shows as restricted', async () => {
    unit((each) => setWarned(each, account, true))
    expect((await view()).status).toBe('warned')
    unit((each) => addReason(each, account, 'restricted', 'LIM-07'))
    expect((await view()).status).toBe('restricted')
    unit((each) => setWarned(each, account, false))
    unit((each) => liftReason(each, account, 'restricted', 'LIM-10'))
    expect((await view()).status).toBe('active')
  })
})

describe('a decided plan', () => {
  const plans = async (): Promise<Map<string, string>> => new Map((await workspace.call('plans.list', {})).map(({ planId, id }) => [planId, id]))
  const decide = async (planId: string): Promise<void> => {
    const plan = (await plans()).get(planId)!
    unit((each) => decidePlan(each, account, plan, 'LIM-08'))
  }

  it('FED-07 counts from the decision, is told to the platform, and remembers the plan before the first', async () => {
    await decide('webinar')
    expect(await view()).toMatchObject({
      plan: { planId: 'webinar' },
      originalPlan: { planId: 'startup' },
      planAwaitedSince: workspace.desk.services.clock.now(),
    })
    await decide('unlimited')
    expect(await view()).toMatchObject({ plan: { planId: 'unlimited' }, originalPlan: { planId: 'startup' } })
    expect(await directives()).toEqual([
      [1, 'plan_changed', { from: 'startup', to: 'webinar' }],
      [2, 'plan_changed', { from: 'webinar', to: 'unlimited' }],
    ])
  })

  it('LIM-09 forgets the original once the account is back on it', async () => {
    await decide('webinar')
    await decide('startup')
    expect(await view()).toMatchObject({ plan: { planId: 'startup' }, originalPlan: null })
  })

  it('FED-07 is confirmed by the platform’s result', async () => {
    await decide('webinar')
    await workspace.desk.tick()
    await workspace.take('directive_results', 'account_id,seq,status,at', 'A-1,1,done,2026-11-23T09:00:00Z')
    expect((await view()).planAwaitedSince).toBeNull()
    expect((await workspace.call('journal.verify', {})).ok).toBe(true)
  })
})
