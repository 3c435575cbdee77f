import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, START, testWorkspace, type TestWorkspace } from '@desk/testing/test-workspace'
import type { Role } from '@contract/define'
import type { TodayItem } from '@contract/today'
import { reviewWork, REVIEW_WORK } from '@features/reviews/index'
import type { Value } from '@kernel/database/index'

let workspace: TestWorkspace
const SUBMISSIONS =
  'submission_id,group_id,submitted_at,policy_confirmed,method,form_url,double_opt_in,consent_text,collected_from,contact_name,contact_email'

beforeEach(async () => {
  workspace = await testWorkspace()
  const ids = ['1', '2', '3', '4']
  await workspace.take(
    'accounts',
    'account_id,company,country,email,language,time_zone,plan_id,created_at',
    ...ids.map((id) => `A${id},Firma ${id},DE,a@firma${id}.example,de,Europe/Berlin,free,2026-01-01T00:00:00Z`),
  )
  await workspace.take('groups', 'group_id,account_id,name,receivers,created_at', ...ids.map((id) => `G${id},A${id},List,100,2026-11-10T08:00:00Z`))
})
afterEach(() => workspace.close())

const submit = (id: string, at: string, confirmed = 'yes') =>
  workspace.take(
    'submissions',
    SUBMISSIONS,
    `S${id},G${id},${at},${confirmed},web_form,https://firma${id}.example/form,yes,Newsletter of Firma ${id}; unsubscribe any time,2025-01-01,A,a@firma${id}.example`,
  )
const items = async (...roles: Role[]): Promise<TodayItem[]> =>
  (await workspace.call('today.view', {}, { session: workspace.as(...roles) })).items.filter(({ kind }) => kind.startsWith('reviews_'))
const kinds = async (...roles: Role[]): Promise<string[]> => (await items(...roles)).map(({ kind, count }) => `${kind} ${count}`)
const reviewer = () => ({ session: workspace.as('reviewer') })
const reviewOf = async (group: string) => (await workspace.call('reviews.list', { tab: 'queue' })).rows.find(({ groupId }) => groupId === group)!

describe('reviews on Today', () => {
  it('DSK-02 REV-06 says what is overdue and what is due within the hour, for reviewers first', async () => {
    await submit('1', '2026-11-20T07:30:00Z')
    await submit('2', '2026-11-20T08:20:00Z')
    await submit('3', '2026-11-20T13:00:00Z')
    await workspace.desk.services.advance!(START + HOUR)
    expect(await kinds('reviewer')).toEqual(['reviews_overdue 2'])
    await workspace.desk.services.advance!(START + 4 * HOUR + HOUR / 2)
    const found = await items('reviewer')
    expect(found.map(({ kind, severity, mine }) => [kind, severity, mine])).toEqual([
      ['reviews_overdue', 'bad', true],
      ['reviews_due_soon', 'warn', true],
    ])
    expect(found[0]).toMatchObject({ count: 2, example: 'Firma 1', target: { screen: 'reviews', params: { overdue: '1' } } })
    expect((await items('support')).every(({ mine }) => !mine)).toBe(true)
  })

  it('REV-07 REV-14 follows questions, answers, claims and hand-overs; REV-02 what is incomplete is for support', async () => {
    await submit('1', '2026-11-23T07:30:00Z')
    await submit('2', '2026-11-23T07:40:00Z')
    await submit('3', '2026-11-23T07:45:00Z', 'no')
    expect(await kinds('support')).toEqual(['reviews_incomplete 1'])
    const { id, version } = await reviewOf('G1')
    await workspace.call('reviews.query', { id, version, question: 'Where is the form?' }, reviewer())
    await workspace.call('reviews.claim', { id: (await reviewOf('G2')).id }, reviewer())
    expect(await kinds('reviewer')).toEqual(['reviews_incomplete 1', 'reviews_claimed 1'])
    await workspace.desk.services.advance!(START + 15 * DAY)
    expect(await kinds('reviewer')).toEqual(['reviews_overdue 1', 'reviews_silent 1', 'reviews_incomplete 1'])
    await workspace.take('answers', 'answer_id,group_id,answered_at,text', 'W1,G1,2026-12-08T08:00:00Z,On our site')
    expect(await kinds('reviewer')).toEqual(['reviews_overdue 1', 'reviews_incomplete 1', 'reviews_answered 1'])
  })

  it.each(REVIEW_WORK)('DSK-02 finds %s by index', async (kind) => {
    await submit('1', '2026-11-20T07:30:00Z')
    const { db } = workspace.desk.services
    const plans: string[] = []
    const explained = new Proxy(db, {
      get: (target, name) => (name === 'get' ? explain : (Reflect.get(target, name) as unknown)),
    })
    function explain(sql: string, ...values: Value[]): unknown {
      plans.push(...db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => detail))
      return db.get(sql, ...values)
    }
    reviewWork(explained, kind, { operator: workspace.as('reviewer').operatorId, now: START })
    expect(plans.length).toBeGreaterThan(0)
    expect(plans.filter((detail) => detail.startsWith('SCAN') && !/^SCAN (?:\(|[wf]$)/.test(detail))).toEqual([])
  })
})
