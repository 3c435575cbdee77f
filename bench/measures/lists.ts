import { ACCOUNT_SORTS, type AccountStatus } from '@contract/accounts'
import { CASE_CAUSES, CASE_SORTS } from '@contract/limits'
import type { Page } from '@contract/define'
import { median, ratio, reported, type Measure } from '../result'
import type { Call } from '../workspace'

type Ask = (cursor: string | null) => Promise<Page<unknown>>

const RUNS = 15
const DEEP = 5

/** ms of a page of 100: the first, and one some pages further on. */
async function pageTime(ask: Ask): Promise<number> {
  let cursor: string | null = null
  const times: number[] = []
  for (const at of [0, DEEP]) {
    for (let page = 0; page < at && (at === 0 || cursor !== null || page === 0); page += 1) cursor = (await ask(cursor)).cursor
    const runs: number[] = []
    for (let run = 0; run < RUNS; run += 1) {
      const started = performance.now()
      await ask(cursor)
      runs.push(performance.now() - started)
    }
    times.push(median(runs))
  }
  return Math.max(...times)
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
          asks.set(`${sort} ${descending ? 'down' : 'up'} ${status ?? 'any'} ${plan?.name ?? 'any'}`, (cursor) => call('accounts.list', { sort, descending, status, plan: plan?.id ?? null, cursor, limit: 100 }))
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
          asks.set(`${sort} ${descending ? 'down' : 'up'} ${cause ?? 'any'} ${day ?? 'any'}`, (cursor) => call('limits.list', { tab: 'open', sort, descending, cause, day, cursor, limit: 100 }))
        }
      }
    }
  }
  return asks
}

async function compare(name: string, large: Asks, small: Asks, sizes: string): Promise<Measure[]> {
  let worst = { at: '', times: 0, ms: 0 }
  for (const [at, ask] of large) {
    const ms = await pageTime(ask)
    const base = await pageTime(small.get(at)!)
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
