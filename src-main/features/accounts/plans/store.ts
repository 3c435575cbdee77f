import type { ReadDb, WriteDb } from '@kernel/database/index'

export interface PlanTerms {
  readonly name: string
  readonly rank: number
  readonly paid: boolean
  readonly priceMinor: number | null
  readonly currency: string | null
  readonly limits: Readonly<Record<string, number>>
}

/** As feeds write them, so that the same plan reported again is the same. */
const limitsJson = (limits: PlanTerms['limits']): string =>
  JSON.stringify(Object.fromEntries(Object.entries(limits).sort(([a], [b]) => (a < b ? -1 : 1))))

/** `observedAt` (ms UTC): facts seen earlier don't undo it (FED-07). */
export function insertPlan(db: WriteDb, id: string, planId: string, terms: PlanTerms, observedAt: number): void {
  const { name, rank, paid, priceMinor, currency, limits } = terms
  db.run(
    'INSERT INTO plan (id, name, rank, paid, price_minor, currency, limits, observed_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)',
    id,
    name,
    rank,
    paid ? 1 : 0,
    priceMinor,
    currency,
    limitsJson(limits),
    observedAt,
  )
  db.run("INSERT INTO external_id (kind, external, entity) VALUES ('plan', ?, ?)", planId, id)
}

export function updatePlan(db: WriteDb, id: string, terms: PlanTerms, observedAt: number): void {
  const { name, rank, paid, priceMinor, currency, limits } = terms
  db.run(
    'UPDATE plan SET name = ?, rank = ?, paid = ?, price_minor = ?, currency = ?, limits = ?, observed_at = max(observed_at, ?), removed_at = NULL, version = version + 1 WHERE id = ?',
    name,
    rank,
    paid ? 1 : 0,
    priceMinor,
    currency,
    limitsJson(limits),
    observedAt,
    id,
  )
}

export function removePlanRow(db: WriteDb, id: string, at: number): void {
  db.run('UPDATE plan SET removed_at = ?, observed_at = max(observed_at, ?), version = version + 1 WHERE id = ?', at, at, id)
}

/** An account is on the plan, is still reported on it (FED-07), or would go back to it (LIM-09). */
export function isInUse(db: ReadDb, plan: string): boolean {
  return (
    db.get('SELECT 1 FROM account INDEXED BY account_by_plan_contacts WHERE plan = ? LIMIT 1', plan) !== undefined ||
    db.get('SELECT 1 FROM plan_decision WHERE original_plan = ? OR (from_plan = ? AND confirmed_at IS NULL) LIMIT 1', plan, plan) !== undefined
  )
}

/** Where the new look at a plan's accounts has got to, in the order of `account_by_plan_company`. */
export interface Place {
  readonly status: string
  readonly company_key: string
  readonly id: string
}

export interface Recheck extends Place {
  readonly plan: string
  /** ms UTC */
  readonly since: number
}

/** From the start, also where one was under way. */
export function startRecheck(db: WriteDb, plan: string, since: number): void {
  db.run("INSERT OR REPLACE INTO plan_recheck (plan, since, status, company_key, id) VALUES (?, ?, '', '', '')", plan, since)
}

export function rechecks(db: ReadDb, since: number, limit: number): Recheck[] {
  return db.all<Recheck>('SELECT plan, since, status, company_key, id FROM plan_recheck WHERE since <= ? ORDER BY since, plan LIMIT ?', since, limit)
}

export const recheckOf = (db: ReadDb, plan: string): Recheck | undefined =>
  db.get<Recheck>('SELECT plan, since, status, company_key, id FROM plan_recheck WHERE plan = ?', plan)

export function nextRecheck(db: ReadDb, after: number): number | null {
  return db.get<{ at: number | null }>('SELECT min(since) AS at FROM plan_recheck WHERE since > ?', after)?.at ?? null
}

export function accountsOnPlan(db: ReadDb, plan: string, after: Place, limit: number): Place[] {
  return db.all<Place>(
    'SELECT status, company_key, id FROM account INDEXED BY account_by_plan_company WHERE plan = ? AND (status, company_key, id) > (?, ?, ?) ORDER BY status, company_key, id LIMIT ?',
    plan,
    after.status,
    after.company_key,
    after.id,
    limit,
  )
}

/** Null: all were looked at. */
export function moveRecheck(db: WriteDb, plan: string, to: Place | null): void {
  if (to === null) db.run('DELETE FROM plan_recheck WHERE plan = ?', plan)
  else db.run('UPDATE plan_recheck SET status = ?, company_key = ?, id = ? WHERE plan = ?', to.status, to.company_key, to.id, plan)
}
