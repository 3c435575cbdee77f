import { LANGUAGES, type Page, type Total } from '@contract/define'
import { METHODS, type Method, type REVIEW_TABS } from '@contract/reviews'
import { countUpTo, type ReadDb, type Value } from '@kernel/database/index'
import { wordsOf } from '@kernel/search/index'
import { compare, readCursor, SORTS, type Key, type Place, type ReviewOrder } from './order'
import { ownReviews, type Looking } from './own'
import type { RowTab } from './row'
import { matching, reviewsWith } from './search'

export interface ReviewFilter {
  readonly tab: (typeof REVIEW_TABS)[number]
  readonly language?: (typeof LANGUAGES)[number] | null | undefined
  readonly method?: Method | null | undefined
  readonly overdue?: boolean | null | undefined
  readonly flagged?: boolean | null | undefined
  readonly search?: string | null | undefined
}

interface Hit {
  readonly id: string
  readonly place: Place
}

/** A search walks at most so many rows a call. */
const MOST_WALKED = 20_000
const STEP = 500

interface Range {
  readonly where: string
  readonly params: readonly Value[]
}

/** Every index range of a filter, each sorted, merged by SQLite without reading more than a page. */
function rangesOf(tab: RowTab, { language, method, overdue, flagged }: ReviewFilter): Range[] {
  const late = overdue === true ? [1] : tab === 'queue' ? [0, 1] : [0]
  const flags = flagged === true ? [1] : [0, 1]
  const languages = language == null ? LANGUAGES : [language]
  const methods = method == null ? ['', ...METHODS] : [method]
  const where = 'tab = ? AND overdue = ? AND flagged = ? AND language = ? AND method = ?'
  return late.flatMap((o) => flags.flatMap((f) => languages.flatMap((l) => methods.map((m) => ({ where, params: [tab, o, f, l, m] })))))
}

/** A primary-key look at each row met: what its reader has put aside. */
const NOT_ASIDE = 'NOT EXISTS (SELECT 1 FROM review_snooze s WHERE s.operator = ? AND s.review = r.review AND s.until > ?)'

/** The next rows of a stored tab in their order. Exported for its query plan's test. */
export function sortedSql(tab: RowTab, filter: ReviewFilter, { sort, descending }: ReviewOrder, placed: boolean): { sql: string; ranges: Range[] } {
  const { columns, flipped } = SORTS[sort]
  const down = descending !== (flipped ?? false)
  const keys = [...columns, 'review']
  const place = placed ? ` AND (${keys.join(', ')}) ${down ? '<' : '>'} (${keys.map(() => '?').join(', ')})` : ''
  const ranges = rangesOf(tab, filter)
  const aside = tab === 'queue' || tab === 'query' ? ` AND ${NOT_ASIDE}` : ''
  const part = ({ where }: Range): string =>
    `SELECT ${keys.map((key, n) => `r.${key} AS k${n}`).join(', ')} FROM review_row r WHERE ${where}${place}${aside}`
  const order = keys.map((_, n) => `k${n} ${down ? 'DESC' : 'ASC'}`).join(', ')
  return { sql: `${ranges.map(part).join(' UNION ALL ')} ORDER BY ${order} LIMIT ?`, ranges }
}

function sorted(
  db: ReadDb,
  tab: RowTab,
  filter: ReviewFilter,
  order: ReviewOrder,
  { after, limit }: { after: Place | null; limit: number },
  looking: Looking,
): Hit[] {
  const { sql, ranges } = sortedSql(tab, filter, order, after !== null)
  const aside = tab === 'queue' || tab === 'query' ? [looking.operator, looking.now] : []
  const params = ranges.flatMap((range) => [...range.params, ...(after ?? []), ...aside])
  return db.all<Record<string, Key>>(sql, ...params, limit).map((row) => {
    const place = Object.values(row)
    return { id: place.at(-1) as string, place }
  })
}

/** A page of review ids. @throws Refusal `cursor_malformed` */
export function pageOfReviews(
  db: ReadDb,
  filter: ReviewFilter,
  order: ReviewOrder,
  cursor: string | null,
  limit: number,
  looking: Looking,
): Page<string> {
  const after = cursor === null ? null : readCursor(cursor, order)
  const words = searchedFor(filter)
  const { hits, next } = words === 'nothing' ? { hits: [], next: null } : pageAfter(db, { filter, order, after, limit, looking, words })
  return { rows: hits.map(({ id }) => id), cursor: next === null ? null : JSON.stringify(next) }
}

/** Null: no search. `nothing`: too short to find anything (DSK-01). */
function searchedFor({ search }: ReviewFilter): readonly string[] | null | 'nothing' {
  if (search == null || search.trim() === '') return null
  const words = wordsOf(search)
  return words.length === 0 ? 'nothing' : words
}

interface Asked {
  readonly filter: ReviewFilter
  readonly order: ReviewOrder
  readonly after: Place | null
  readonly limit: number
  readonly looking: Looking
  readonly words: readonly string[] | null
}

interface Found {
  readonly hits: readonly Hit[]
  readonly next: Place | null
}

function pageAfter(db: ReadDb, asked: Asked): Found {
  const { filter, order, after, limit, looking, words } = asked
  const { tab } = filter
  if (tab === 'mine' || tab === 'snoozed') {
    const own = ownReviews(db, tab, looking)
    return sortHere(placesOf(db, words === null ? own : matching(db, own, words), filter, order), order, after, limit)
  }
  if (words === null) return cut(sorted(db, tab, filter, order, { after, limit: limit + 1 }, looking), limit)
  // A rare word leads to its few reviews; a common one is met often enough by walking the list in its order.
  const few = reviewsWith(db, words)
  if (few !== null) return sortHere(placesOf(db, notAside(db, few, tab, looking), filter, order), order, after, limit)
  return walk(db, tab, { ...asked, words })
}

function cut(hits: readonly Hit[], limit: number): Found {
  return hits.length > limit ? { hits: hits.slice(0, limit), next: hits[limit - 1]!.place } : { hits, next: null }
}

function walk(db: ReadDb, tab: RowTab, { filter, order, after, limit, looking, words }: Asked & { words: readonly string[] }): Found {
  const hits: Hit[] = []
  let place = after
  for (let walked = 0; walked < MOST_WALKED;) {
    const rows = sorted(db, tab, filter, order, { after: place, limit: STEP }, looking)
    const found = new Set(
      matching(
        db,
        rows.map(({ id }) => id),
        words,
      ),
    )
    for (const row of rows) {
      place = row.place
      if (!found.has(row.id)) continue
      hits.push(row)
      if (hits.length > limit) return cut(hits, limit)
    }
    if (rows.length < STEP) return { hits, next: null }
    walked += rows.length
  }
  return { hits, next: place }
}

/** Where some reviews stand in the list; those that the filter leaves out are dropped. */
function placesOf(db: ReadDb, ids: readonly string[], filter: ReviewFilter, { sort }: ReviewOrder): Hit[] {
  const { tab, language, method, overdue, flagged } = filter
  const keys = [...SORTS[sort].columns, 'review']
  const rows = db.all<Record<string, Key>>(
    `SELECT ${keys.map((key, n) => `r.${key} AS k${n}`).join(', ')} FROM json_each(?) t CROSS JOIN review_row r ON r.review = t.value
     WHERE r.tab IN (${tab === 'mine' || tab === 'snoozed' ? "'queue', 'query'" : `'${tab}'`}) AND r.overdue >= ? AND r.flagged >= ?
       AND (? IS NULL OR r.language = ?) AND (? IS NULL OR r.method = ?)`,
    JSON.stringify(ids),
    overdue === true ? 1 : 0,
    flagged === true ? 1 : 0,
    language ?? null,
    language ?? null,
    method ?? null,
    method ?? null,
  )
  return rows.map((row) => {
    const place = Object.values(row)
    return { id: place.at(-1) as string, place }
  })
}

function sortHere(hits: readonly Hit[], { sort, descending }: ReviewOrder, after: Place | null, limit: number): Found {
  const sign = descending === (SORTS[sort].flipped ?? false) ? 1 : -1
  const ahead = hits.filter(({ place }) => after === null || sign * compare(place, after) > 0)
  return cut(
    ahead.sort((a, b) => sign * compare(a.place, b.place)),
    limit,
  )
}

function notAside(db: ReadDb, ids: readonly string[], tab: RowTab, { operator, now }: Looking): readonly string[] {
  if (tab !== 'queue' && tab !== 'query') return ids
  return db
    .all<{ review: string }>(
      `SELECT r.value AS review FROM json_each(?) r WHERE ${NOT_ASIDE.replace('r.review', 'r.value')}`,
      JSON.stringify(ids),
      operator,
      now,
    )
    .map(({ review }) => review)
}

const ANY_ORDER: ReviewOrder = { sort: 'due', descending: false }

/** DSK-03: exact to 10,000. */
export function totalOfReviews(db: ReadDb, filter: ReviewFilter, looking: Looking): Total {
  const words = searchedFor(filter)
  if (words === 'nothing') return { count: 0, atLeast: false }
  const { tab } = filter
  if (words !== null || tab === 'mine' || tab === 'snoozed') {
    const { hits, next } = pageAfter(db, { filter, order: ANY_ORDER, after: null, limit: 10_000, looking, words })
    return { count: hits.length, atLeast: next !== null }
  }
  const ranges = rangesOf(tab, filter)
  const parts = ranges.map(({ where }) => `SELECT 1 FROM review_row WHERE ${where}`).join(' UNION ALL ')
  const total = countUpTo(db, `(${parts})`, ...ranges.flatMap(({ params }) => params))
  if (total.atLeast || (tab !== 'queue' && tab !== 'query')) return total
  return { ...total, count: total.count - placesOf(db, ownReviews(db, 'snoozed', looking), filter, ANY_ORDER).length }
}

/** Where a review stands, or would stand, among those that are due: to go on after it. */
export function placeAmongDue(db: ReadDb, id: string): string | null {
  const row = db.get<{ due: number; incompleteness: number }>(
    'SELECT coalesce(v.due_at, r.due_key) AS due, r.incompleteness FROM review_row r CROSS JOIN review v ON v.id = r.review WHERE r.review = ?',
    id,
  )
  return row === undefined ? null : JSON.stringify([row.due, row.incompleteness, id])
}
