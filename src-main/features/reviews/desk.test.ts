import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { START, testWorkspace, type TestWorkspace } from '@desk/testing/test-workspace'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await testWorkspace()
  await takeAccounts('A-1,Kranich Verlag', 'A-2,Anker GmbH')
  await takeGroups('G-1,A-1,Stammkunden,1200', 'G-2,A-1,Newsletter,300', 'G-3,A-2,Newsletter Süd,9000')
})
afterEach(async () => {
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true, differences: [] })
  await workspace.close()
})

const takeAccounts = (...rows: string[]) =>
  workspace.take(
    'accounts',
    'account_id,company,country,email,language,time_zone,plan_id,created_at',
    ...rows.map((row) => `${row},DE,info@example.com,de,Europe/Berlin,free,2026-01-01T00:00:00Z`),
  )
const takeGroups = (...rows: string[]) =>
  workspace.take('groups', 'group_id,account_id,name,receivers,created_at', ...rows.map((row) => `${row},2026-11-20T08:00:00Z`))
const unsubmitted = async (input: { search?: string; sort?: 'company' | 'receivers' } = {}): Promise<string[]> =>
  (await workspace.call('reviews.list', { tab: 'unsubmitted', sort: 'receivers', ...input })).rows.map(({ groupId }) => groupId)

describe('the queue through the desk', () => {
  it('REV-01 shows imported groups, finds them by their own and their company’s words, and follows what changes', async () => {
    expect(await unsubmitted()).toEqual(['G-2', 'G-1', 'G-3'])
    expect([await unsubmitted({ search: 'stamm' }), await unsubmitted({ search: 'kran news' }), await unsubmitted({ search: 'sud' })]).toEqual([
      ['G-1'],
      ['G-2'],
      ['G-3'],
    ])
    await takeGroups('G-1,A-1,Messe Leipzig,50')
    expect([await unsubmitted({ search: 'stamm' }), await unsubmitted({ search: 'leipzig' }), await unsubmitted()]).toEqual([
      [],
      ['G-1'],
      ['G-1', 'G-2', 'G-3'],
    ])
    expect((await unsubmitted({ sort: 'company' }))[0]).toBe('G-3')
    await takeAccounts('A-2,Zander GmbH')
    expect((await unsubmitted({ sort: 'company' })).at(-1)).toBe('G-3')
    expect(await unsubmitted({ search: 'zander' })).toEqual(['G-3'])
    expect(await workspace.call('reviews.totals', {})).toMatchObject({ unsubmitted: { count: 3, atLeast: false }, queue: { count: 0 } })
  })

  it('shows a review whole, also to who may not decide it', async () => {
    const [row] = (await workspace.call('reviews.list', { tab: 'unsubmitted' })).rows
    const review = await workspace.call('reviews.get', { id: row!.id }, { session: workspace.as('support') })
    expect(review).toMatchObject({
      id: row!.id,
      state: 'unsubmitted',
      missing: ['submission'],
      sendable: false,
      barred: { code: 'role_missing' },
      frozen: null,
    })
    expect((await workspace.call('reviews.get', { id: row!.id }, { session: workspace.as('reviewer') })).barred).toBeNull()
    const { rows, cursor } = await workspace.call('reviews.of_account', { accountUuid: row!.accountUuid, limit: 1 })
    expect([rows.length, cursor === null]).toEqual([1, row!.accountId === 'A-2'])
  })

  it('REV-08 refuses support to claim, order, pass on or leave notes, on the bridge too, and journals the try', async () => {
    const [row] = (await workspace.call('reviews.list', { tab: 'unsubmitted' })).rows
    const id = row!.id
    const support = { session: workspace.as('support') }
    const note = 'Please be quick'
    expect(await workspace.refused('reviews.claim', { id }, support)).toMatchObject({ kind: 'denied', code: 'role_missing' })
    expect(await workspace.refused('reviews.hand_over', { id, to: workspace.as('reviewer').operatorId, note }, support)).toMatchObject({
      kind: 'denied',
    })
    expect(await workspace.refused('reviews.snooze', { id, until: START + 1, note }, support)).toMatchObject({ kind: 'denied' })
    const tried = (await workspace.call('journal.list', { kind: 'reviews.refused' })).rows
    expect(tried.map(({ entity, actorName, rule }) => [entity, actorName, rule])).toEqual([1, 2, 3].map(() => [id, 'Test support', 'REV-08']))
  })

  it('DSK-03 keeps views for who saved them; DSK-02 and DSK-10 answer on an empty desk', async () => {
    const reviewer = { session: workspace.as('reviewer') }
    await workspace.call('reviews.save_view', { name: 'German', filter: { tab: 'queue', language: 'de' } }, reviewer)
    expect((await workspace.call('reviews.views', {}, reviewer)).map(({ name, filter }) => [name, filter])).toEqual([
      ['German', { tab: 'queue', language: 'de' }],
    ])
    expect(await workspace.call('reviews.views', {})).toEqual([])
    expect(await workspace.call('reports.burn_down', {})).toMatchObject({ overdue: 0, dueToday: 0, stopped: 0 })
    expect((await workspace.call('reports.reviews', { from: '2026-11-01', to: '2026-11-30' })).days).toHaveLength(30)
    expect(await workspace.call('reviews.next', {}, reviewer)).toEqual({ id: null })
  })
})
