import { ACCOUNT_SORTS, type AccountStatus } from '@contract/accounts'
import { CASE_CAUSES, CASE_SORTS } from '@contract/limits'
import type { Page } from '@contract/define'
import { ratio, reported, type Measure } from '../result'
import type { Call } from '../workspace'

type Ask = (cursor: string | null) => Promise<Page<unknown>>

const RUNS = 15
const DEEP = 5

/** Where both sizes give equally many rows: at the start, and some pages further on. A short page is no measure of a whole one. */
async function likePages(large: Ask, small: Ask): Promise<(readonly [string | null, string | null])[]> {
  const places: (readonly [string | null, string | null])[] = []
  let cursors: readonly [string | null, string | null] = [null, null]
  for (let page = 0; page <= DEEP; page += 1) {
    const [one, other] = [await large(cursors[0]), await small(cursors[1])]
    if (one.rows.length !== other.rows.length) break
    places.push(cursors)
    if (one.cursor === null || other.cursor === null) break
    cursors = [one.cursor, other.cursor]
  }
  return places.length > 1 ? [places[0]!, places.at(-1)!] : places
}

async function timed(ask: Ask, cursor: string | null): Promise<number> {
  const started = performance.now()
  await ask(cursor)
  return performance.now() - started
}

/** Best times (ms) of the same page at both sizes, asked in turn, so that a busy machine slows both: the first page, or one further on, whichever is worse. */
async function pageTimes(large: Ask, small: Ask): Promise<{ large: number; small: number } | null> {
  let worst: { large: number; small: number } | null = null
  for (const cursors of await likePages(large, small)) {
    const best = { large: Number.POSITIVE_INFINITY, small: Number.POSITIVE_INFINITY }
    for (let run = 0; run < RUNS; run += 1) {
      best.large = Math.min(best.large, await timed(large, cursors[0]))
      best.small = Math.min(best.small, await timed(small, cursors[1]))
    }
    if (worst === null || best.large / best.small > worst.large / worst.small) worst = best
  }
  return worst
}

/** Every offered sort and filter of one list, by name. */
export type Asks = ReadonlyMap<string, Ask>

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
  const words = ['gar', 'buch', 'schaf', 'koln', 'a-19999', 'yogahaus muller', 'bergstrom bok', 'zzzz']
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

/** Of the asks, those that find equally many rows at both sizes; none at all is no pass. */
export async function compare(name: string, large: Asks, small: Asks, sizes: string): Promise<Measure[]> {
  let worst = { at: '', times: Number.NaN, ms: Number.NaN }
  let compared = 0
  for (const [at, ask] of large) {
    const times = await pageTimes(ask, small.get(at)!)
    if (times === null) continue
    compared += 1
    if (!(times.large / times.small <= worst.times)) worst = { at, times: times.large / times.small, ms: times.large }
  }
  return [
    ratio(`${name}, worst of ${compared} out of ${large.size}`, worst.times, 2, `page of 100, ${sizes}; worst: ${worst.at}`),
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
