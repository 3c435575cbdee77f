import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instantOf } from '@kernel/calendar/index'
import { addTokens } from '@kernel/search/index'
import { accountWords } from '@features/accounts/index'
import { evaluateAccounts } from './evaluate'
import { pageOfCases, totalOf, type CaseFilter, type CaseOrder } from './list'
import { LimitsDesk } from './testing/limits-desk'

const CASES = 2_300
const TUESDAY = instantOf('2026-11-24', 600, 'Europe/Berlin')

let desk: LimitsDesk
beforeAll(() => {
  desk = new LimitsDesk(TUESDAY)
  desk.unit((unit) => {
    const accounts = Array.from({ length: CASES }, (_, n) => {
      const id = desk.account({ plan: n % 2 === 0 ? 'free' : 'startup', email: `a${n}@example.com` })
      const company = n % 300 === 0 ? `Kranich ${n} GmbH` : `Anker ${n} GmbH`
      unit.db.run('UPDATE account SET company = ?, plan_change = ? WHERE id = ?', company, n % 5 === 0 ? 'downgraded' : null, id)
      unit.db.run(
        'INSERT INTO usage (account, resource, used, observed_at) VALUES (?, ?, ?, ?)',
        id,
        'contacts',
        6000 + ((n * 7919) % 1000),
        unit.now,
      )
      addTokens(unit.db, 'account', [
        { entity: id, tokens: accountWords({ company, external: `A-${n + 1}`, email: `a${n}@example.com`, domain: null }) },
      ])
      return id
    })
    evaluateAccounts(unit, accounts, 'usage')
  })
}, 60_000)
afterAll(() => desk.close())

function all(filter: CaseFilter, order: CaseOrder, limit = 500): string[] {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const page = pageOfCases(desk.db, filter, order, cursor, limit)
    ids.push(...page.rows)
    cursor = page.cursor
  } while (cursor !== null)
  return ids
}
const expected = (where: string, order: string): string[] =>
  desk.db
    .all<{ id: string }>(`SELECT r.limit_case AS id FROM limit_row r JOIN account a ON a.id = r.account WHERE ${where} ORDER BY ${order}`)
    .map(({ id }) => id)

describe('DSK-03 the list of cases', () => {
  test.each(['next', 'over', 'opened'] as const)('sorted by %s, up and down, under every filter, equals an unpaged list', (sort) => {
    const column = { next: 'next_at', over: 'over_permille', opened: 'opened_at' }[sort]
    for (const descending of [false, true]) {
      const direction = descending ? 'DESC' : 'ASC'
      for (const cause of [null, 'grew', 'downgraded'] as const) {
        for (const day of [null, 1, 2]) {
          const where = `bucket = 'open'${cause === null ? '' : ` AND cause = '${cause}'`}${day === null ? '' : ` AND day = ${day}`}`
          const ids = all({ tab: 'open', cause, day }, { sort, descending })
          expect(ids).toEqual(expected(where, `${column} ${direction}, limit_case ${direction}`))
        }
      }
    }
  })

  test('finds a word that nearly every account has, in the list’s order', () => {
    const order = { sort: 'over', descending: true } as const
    expect(all({ tab: 'open', search: 'gmbh' }, order)).toEqual(expected("bucket = 'open'", 'over_permille DESC, limit_case DESC'))
    expect(totalOf(desk.db, { tab: 'open', search: 'gmbh' })).toEqual({ count: CASES, atLeast: false })
  })

  test('finds few among many, by all words', () => {
    const order = { sort: 'over', descending: false } as const
    const cranes = expected("a.company LIKE 'Kranich%'", 'over_permille, limit_case')
    expect(all({ tab: 'open', search: 'kranich gmbh' }, order, 3)).toEqual(cranes)
    expect(all({ tab: 'open', search: 'gmb kran' }, order, 3)).toEqual(cranes)
    expect(all({ tab: 'open', search: 'zz' }, order)).toEqual([])
    expect(all({ tab: 'closed', search: 'gmbh' }, order)).toEqual([])
  })

  test('refuses a cursor of its own making', () => {
    expect(() => pageOfCases(desk.db, { tab: 'open' }, { sort: 'next', descending: false }, '{"a":1}', 10)).toThrow('cursor_malformed')
  })
})
