import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportRow } from '@contract/feeds'
import { decidePlan } from '@features/accounts/index'
import { FEED } from '@kernel/unit'
import { ACCOUNT_HEADER, accountLine, importDesk, PLANS, type ImportDesk } from './import-desk'

let test: ImportDesk
beforeEach(() => {
  test = importDesk()
})
afterEach(() => test.close())

const ids = (count: number): string[] => Array.from({ length: count }, (_, n) => `A${n}`)
const accounts = (count: number): string[] => [
  test.file('plans.csv', PLANS),
  test.file('accounts.csv', [ACCOUNT_HEADER, ...ids(count).map((id) => accountLine(id))]),
]
const usage = (over: readonly string[], used = 2_500): string =>
  test.file('usage.csv', ['account_id,resource,used,observed_at', ...over.map((id) => `${id},contacts,${used},2026-11-02T08:00:00Z`)])
const messages = (): number => test.desk.services.db.get<{ n: number }>('SELECT count(*) AS n FROM message')!.n

describe('consequences of an import', () => {
  it('FED-06 usage over the limit opens a case in the same step; below 50 accounts its mail goes on', async () => {
    await test.import(accounts(60))
    const { consequences, waitingForAdmin } = await test.import([usage(ids(49))])
    expect(consequences).toMatchObject({ casesOpened: 49, casesResolved: 0 })
    expect(waitingForAdmin).toBe(false)
    await test.desk.tick()
    expect(messages()).toBe(49)
  })

  it('FED-08 more than 2 % and at least 50: facts are taken, mail waits for an admin, who lets it go', async () => {
    await test.import(accounts(60))
    const { waitingForAdmin, importId, files } = await test.import([usage(ids(50))])
    expect(waitingForAdmin).toBe(true)
    expect(files[0]).toMatchObject({ new: 50 })
    await test.desk.tick()
    expect(messages()).toBe(0)
    expect((await test.call<ImportRow[]>('feeds.waiting', {})).map(({ id, state }) => [id, state])).toEqual([[importId, 'waiting']])
    await test.call('feeds.release', { importId, reason: 'looked at them' })
    await test.desk.tick()
    expect(messages()).toBe(50)
    await expect(test.call('feeds.release', { importId, reason: 'once more' })).rejects.toThrow('import_not_waiting')
  })

  it('FED-08 fifty of many accounts are under 2 % and wait for nobody', async () => {
    await test.import(accounts(2_600))
    expect((await test.import([usage(ids(52))])).waitingForAdmin).toBe(false)
    expect((await test.import([usage(ids(106).slice(52, 105))])).waitingForAdmin).toBe(true)
  })

  it('a lower limit of a plan opens the cases of those it puts over', async () => {
    await test.import(accounts(5))
    await test.import([usage(['A1', 'A2'], 1_900)])
    const { consequences } = await test.import([test.file('plans-2.csv', [PLANS[0]!, 'f,Free plan,0,no,contacts=1800'])])
    expect(consequences.casesOpened).toBe(2)
  })

  it('CAP-03 an account gone on the platform closes its case', async () => {
    await test.import(accounts(2))
    await test.import([usage(['A1'])])
    await test.import([test.file('accounts-2.csv', [`${ACCOUNT_HEADER},removed_at`, `${accountLine('A1')},2026-11-02T08:30:00Z`])])
    expect(test.desk.services.db.all(`SELECT state FROM limit_case`)).toEqual([{ state: 'moot' }])
  })
})

describe('FED-07 a decided plan', () => {
  const plan = (id: string): string =>
    test.desk.services.db.get<{ entity: string }>(`SELECT entity FROM external_id WHERE kind = 'plan' AND external = ?`, id)!.entity
  const account = (): { plan: string; reported_plan: string } => test.desk.services.db.get(`SELECT plan, reported_plan FROM account`)!
  const fed = async (id: string, change: Parameters<typeof accountLine>[1] = {}) =>
    (await test.import([test.file('accounts-2.csv', [ACCOUNT_HEADER, accountLine('A0', { plan: id, ...change })])])).files[0]!
  beforeEach(async () => {
    await test.import(accounts(1))
    test.desk.services.unit(FEED, (unit) => decidePlan(unit, unit.db.get<{ id: string }>('SELECT id FROM account')!.id, plan('s'), 'LIM-08'))
  })

  it('counts from the decision; rows with the former one are awaited, their other facts taken', async () => {
    expect(await fed('f', { phone: '77' })).toMatchObject({ awaited: 1, changed: 0 })
    expect(account()).toMatchObject({ plan: plan('s'), reported_plan: plan('f') })
    expect(test.desk.services.db.get('SELECT phone FROM account')).toEqual({ phone: '77' })
  })

  it('is confirmed by a row that shows it, and then the former one is the customer’s choice', async () => {
    expect(await fed('s')).toMatchObject({ changed: 1 })
    expect(await fed('s')).toMatchObject({ same: 1 })
    expect(await fed('f')).toMatchObject({ changed: 1 })
    expect(account()).toEqual({ plan: plan('f'), reported_plan: plan('f') })
  })

  it('is confirmed by its directive', async () => {
    const { seq } = test.desk.services.db.get<{ seq: number }>(`SELECT seq FROM directive WHERE kind = 'plan_changed'`)!
    await test.import([
      test.file('directive_results.csv', ['account_id,seq,status,at', `A0,${seq},done,2026-11-02T08:59:00Z`, 'A0,999,done,2026-11-02T08:59:00Z']),
    ])
    expect(test.desk.services.db.get<{ confirmed_at: number | null }>('SELECT confirmed_at FROM plan_decision')!.confirmed_at).not.toBeNull()
  })

  it('gives way to a third plan', async () => {
    expect(await fed('u')).toMatchObject({ changed: 1 })
    expect(account()).toEqual({ plan: plan('u'), reported_plan: plan('u') })
    expect(test.desk.services.db.all('SELECT 1 FROM plan_decision')).toEqual([])
  })
})
