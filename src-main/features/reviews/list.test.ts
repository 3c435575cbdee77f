import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '@contract/define'
import { METHODS, REVIEW_SORTS } from '@contract/reviews'
import { addTokens } from '@kernel/search/index'
import { accountWords } from '@features/accounts/index'
import { pageOfReviews, sortedSql, totalOfReviews, type ReviewFilter } from './list'
import type { ReviewOrder } from './order'
import { nextReview, totalsOfReviews } from './queries'
import { showReviewRow } from './row'
import { addGroupWords, FEW, reviewsWith } from './search'
import { ANNA, BEN, ReviewsDesk } from './testing/reviews-desk'

const GROUPS = 420
const HOUR = 3_600_000
/** Mon 23 Nov 2026, 10:00 in Berlin. */
const START = Date.parse('2026-11-23T09:00:00Z')

let desk: ReviewsDesk
const look = () => ({ operator: ANNA.id, now: desk.now })

beforeAll(async () => {
  desk = new ReviewsDesk(START)
  for (let n = 0; n < GROUPS; n += 1) {
    const account = desk.account()
    const company = n % 60 === 0 ? `Kranich ${n} GmbH` : `Škoda ${(n * 7919) % 1000} GmbH`
    desk.db.run(
      'UPDATE account SET language = ?, company = ?, company_key = ? WHERE id = ?',
      LANGUAGES[n % 5]!,
      company,
      company.toLowerCase(),
      account,
    )
    const group = desk.group(account)
    desk.db.run(
      'UPDATE contact_group SET receivers = ?, name = ? WHERE id = ?',
      (n * 104_729) % 5_000,
      n % 70 === 0 ? `Stammkunden ${n}` : `Newsletter ${n}`,
      group,
    )
    if (n % 4 > 0) desk.submit(group, { at: START - ((n * 31) % 120) * HOUR })
    desk.db.run('UPDATE submission SET method = ?, details = ? WHERE contact_group = ?', METHODS[n % 6]!, 'x'.repeat(n % 200), group)
    addTokens(desk.db, 'account', [{ entity: account, tokens: accountWords({ company, external: null, email: 'a@example.com', domain: null }) }])
    addGroupWords(desk.db, [{ id: group, name: n % 70 === 0 ? `Stammkunden ${n}` : `Newsletter ${n}`, external: `L-${n}` }])
    desk.unit((unit) => showReviewRow(unit, desk.review(group).id, desk.now))
  }
  // No signals are worked out here: some rows are flagged by hand.
  desk.db.run('UPDATE review_row SET flagged = 1 WHERE receivers % 3 = 0')
  await desk.tick()
}, 60_000)
afterAll(() => desk.close())

function all(filter: ReviewFilter, order: ReviewOrder, limit = 7): string[] {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const page = pageOfReviews(desk.db, filter, order, cursor, limit, look())
    ids.push(...page.rows)
    cursor = page.cursor
  } while (cursor !== null)
  return ids
}

const ORDER = {
  due: 'due_key#, incompleteness#',
  submitted: 'submitted_at#',
  completeness: 'incompleteness~',
  company: 'company_key#',
  receivers: 'receivers#',
} as const
const expected = (where: string, sort: keyof typeof ORDER, descending: boolean): string[] => {
  const flipped = sort === 'completeness'
  const direction = descending === flipped ? 'ASC' : 'DESC'
  const order = `${ORDER[sort]}, review#`.replaceAll(/[#~]/g, ` ${direction}`)
  return desk.db.all<{ review: string }>(`SELECT review FROM review_row WHERE ${where} ORDER BY ${order}`).map(({ review }) => review)
}
const FIRST = { sort: 'due', descending: false } as const

describe('DSK-03 the queue', () => {
  it.each(REVIEW_SORTS)('sorted by %s, up and down, under every filter, equals an unpaged list', (sort) => {
    for (const descending of [false, true]) {
      for (const filter of [
        {},
        { language: 'de' },
        { method: 'event' },
        { flagged: true },
        { overdue: true },
        { language: 'sv', method: 'partner', flagged: true, overdue: true },
      ] as const) {
        const where = Object.entries({ tab: 'queue', ...filter }).map(([name, value]) => `${name} = ${value === true ? 1 : `'${value}'`}`)
        expect(all({ tab: 'queue', ...filter }, { sort, descending })).toEqual(expected(where.join(' AND '), sort, descending))
      }
    }
  })

  it.each(['queue', 'query', 'unsubmitted', 'decided'] as const)(
    'reads %s from an index in its order: no table is scanned, nothing sorted',
    (tab) => {
      for (const sort of REVIEW_SORTS) {
        for (const descending of [false, true]) {
          for (const filter of [{}, { language: 'de', overdue: true }, { flagged: true, method: 'event' }] as const) {
            for (const placed of [false, true]) {
              const { sql } = sortedSql(tab, { tab, ...filter }, { sort, descending }, placed)
              const plan = desk.db.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array<number>(sql.split('?').length - 1).fill(1)) as {
                detail: string
              }[]
              const steps = plan.map(({ detail }) => detail)
              expect(steps.filter((step) => /SCAN|TEMP B-TREE/.test(step))).toEqual([])
              expect(steps.filter((step) => step.startsWith('SEARCH r ')).every((step) => step.includes(`COVERING INDEX review_row_`))).toBe(true)
            }
          }
        }
      }
    },
  )

  it('REV-05 REV-06 orders by due time, the most complete first behind it', () => {
    const rows = desk.db.all<{ review: string; due_key: number; incompleteness: number }>("SELECT * FROM review_row WHERE tab = 'queue'")
    rows.sort((a, b) => a.due_key - b.due_key || a.incompleteness - b.incompleteness || (a.review < b.review ? -1 : 1))
    expect(all({ tab: 'queue' }, FIRST, 50)).toEqual(rows.map(({ review }) => review))
  })

  it('REV-06 counts what is overdue as time passes', async () => {
    const overdue = (): number => totalOfReviews(desk.db, { tab: 'queue', overdue: true }, look()).count
    const due = (at: number): number => desk.db.get<{ n: number }>('SELECT count(*) AS n FROM review WHERE due_at < ?', at)!.n
    expect(overdue()).toBe(due(desk.now))
    const before = overdue()
    expect(before).toBeGreaterThan(0)
    await desk.advance(START + 31 * HOUR)
    expect(overdue()).toBe(due(desk.now))
    expect(overdue()).toBeGreaterThan(before)
  })

  it('finds groups by their own words and by the company’s, rare and common', () => {
    const cranes = desk.db
      .all<{ id: string }>("SELECT r.id FROM review r JOIN account a ON a.id = r.account WHERE a.company LIKE 'Kranich%'")
      .map(({ id }) => id)
    const found = (search: string, tab: ReviewFilter['tab'] = 'queue'): string[] => all({ tab, search }, FIRST, 2)
    expect(new Set([...found('kran'), ...found('KRANICH', 'unsubmitted')])).toEqual(new Set(cranes))
    expect(found('stammkunden').every((id) => all({ tab: 'queue', search: 'stamm gmbh' }, FIRST).includes(id))).toBe(true)
    expect(found('skoda').length + found('kranich').length).toBe(found('gmbh').length)
    expect(found('gmbh')).toEqual(all({ tab: 'queue' }, FIRST))
    expect(totalOfReviews(desk.db, { tab: 'queue', search: 'gmbh' }, look())).toEqual({ count: found('gmbh').length, atLeast: false })
    expect([found('zz'), found('zzz'), found('stammkunden zzz')]).toEqual([[], [], []])
  })

  it('walks the list where a word is too common to sort, and lets a rarer one lead, however short', () => {
    const found = (search: string, limit = 7): string[] => all({ tab: 'queue', search }, FIRST, limit)
    const before = {
      all: found('gmbh'),
      kept: found('gmbh stammkunden'),
      few: found('gmbh newsletter'),
      total: totalOfReviews(desk.db, { tab: 'queue', search: 'gmbh' }, look()),
    }
    // As if thousands of groups elsewhere had them: both words lead to too many.
    const many = Array.from({ length: FEW + 1 }, () => ({ entity: desk.host.ids.next(), tokens: ['gmbh', 'newsletter'] }))
    addTokens(desk.db, 'group', many)
    expect([reviewsWith(desk.db, ['newsletter', 'gmbh']), reviewsWith(desk.db, ['newsletter', 'kran'])?.length]).toEqual([
      null,
      desk.db.get<{ n: number }>(
        "SELECT count(*) AS n FROM account a JOIN contact_group g ON g.account = a.id WHERE a.company LIKE 'Kranich%' AND g.name LIKE 'Newsletter%'",
      )!.n,
    ])
    expect([found('gmbh'), found('gmbh', 500), found('gmbh stammkunden'), found('gmbh newsletter')]).toEqual([
      before.all,
      before.all,
      before.kept,
      before.few,
    ])
    expect(totalOfReviews(desk.db, { tab: 'queue', search: 'gmbh' }, look())).toEqual(before.total)
    expect([before.all.length > 0, before.kept.length > 0]).toEqual([true, true])
  })

  it('refuses a cursor that isn’t its own', () => {
    for (const cursor of ['{"a":1}', '[1,2]', '["a",1,"b"]', 'x'])
      expect(() => pageOfReviews(desk.db, { tab: 'queue' }, FIRST, cursor, 10, look())).toThrow('cursor_malformed')
  })

  it('REV-13 goes on to the next from where one was, past what others hold, and begins again at the end', () => {
    const queue = all({ tab: 'queue' }, FIRST, 100)
    expect(nextReview(desk.db, null, look())).toBe(queue[0])
    expect(nextReview(desk.db, queue[4]!, look())).toBe(queue[5])
    expect(nextReview(desk.db, queue.at(-1)!, look())).toBe(queue[0])
    desk.db.run('INSERT INTO review_claim (review, operator, until) VALUES (?, ?, ?)', queue[5]!, BEN.id, desk.now + HOUR)
    desk.db.run('UPDATE submission SET recorded_by = ? WHERE contact_group = (SELECT contact_group FROM review WHERE id = ?)', ANNA.id, queue[6]!)
    expect(nextReview(desk.db, queue[4]!, look())).toBe(queue[7])
    expect(nextReview(desk.db, queue[4]!, { operator: BEN.id, now: desk.now })).toBe(queue[5])
  })

  it('counts each part', () => {
    const totals = totalsOfReviews(desk.db, look())
    expect(totals.queue.count + totals.query.count + totals.unsubmitted.count + totals.decided.count).toBe(GROUPS)
    expect(totals.unsubmitted.count).toBe(GROUPS / 4)
  })
})
