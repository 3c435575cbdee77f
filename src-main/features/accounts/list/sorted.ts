import type { ACCOUNT_SORTS } from '@contract/accounts'
import type { Total } from '@contract/define'
import { asTotal, countUpTo, EXACT, type ReadDb, type Value } from '@kernel/database/index'
import { parseCursor, rangesOf, type AccountFilter, type Range } from './filter'

export interface Order {
  readonly sort: (typeof ACCOUNT_SORTS)[number]
  readonly descending: boolean
}

export interface IdPage {
  /** Internal uuids in order. */
  readonly ids: readonly string[]
  readonly cursor: string | null
}

interface Hit {
  readonly id: string
  readonly v: string | number
}

const COLUMN = { company: 'company_key', created: 'created_at', contacts: 'contacts_used' } as const
/** SQLite merges so many sorted ranges at once (its limit is 500); a shop with more plans takes several statements. */
const MERGED = 200

/**
 * DSK-03: one page by keyset on (sort value, id). A filter is a handful of index ranges, each in order, merged without reading more than
 * a page, so its cost doesn't grow with the number of accounts. @throws Refusal `cursor_malformed`
 */
export function sortedPage(db: ReadDb, filter: AccountFilter, order: Order, cursor: string | null, limit: number): IdPage {
  const after = cursor === null ? null : parseCursor(cursor, [order.sort === 'company' ? 'string' : 'number', 'string'])
  const ranges = rangesOf(db, filter)
  const hits = ranges === null ? everything(db, order, after, limit + 1) : merged(db, ranges, order, after, limit + 1)
  const last = hits[limit - 1]
  return {
    ids: hits.slice(0, limit).map(({ id }) => id),
    cursor: hits.length > limit && last !== undefined ? JSON.stringify([last.v, last.id]) : null,
  }
}

function everything(db: ReadDb, order: Order, after: readonly Value[] | null, limit: number): Hit[] {
  const { select, direction, place } = piecesOf(order, after)
  const index = `account_by_${order.sort}`
  return db.all<Hit>(
    `${select} INDEXED BY ${index} ${place === '' ? '' : `WHERE ${place}`} ORDER BY v ${direction}, id ${direction} LIMIT ?`,
    ...(after ?? []),
    limit,
  )
}

function merged(db: ReadDb, ranges: readonly Range[], order: Order, after: readonly Value[] | null, limit: number): Hit[] {
  const { select, direction, place } = piecesOf(order, after)
  const one = `${select} INDEXED BY account_by_plan_${order.sort} WHERE plan = ? AND status = ?${place === '' ? '' : ` AND ${place}`}`
  const found: Hit[] = []
  for (let at = 0; at < ranges.length; at += MERGED) {
    const group = ranges.slice(at, at + MERGED)
    const params = group.flatMap(({ plan, status }) => [plan, status, ...(after ?? [])])
    found.push(...db.all<Hit>(`${group.map(() => one).join(' UNION ALL ')} ORDER BY v ${direction}, id ${direction} LIMIT ?`, ...params, limit))
  }
  return ranges.length <= MERGED ? found : found.sort((a, b) => (order.descending ? compare(b, a) : compare(a, b))).slice(0, limit)
}

function piecesOf({ sort, descending }: Order, after: readonly Value[] | null): { select: string; direction: 'ASC' | 'DESC'; place: string } {
  const column = COLUMN[sort]
  return {
    select: `SELECT id, ${column} AS v FROM account`,
    direction: descending ? 'DESC' : 'ASC',
    place: after === null ? '' : `(${column}, id) ${descending ? '<' : '>'} (?, ?)`,
  }
}

/** SQLite compares text byte by byte. */
function compare(a: Hit, b: Hit): number {
  const byValue = typeof a.v === 'string' && typeof b.v === 'string' ? Buffer.compare(Buffer.from(a.v), Buffer.from(b.v)) : Number(a.v) - Number(b.v)
  return byValue !== 0 ? byValue : a.id < b.id ? -1 : 1
}

/** DSK-03: exact to 10,000; `exact`: every one, however long it takes. */
export function sortedTotal(db: ReadDb, filter: AccountFilter, exact: boolean): Total {
  const ranges = rangesOf(db, filter)
  const within = (from: string, ...params: Value[]): number =>
    exact ? db.get<{ n: number }>(`SELECT count(*) AS n FROM ${from}`, ...params)!.n : countOf(countUpTo(db, from, ...params))
  if (ranges === null) return totalOf(within('account'), exact)
  let count = 0
  for (const { plan, status } of ranges) {
    count += within('account INDEXED BY account_by_plan_contacts WHERE plan = ? AND status = ?', plan, status)
    if (!exact && count > EXACT) break
  }
  return totalOf(count, exact)
}

const countOf = ({ count, atLeast }: Total): number => (atLeast ? EXACT + 1 : count)
const totalOf = (count: number, exact: boolean): Total => (exact ? { count, atLeast: false } : asTotal(count))
