import type { Total } from '@contract/define'
import type { ReadDb, Value } from './database'

/** DSK-03: counts are exact to here; above, "10,000+". */
export const EXACT = 10_000

export const asTotal = (count: number): Total => ({ count: Math.min(count, EXACT), atLeast: count > EXACT })

/** Counts what `from` (a FROM clause with its WHERE) finds and stops as soon as the exact number no longer matters. */
export function countUpTo(db: ReadDb, from: string, ...params: readonly Value[]): Total {
  return asTotal(db.get<{ n: number }>(`SELECT count(*) AS n FROM (SELECT 1 FROM ${from} LIMIT ${EXACT + 1})`, ...params)!.n)
}
