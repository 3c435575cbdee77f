import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PlanView } from '@contract/accounts'
import { testWorkspace, type TestWorkspace } from '@desk/testing/test-workspace'

let workspace: TestWorkspace

beforeEach(async () => {
  workspace = await testWorkspace()
})
afterEach(() => workspace.close())

const planNamed = async (planId: string): Promise<PlanView> => (await workspace.call('plans.list', {})).find((plan) => plan.planId === planId)!
const termsOf = ({ id, planId, name, rank, paid, priceMinor, currency, limits }: PlanView) => ({
  id,
  planId,
  name,
  rank,
  paid,
  priceMinor,
  currency,
  limits,
})

const takeAccounts = (count: number, plan: string): Promise<unknown> =>
  workspace.take(
    'accounts',
    'account_id,company,country,email,language,time_zone,plan_id,created_at',
    ...Array.from({ length: count }, (_, n) => `A-${n},Company ${n},DE,a${n}@example.com,en,Europe/Berlin,${plan},2026-01-01T00:00:00Z`),
  )
const takeUsage = (used: readonly number[]): Promise<unknown> =>
  workspace.take('usage', 'account_id,resource,used,observed_at', ...used.map((amount, n) => `A-${n},contacts,${amount},2026-11-23T07:00:00Z`))

describe('plans', () => {
  it('LIM-01 ships four plans by rank, Free free and the others paid', async () => {
    const plans = await workspace.call('plans.list', {})
    expect(plans.map(({ planId, rank, paid, limits }) => [planId, rank, paid, limits['contacts'] ?? null])).toEqual([
      ['free', 0, false, 2000],
      ['startup', 1, true, 5000],
      ['webinar', 2, true, 10000],
      ['unlimited', 3, true, null],
    ])
  })

  it('LIM-01 takes the platform’s own word on a shipped plan, however old', async () => {
    await workspace.take(
      'plans',
      'plan_id,name,rank,paid,price_minor,currency,limits,observed_at',
      'startup,Start,1,true,2700,EUR,contacts=6000|domains=2,2020-01-01T00:00:00Z',
    )
    expect(await planNamed('startup')).toMatchObject({ name: 'Start', priceMinor: 2700, currency: 'EUR', limits: { contacts: 6000, domains: 2 } })
  })

  it('LIM-01 offers the platform’s plans alone once it has named them, and counts its first word as new', async () => {
    const { files } = (await workspace.take(
      'plans',
      'plan_id,name,rank,paid,limits',
      'free,Free,0,false,contacts=2000',
      'p2,Plus,1,true,contacts=9000',
    )) as { files: { new: number }[] }
    expect(files[0]).toMatchObject({ new: 2 })
    expect((await workspace.call('plans.list', {})).map(({ planId }) => planId)).toEqual(['free', 'p2'])
    const again = (await workspace.take('plans', 'plan_id,name,rank,paid,limits', 'free,Free,0,false,contacts=2000')) as { files: { same: number }[] }
    expect(again.files[0]).toMatchObject({ same: 1 })
  })

  it('LIM-01 lets an admin add, change and remove plans, and journals it', async () => {
    const { id } = await workspace.call('plans.save', {
      planId: 'pro',
      name: 'Pro',
      rank: 5,
      paid: true,
      priceMinor: 9900,
      currency: 'EUR',
      limits: { contacts: 50_000 },
    })
    await workspace.call('plans.save', { ...termsOf(await planNamed('pro')), name: 'Professional', limits: { contacts: 60_000, campaigns: 9 } })
    expect(await planNamed('pro')).toMatchObject({ id, name: 'Professional', limits: { contacts: 60_000, campaigns: 9 } })
    await workspace.call('plans.remove', { id, reason: 'never sold' })
    expect(await planNamed('pro')).toBeUndefined()
    const { rows } = await workspace.call('journal.list', { limit: 3 })
    expect(rows.map(({ kind, entity, version, rule, actorName }) => [kind, entity, version, rule, actorName])).toEqual([
      ['plans.removed', id, 3, 'LIM-01', 'Test admin'],
      ['plans.saved', id, 2, 'LIM-01', 'Test admin'],
      ['plans.saved', id, 1, 'LIM-01', 'Test admin'],
    ])
    expect(rows[1]!.detail).toEqual({ planId: 'pro', name: 'Professional', currency: 'EUR' })
  })

  it('refuses what would make the order of plans or their prices unclear', async () => {
    const startup = termsOf(await planNamed('startup'))
    const code = async (input: Parameters<typeof workspace.refused<'plans.save'>>[1]): Promise<string> =>
      (await workspace.refused('plans.save', input)).code
    const fresh = { ...startup, id: null, planId: 'new', rank: 9 }
    expect(await code({ ...fresh, planId: 'startup' })).toBe('plan_id_taken')
    expect(await code({ ...fresh, rank: 2 })).toBe('plan_rank_taken')
    expect(await code({ ...fresh, priceMinor: 100 })).toBe('plan_price_incomplete')
    expect(await code({ ...fresh, paid: false, priceMinor: 100, currency: 'EUR' })).toBe('plan_free_with_price')
    expect(await code({ ...fresh, limits: { 'Anna Müller': 1 } })).toBe('resource_malformed')
    expect(await code({ ...startup, planId: 'other' })).toBe('plan_id_fixed')
    expect(await code({ ...startup, rank: 7, id: '01900000-0000-7000-8000-000000000000' })).toBe('plan_missing')
  })

  it('doesn’t remove a plan that accounts are on', async () => {
    await takeAccounts(1, 'startup')
    expect(await workspace.refused('plans.remove', { id: (await planNamed('startup')).id, reason: 'no longer sold' })).toMatchObject({
      code: 'plan_in_use',
    })
  })

  it('LIM-02 looks at all accounts of a changed plan anew, in chunks, cause plan_changed', async () => {
    await takeAccounts(1_203, 'startup')
    await takeUsage(Array.from({ length: 1_203 }, (_, n) => 3_000 + n))
    await workspace.desk.tick()
    const startup = termsOf(await planNamed('startup'))
    await workspace.call('plans.save', { ...startup, limits: { contacts: 4_000 } })
    expect((await workspace.call('limits.total', {})).count).toBe(0)
    await workspace.desk.tick()
    expect((await workspace.call('limits.total', {})).count).toBe(202)
    expect((await workspace.call('limits.total', { cause: 'plan_changed' })).count).toBe(202)

    await workspace.call('plans.save', { ...startup, limits: { contacts: 4_100 } })
    await workspace.desk.tick()
    expect((await workspace.call('limits.total', {})).count).toBe(102)
  })

  it('SCH-02 goes on after a stop between two chunks', async () => {
    await takeAccounts(700, 'startup')
    await takeUsage(Array.from({ length: 700 }, () => 4_500))
    await workspace.call('plans.save', { ...termsOf(await planNamed('startup')), limits: { contacts: 4_000 } })
    workspace.desk.services.scheduler.stop()
    await workspace.reopen()
    await workspace.desk.tick()
    expect((await workspace.call('limits.total', {})).count).toBe(700)
    expect(workspace.desk.services.db.all('SELECT * FROM plan_recheck')).toEqual([])
  })
})
