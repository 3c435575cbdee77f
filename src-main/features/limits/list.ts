import { CASE_CAUSES, type CASE_SORTS, type CaseCause, type CaseTab } from '@contract/limits'
import type { Page, Total } from '@contract/define'
import { countUpTo, type ReadDb, type Value } from '@kernel/database/index'
import { Refusal } from '@kernel/refusal'
import { prefixRange, wordsOf } from '@kernel/search/index'
import { accountWords, externalId } from '@features/accounts/index'

export interface CaseFilter {
  readonly tab: CaseTab
  readonly cause?: CaseCause | null | undefined
  readonly day?: number | null | undefined
  readonly search?: string | null | undefined
}

export interface CaseOrder {
  readonly sort: (typeof CASE_SORTS)[number]
  readonly descending: boolean
}

interface Hit {
  limit_case: string
  account: string
  v: number
}

const SORT_COLUMN = { next: 'next_at', over: 'over_permille', opened: 'opened_at' } as const
const DAYS = [1, 2, 3, 4] as const
/** More matches than this are found by walking the sorted list instead. */
const FEW = 2_000
/** A search walks at most so many rows a call. */
const MOST_WALKED = 20_000

const columnOf = (tab: CaseTab): 'bucket' | 'tab' => (tab === 'open' || tab === 'restricted' || tab === 'closed' ? 'bucket' : 'tab')

/** Every index range of a filter: a handful, each sorted, merged by SQLite without reading more than a page. */
function rangesOf({ tab, cause, day }: CaseFilter): { where: string; params: Value[] }[] {
  const causes = cause == null ? CASE_CAUSES : [cause]
  const days = day == null ? DAYS : [day]
  return causes.flatMap((one) => days.map((d) => ({ where: `${columnOf(tab)} = ? AND cause = ? AND day = ?`, params: [tab, one, d] })))
}

type Place = readonly [value: number, id: string]

function sorted(db: ReadDb, filter: CaseFilter, { sort, descending }: CaseOrder, after: Place | null, limit: number): Hit[] {
  const column = SORT_COLUMN[sort]
  const direction = descending ? 'DESC' : 'ASC'
  const place = after === null ? '' : ` AND (${column}, limit_case) ${descending ? '<' : '>'} (?, ?)`
  const ranges = rangesOf(filter)
  const sql = ranges.map(({ where }) => `SELECT limit_case, account, ${column} AS v FROM limit_row WHERE ${where}${place}`).join(' UNION ALL ')
  const params = ranges.flatMap((range) => (after === null ? range.params : [...range.params, ...after]))
  return db.all<Hit>(`${sql} ORDER BY v ${direction}, limit_case ${direction} LIMIT ?`, ...params, limit)
}

/** A page of case ids. @throws Refusal `cursor_malformed` */
export function pageOfCases(db: ReadDb, filter: CaseFilter, order: CaseOrder, cursor: string | null, limit: number): Page<string> {
  const after = cursor === null ? null : readCursor(cursor)
  const words = filter.search == null ? [] : wordsOf(filter.search)
  if (filter.search != null && filter.search.trim() !== '' && words.length === 0) return { rows: [], cursor: null }
  const { hits, next } =
    words.length === 0 ? plain(sorted(db, filter, order, after, limit + 1), limit) : searched(db, { filter, order, after, limit, words })
  return { rows: hits.map(({ limit_case }) => limit_case), cursor: next === null ? null : JSON.stringify([next.v, next.limit_case]) }
}

function plain(hits: Hit[], limit: number): { hits: Hit[]; next: Hit | null } {
  return hits.length > limit ? { hits: hits.slice(0, limit), next: hits[limit - 1] as Hit } : { hits, next: null }
}

interface Search {
  filter: CaseFilter
  order: CaseOrder
  after: Place | null
  limit: number
  words: readonly string[]
}

/** A rare word leads to its few cases; a common one is met often enough by walking the list in its order. */
function searched(db: ReadDb, { filter, order, after, limit, words }: Search): { hits: Hit[]; next: Hit | null } {
  const few = casesWith(db, filter, words, SORT_COLUMN[order.sort])
  if (few !== null) {
    const sign = order.descending ? -1 : 1
    const compare = (a: Hit, b: Place): number => sign * (a.v - b[0] || (a.limit_case < b[1] ? -1 : a.limit_case > b[1] ? 1 : 0))
    const ahead = few.filter((hit) => after === null || compare(hit, after) > 0).sort((a, b) => compare(a, [b.v, b.limit_case]))
    return plain(ahead, limit)
  }
  const hits: Hit[] = []
  let place = after
  for (let walked = 0; walked < MOST_WALKED;) {
    const rows = sorted(db, filter, order, place, 500)
    for (const row of rows) {
      place = [row.v, row.limit_case]
      if (!matches(db, row.account, words)) continue
      hits.push(row)
      if (hits.length > limit) return { hits: hits.slice(0, limit), next: hits[limit - 1] as Hit }
    }
    if (rows.length < 500) return { hits, next: null }
    walked += rows.length
  }
  return { hits, next: place === null ? null : { v: place[0], limit_case: place[1], account: '' } }
}

/** All cases whose account has the words; null: too many to sort. */
function casesWith(db: ReadDb, { tab, cause, day }: CaseFilter, words: readonly string[], column: string): Hit[] | null {
  const [rarest] = words
  if (rarest === undefined) return []
  const { from, to } = prefixRange(rarest)
  const found = db.all<{ entity: string }>(
    `SELECT DISTINCT entity FROM search_token WHERE kind = 'account' AND token >= ? AND token < ? LIMIT ?`,
    from,
    to,
    FEW + 1,
  )
  if (found.length > FEW) return null
  const wanted = words.length === 1 ? found : found.filter(({ entity }) => matches(db, entity, words))
  return db.all<Hit>(
    `SELECT r.limit_case, r.account, r.${column} AS v FROM json_each(?) t CROSS JOIN limit_case c ON c.account = t.value CROSS JOIN limit_row r ON r.limit_case = c.id
     WHERE r.${columnOf(tab)} = ? AND (? IS NULL OR r.cause = ?) AND (? IS NULL OR r.day = ?)`,
    JSON.stringify(wanted.map(({ entity }) => entity)),
    tab,
    cause ?? null,
    cause ?? null,
    day ?? null,
    day ?? null,
  )
}

function matches(db: ReadDb, account: string, words: readonly string[]): boolean {
  const row = db.get<{ company: string; email: string; domain: string | null }>('SELECT company, email, domain FROM account WHERE id = ?', account)
  if (row === undefined) return false
  const tokens = accountWords({ ...row, external: externalId(db, 'account', account) })
  return words.every((word) => tokens.some((token) => token.startsWith(word)))
}

function readCursor(cursor: string): Place {
  try {
    const [value, id] = JSON.parse(cursor) as unknown[]
    if (typeof value === 'number' && typeof id === 'string') return [value, id]
  } catch {
    // Falls through to the refusal.
  }
  throw new Refusal('cursor_malformed', {}, 'invalid')
}

/** DSK-03: exact to 10,000. */
export function totalOf(db: ReadDb, filter: CaseFilter): Total {
  const words = filter.search == null ? [] : wordsOf(filter.search)
  if (filter.search != null && filter.search.trim() !== '') {
    const few = words.length === 0 ? [] : casesWith(db, filter, words, 'opened_at')
    if (few !== null) return { count: few.length, atLeast: false }
    const { hits, next } = searched(db, { filter, order: { sort: 'next', descending: false }, after: null, limit: 10_000, words })
    return { count: hits.length, atLeast: next !== null }
  }
  return sum(rangesOf(filter).map(({ where, params }) => countUpTo(db, `limit_row WHERE ${where}`, ...params)))
}

function sum(totals: readonly Total[]): Total {
  const count = totals.reduce((all, total) => all + total.count, 0)
  return { count: Math.min(count, 10_000), atLeast: count > 10_000 || totals.some(({ atLeast }) => atLeast) }
}
