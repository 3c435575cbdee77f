import type { PlanView } from '@contract/accounts'
import type { Total } from '@contract/define'
import type { ReadDb, Value } from '@kernel/database/index'
import { externalId } from '@features/accounts/index'
import type { Plan } from './case'

/** DSK-03: exact to here; above, "10,000+". */
const EXACT = 10_000

/** Counts what `from` (a FROM clause with its WHERE) finds, at most so far. */
export function countUpTo(db: ReadDb, from: string, ...params: readonly Value[]): Total {
  const count = db.get<{ n: number }>(`SELECT count(*) AS n FROM (SELECT 1 FROM ${from} LIMIT ${EXACT + 1})`, ...params)?.n ?? 0
  return { count: Math.min(count, EXACT), atLeast: count > EXACT }
}

export function planView(db: ReadDb, plan: Plan): PlanView {
  const { id, name, rank, paid, priceMinor, currency, limits } = plan
  return { id, planId: externalId(db, 'plan', id), name, rank, paid, priceMinor, currency, limits: { ...limits }, accounts: countUpTo(db, 'account WHERE plan = ?', id) }
}
