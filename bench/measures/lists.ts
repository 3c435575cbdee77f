import { ACCOUNT_SORTS, type AccountStatus } from '@contract/accounts'
import { CASE_CAUSES, CASE_SORTS } from '@contract/limits'
import type { Page } from '@contract/define'
import { ratio, reported, type Measure } from '../result'
import type { Call } from '../workspace'

type Ask = (cursor: string | null) => Promise<Page<unknown>>

const RUNS = 15
const DEEP = 5

/** The cursor of a page some pages further on. */
async function deepCursor(ask: Ask): Promise<string | null> {
  let cursor: string | null = null
  for (let page = 0; page < DEEP; page += 1) cursor = (await ask(cursor)).cursor
  return cursor
}

async function timed(ask: Ask, cursor: string | null): Promise<number> {
  const started = performance.now()
  await ask(cursor)
  return performance.now() - started
}

/** Best times (ms) of the same page at both sizes, asked in turn, so that a busy machine slows both: the first page, or one further on, whichever is worse. */
async function pageTimes(large: Ask, small: Ask): Promise<{ large: number; small: number }> {
  let worst = { large: 0, small: Number.POSITIVE_INFINITY }
  for (const cursors of [
    [null, null],
    [await deepCursor(large), await deepCursor(small)],
  ] as const) {
    const best = { large: Number.POSITIVE_INFINITY, small: Number.POSITIVE_INFINITY }
    for (let run = 0; run < RUNS; run += 1) {
      best.large = Math.min(best.large, await timed(large, cursors[0]))
      best.small = Math.min(best.small, await timed(small, cursors[1]))
    }
    if (best.large / best.small > worst.large / worst.small) worst = best
  }
  return worst
}

/** Every offered sort and filter of one list, by name. */
type Asks = ReadonlyMap<string, Ask>

async function accountAsks(call: Call): Promise<Asks> {
  const plans = await call('plans.list', {})
  const asks = new Map<string, Ask>()
  for (const sort of ACCOUNT_SORTS) {
    for (const descending of [false, true]) {
      for (const status of [null, 'active', 'warned'] as (AccountStatus | null)[]) {
        for (const plan of [null, plans[0]!]) {
          asks.set(`${sort} ${descending ? 'down' : 'up'} ${status ?? 'any'} ${plan?.name ?? 'any'}`, (cursor) =>
            call('accounts.list', { sort, descending, status, plan: plan?.id ?? null, cursor, limit: 100 }),
          )
        }
      }
    }
  }
  return asks
}

function searchAsks(call: Call): Asks {
  const words = ['gar', 'buch', 'schaf', 'koln', 'a-10001', 'yogahaus muller', 'bergstrom bok', 'zzzz']
  return new Map(words.map((search) => [`“${search}”`, (cursor) => call('accounts.list', { search, cursor, limit: 100 })]))
}

function limitAsks(call: Call): Asks {
  const asks = new Map<string, Ask>()
  for (const sort of CASE_SORTS) {
    for (const descending of [false, true]) {
      for (const cause of [null, CASE_CAUSES[2]]) {
        for (const day of [null, 1]) {
          asks.set(`${sort} ${descending ? 'down' : 'up'} ${cause ?? 'any'} ${day ?? 'any'}`, (cursor) =>
            call('limits.list', { tab: 'open', sort, descending, cause, day, cursor, limit: 100 }),
          )
        }
      }
    }
  }
  return asks
}

async function compare(name: string, large: Asks, small: Asks, sizes: string): Promise<Measure[]> {
  let worst = { at: '', times: 0, ms: 0 }
  for (const [at, ask] of large) {
    const { large: ms, small: base } = await pageTimes(ask, small.get(at)!)
    if (ms / base > worst.times) worst = { at, times: ms / base, ms }
  }
  return [
    ratio(`${name}, worst of ${large.size}`, worst.times, 2, `page of 100, ${sizes}; worst: ${worst.at}`),
    reported(`${name}, that page`, worst.ms, 'ms', worst.at),
  ]
}

/** A page of 100 in any offered sort and filter, and word-prefix search, at both sizes. */
export async function measureLists(large: Call, small: Call, sizes: string): Promise<Measure[]> {
  return [
    ...(await compare('Accounts', await accountAsks(large), await accountAsks(small), sizes)),
    ...(await compare('Search', searchAsks(large), searchAsks(small), sizes)),
    ...(await compare('Over limits', limitAsks(large), limitAsks(small), sizes)),
  ]
}
