import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountRow } from '@contract/accounts'
import type { Input } from '@contract/index'
import { DAY, START, testWorkspace, type TestWorkspace } from '@desk/testing/test-workspace'

const HEADER = 'account_id,company,country,email,language,time_zone,plan_id,created_at,domain'

let workspace: TestWorkspace

beforeEach(async () => {
  workspace = await testWorkspace()
})
afterEach(() => workspace.close())

const account = (n: number, company: string, plan = 'free'): string =>
  `A-${String(n).padStart(4, '0')},${company},DE,mail${n}@example.com,de,Europe/Berlin,${plan},${new Date(START - n * DAY).toISOString()},`

/** Pages to the end, a few rows at a time. */
async function all(input: Input<'accounts.list'>): Promise<AccountRow[]> {
  const rows: AccountRow[] = []
  let cursor: string | null = null
  do {
    const page: { rows: AccountRow[]; cursor: string | null } = await workspace.call('accounts.list', { ...input, cursor, limit: 3 })
    rows.push(...page.rows)
    cursor = page.cursor
  } while (cursor !== null)
  return rows
}

const names = async (input: Input<'accounts.list'>): Promise<string[]> => (await all(input)).map(({ company }) => company)

describe('accounts.list', () => {
  const companies = ['Öl & Söhne', 'anker', 'Zebra', 'Ölmühle', 'Bäcker', 'Anker', 'Café', 'delta']

  beforeEach(async () => {
    await workspace.take('accounts', HEADER, ...companies.map((company, n) => account(n + 1, company, ['free', 'startup', 'webinar'][n % 3])))
    await workspace.take(
      'usage',
      'account_id,resource,used,observed_at',
      ...companies.map((_, n) => `A-000${n + 1},contacts,${(n * 700) % 2000},${new Date(START).toISOString()}`).slice(0, 6),
    )
  })

  it('DSK-03 sorts by company whatever its case and accents, in pages without gaps or doubles', async () => {
    const sorted = await names({ sort: 'company' })
    expect(sorted.map((name) => name.toLowerCase())).toEqual(['anker', 'anker', 'bäcker', 'café', 'delta', 'öl & söhne', 'ölmühle', 'zebra'])
    expect(await names({ sort: 'company', descending: true })).toEqual([...sorted].reverse())
  })

  it('DSK-03 sorts by creation and by contacts, unknown usage first', async () => {
    expect(await names({ sort: 'created' })).toEqual([...companies].reverse())
    const rows = await all({ sort: 'contacts', descending: true })
    const used = rows.map(({ contactsUsed }) => contactsUsed ?? -1)
    expect(used).toEqual([...used].sort((a, b) => b - a))
    expect(rows.at(-1)!.contactsUsed).toBeNull()
  })

  it('DSK-03 pages every sort under every filter as an unpaged list would', async () => {
    const plans = await workspace.call('plans.list', {})
    const everyone = await all({})
    for (const sort of ['company', 'created', 'contacts'] as const) {
      for (const descending of [false, true]) {
        for (const plan of [null, ...plans.map(({ id }) => id)]) {
          for (const status of [null, 'active', 'warned'] as const) {
            const rows = await all({ sort, descending, plan, status })
            const planId = plans.find(({ id }) => id === plan)?.planId
            const expected = everyone.filter((row) => (planId === undefined || row.planId === planId) && (status === null || row.status === status))
            expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)))
            expect(rows).toHaveLength(expected.length)
            expect(await workspace.call('accounts.total', { plan, status })).toEqual({ count: expected.length, atLeast: false })
          }
        }
      }
    }
  })

  it('refuses a cursor it never gave', async () => {
    for (const cursor of ['x', '[]', '["a"]', '{}', '[null,null]', '[1,"x"]']) {
      expect(await workspace.refused('accounts.list', { cursor })).toMatchObject({ kind: 'invalid', code: 'cursor_malformed' })
    }
    expect(await workspace.refused('accounts.list', { search: 'anker', cursor: '["a","b","c"]' })).toMatchObject({ code: 'cursor_malformed' })
  })
})

describe('accounts.list with a search', () => {
  beforeEach(async () => {
    await workspace.take(
      'accounts',
      HEADER,
      account(1, 'Müller Möbel GmbH'),
      account(2, 'Mueller Druck GmbH', 'startup'),
      account(3, 'Kranich Verlag'),
      account(4, 'Muller Muller-Muhlen'),
    )
    await workspace.take(
      'contacts',
      'contact_id,account_id,name,email,settings_access',
      'C-1,A-0003,Anna Müllerin,anna@kranich.example,true',
      'C-2,A-0003,Bert Müller,mullerbert@kranich.example,false',
      'C-3,A-0002,Anna Zander,anna@mueller.example,true',
    )
  })

  it('DSK-01 finds words by prefix without accents, each account once, also by its contacts', async () => {
    expect(await names({ search: 'MÜLL' })).toEqual(['Müller Möbel GmbH', 'Muller Muller-Muhlen', 'Kranich Verlag'])
    expect(await names({ search: 'gmbh' })).toEqual(['Müller Möbel GmbH', 'Mueller Druck GmbH'])
    expect(await names({ search: 'anna' })).toEqual(['Kranich Verlag', 'Mueller Druck GmbH'])
    expect(await names({ search: 'ann verlag' })).toEqual(['Kranich Verlag'])
    expect(await names({ search: 'A-0003' })).toEqual(['Kranich Verlag'])
  })

  it('DSK-01 needs three characters, and every word', async () => {
    expect(await names({ search: 'mü' })).toEqual([])
    expect(await names({ search: 'gmbh nowhere' })).toEqual([])
    expect(await names({ search: 'öbel' })).toEqual([])
    expect(await names({ search: '   ' })).toHaveLength(4)
  })

  it('DSK-03 narrows a search and counts it', async () => {
    const plan = (await workspace.call('plans.list', {})).find(({ planId }) => planId === 'startup')!.id
    expect(await names({ search: 'gmbh', plan })).toEqual(['Mueller Druck GmbH'])
    expect(await workspace.call('accounts.total', { search: 'gmbh', plan })).toEqual({ count: 1, atLeast: false })
    expect(await workspace.call('accounts.total', { search: 'müll' })).toEqual({ count: 3, atLeast: false })
    expect(await workspace.call('accounts.total', { search: 'ann verlag', exact: true })).toEqual({ count: 1, atLeast: false })
    expect(await workspace.call('accounts.total', { search: 'xyz' })).toEqual({ count: 0, atLeast: false })
  })

  it('follows a contact that goes, and words that change', async () => {
    await workspace.take(
      'contacts',
      'contact_id,account_id,name,email,settings_access,removed_at',
      'C-3,A-0002,Anna Zander,anna@mueller.example,true,2026-11-20T00:00:00Z',
    )
    await workspace.take('accounts', HEADER, account(3, 'Storch Verlag'))
    expect(await names({ search: 'anna' })).toEqual(['Storch Verlag'])
    expect(await names({ search: 'storch' })).toEqual(['Storch Verlag'])
  })
})

describe('accounts.get', () => {
  beforeEach(() => workspace.take('accounts', HEADER, account(1, 'Anker'), account(2, 'Zebra', 'startup')))

  const idOf = async (company: string): Promise<string> => (await all({})).find((row) => row.company === company)!.id

  it('CAP-01 shows every capability, usage against the plan, and notices', async () => {
    await workspace.take(
      'usage',
      'account_id,resource,used,observed_at',
      'A-0001,contacts,2001,2026-11-23T07:00:00Z',
      'A-0001,domains,4,2026-11-23T07:00:00Z',
    )
    const view = await workspace.call('accounts.get', { id: await idOf('Anker') })
    expect(view).toMatchObject({
      accountId: 'A-0001',
      company: 'Anker',
      status: 'warned',
      planAwaitedSince: null,
      originalPlan: null,
      zone: 'Europe/Berlin',
    })
    expect(view.capabilities).toHaveLength(9)
    expect(view.capabilities.every(({ on }) => on)).toBe(true)
    expect(view.usage).toEqual([
      { resource: 'contacts', used: 2001, limit: 2000, observedAt: Date.UTC(2026, 10, 23, 7) },
      { resource: 'domains', used: 4, limit: null, observedAt: Date.UTC(2026, 10, 23, 7) },
    ])
    expect(view.notices).toHaveLength(1)
    expect(view.openCaseId).not.toBeNull()
    expect(view.plan).toMatchObject({ planId: 'free', name: 'Free', limits: { contacts: 2000 } })
    expect(view.plan.accounts).toEqual({ count: 1, atLeast: false })
  })

  it('says that an account is unknown', async () => {
    expect(await workspace.refused('accounts.get', { id: '01900000-0000-7000-8000-000000000000' })).toMatchObject({
      kind: 'refusal',
      code: 'account_missing',
    })
  })

  it('JNL-04 tells the account’s story newest first, in pages, by kind of author', async () => {
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
    await workspace.take('usage', 'account_id,resource,used,observed_at', 'A-0001,contacts,2500,2026-11-23T07:00:00Z')
    await workspace.desk.services.advance!(START + 5 * DAY)
    const id = await idOf('Anker')
    const whole = await workspace.call('accounts.timeline', { id, limit: 500 })
    const times = whole.rows.map(({ at }) => at)
    expect(times).toEqual([...times].sort((a, b) => b - a))
    expect(whole.rows.filter(({ kind }) => kind === 'messages.sent').length).toBeGreaterThanOrEqual(3)

    const paged: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof workspace.call<'accounts.timeline'>>> = await workspace.call('accounts.timeline', {
        id,
        cursor,
        limit: 2,
      })
      paged.push(...page.rows.map((row) => row.id))
      cursor = page.cursor
    } while (cursor !== null)
    expect(paged).toEqual(whole.rows.map((row) => row.id))

    const only = async (kind: 'decisions' | 'facts' | 'messages' | 'people') =>
      (await workspace.call('accounts.timeline', { id, only: kind, limit: 500 })).rows
    expect(await only('people')).toEqual([])
    expect((await only('messages')).every(({ kind }) => kind.startsWith('messages.'))).toBe(true)
    expect((await only('facts')).map(({ kind }) => kind)).toContain('accounts.created')
    expect((await only('decisions')).every(({ seq, actorKind }) => seq !== null && actorKind !== 'feed')).toBe(true)
    expect((await only('decisions')).map(({ kind }) => kind)).toContain('limits.restricted')
  })

  it('pages contacts', async () => {
    await workspace.take(
      'contacts',
      'contact_id,account_id,name,email,settings_access',
      ...[1, 2, 3].map((n) => `C-${n},A-0001,Contact ${n},c${n}@example.com,${n === 1}`),
    )
    const id = await idOf('Anker')
    const first = await workspace.call('accounts.contacts', { id, limit: 2 })
    const second = await workspace.call('accounts.contacts', { id, limit: 2, cursor: first.cursor })
    expect([...first.rows, ...second.rows].map(({ contactId, settingsAccess }) => [contactId, settingsAccess])).toEqual([
      ['C-1', true],
      ['C-2', false],
      ['C-3', false],
    ])
    expect(second.cursor).toBeNull()
  })
})
