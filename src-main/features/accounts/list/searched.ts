import type { Total } from '@contract/define'
import { asTotal, EXACT, type ReadDb, type Value } from '@kernel/database/index'
import { prefixRange, wordsOf } from '@kernel/search/index'
import { hitsOf, isResult, type Candidate, type Source, type Wanted } from './candidates'
import { parseCursor, type AccountFilter } from './filter'
import type { IdPage } from './sorted'

/** A call looks at no more; a short page with a cursor goes on where it stopped. */
const MOST_CANDIDATES = 250
const BATCH = 125
/** How far counting goes to find the rarest word. */
const RARE = 2_000
/** How many candidates a total of several words looks at before it says "at least". */
const MOST_COUNTED = 5_000

const SOURCES: readonly Source[] = ['account', 'contact']
const CONTACTS: readonly Source[] = ['contact']

/** True when the text asks for something; a text without any word of three characters finds nothing. */
export const isSearch = ({ search }: AccountFilter): boolean => search != null && search.trim() !== ''

/**
 * DSK-01: accounts that have every word, by prefix, among their own words or their contacts'. Driven by the rarest word, in the index's
 * order; filters and further words are checked hit by hit, in bounded work. @throws Refusal `cursor_malformed`
 */
export function searchedPage(db: ReadDb, filter: AccountFilter, cursor: string | null, limit: number): IdPage {
  const words = wordsOf(filter.search ?? '')
  const start = cursor === null ? null : (parseCursor(cursor, ['string', 'string', 'string', 'string']) as [string, string, string, string])
  const driver = start === null ? rarest(db, words) : words.find((word) => word === start[0])
  if (driver === undefined) return { ids: [], cursor: null }
  const wanted: Wanted = { driver, others: words.filter((word) => word !== driver), filter }

  const found = new Set<string>()
  let looked = 0
  for (const source of start?.[1] === 'contact' ? CONTACTS : SOURCES) {
    let after: readonly [string, string] | null = start?.[1] === source ? [start[2], start[3]] : null
    for (;;) {
      const batch = hitsOf(db, source, driver, after, BATCH)
      for (const candidate of batch) {
        after = [candidate.token, candidate.hit]
        looked += 1
        if (isResult(db, source, candidate, wanted)) found.add(candidate.id)
        if (found.size === limit || looked === MOST_CANDIDATES) return { ids: [...found], cursor: JSON.stringify([driver, source, ...after]) }
      }
      if (batch.length < BATCH) break
    }
  }
  return { ids: [...found], cursor: null }
}

const RANGE = 'token >= ? AND token < ?'

/** Undefined: some word begins nothing at all, or there is no word. */
function rarest(db: ReadDb, words: readonly string[]): string | undefined {
  let best: { word: string; count: number } | undefined
  for (const word of words) {
    const { from, to } = prefixRange(word)
    const count = SOURCES.reduce(
      (sum, source) =>
        sum +
        db.get<{ n: number }>(`SELECT count(*) AS n FROM (SELECT 1 FROM search_token WHERE kind = ? AND ${RANGE} LIMIT ?)`, source, from, to, RARE)!
          .n,
      0,
    )
    if (count === 0) return undefined
    if (best === undefined || count < best.count) best = { word, count }
  }
  return best?.word
}

const BY_WORD = `SELECT entity AS account FROM search_token WHERE kind = 'account' AND ${RANGE}
  UNION ALL SELECT c.account FROM search_token t CROSS JOIN contact c ON c.id = t.entity WHERE t.kind = 'contact' AND t.token >= ? AND t.token < ? AND c.removed_at IS NULL`

/** DSK-03: exact to 10,000 hits of one word; of several words, to what 5,000 candidates show. `exact`: all, however long it takes. */
export function searchedTotal(db: ReadDb, filter: AccountFilter, exact: boolean): Total {
  const words = wordsOf(filter.search ?? '')
  const driver = rarest(db, words)
  if (driver === undefined) return { count: 0, atLeast: false }
  const { from, to } = prefixRange(driver)
  const range: Value[] = [from, to, from, to]
  const conditions = 'WHERE (? IS NULL OR a.status = ?) AND (? IS NULL OR a.plan = ?)'
  const narrowed: Value[] = [filter.status ?? null, filter.status ?? null, filter.plan ?? null, filter.plan ?? null]
  if (words.length === 1) {
    const ceiling = exact ? Number.MAX_SAFE_INTEGER : EXACT + 1
    // Without a filter the count ends early; with one, so do the hits that are looked at.
    const hits = exact ? BY_WORD : `SELECT * FROM (${BY_WORD}) LIMIT ${5 * EXACT}`
    const plain = filter.status == null && filter.plan == null
    const sql = plain
      ? `SELECT DISTINCT account FROM (${hits})`
      : `SELECT DISTINCT h.account FROM (${hits}) h CROSS JOIN account a ON a.id = h.account ${conditions}`
    const n = db.get<{ n: number }>(`SELECT count(*) AS n FROM (${sql} LIMIT ?)`, ...range, ...(plain ? [] : narrowed), ceiling)!.n
    if (exact) return { count: n, atLeast: false }
    const looked = plain || n > EXACT ? 0 : db.get<{ n: number }>(`SELECT count(*) AS n FROM (${hits})`, ...range)!.n
    return looked >= 5 * EXACT ? { count: n, atLeast: true } : asTotal(n)
  }
  return countEach(db, { driver, others: words.filter((word) => word !== driver), filter }, exact)
}

function countEach(db: ReadDb, wanted: Wanted, exact: boolean): Total {
  const found = new Set<string>()
  let looked = 0
  for (const source of SOURCES) {
    let last: Candidate | undefined
    do {
      const batch = hitsOf(db, source, wanted.driver, last === undefined ? null : [last.token, last.hit], BATCH)
      for (const candidate of batch) if (isResult(db, source, candidate, wanted)) found.add(candidate.id)
      looked += batch.length
      if (!exact && (looked >= MOST_COUNTED || found.size > EXACT)) return { count: found.size, atLeast: batch.length === BATCH }
      last = batch.length < BATCH ? undefined : batch.at(-1)
    } while (last !== undefined)
  }
  return exact ? { count: found.size, atLeast: false } : asTotal(found.size)
}
