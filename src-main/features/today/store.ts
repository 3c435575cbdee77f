import type { CaseCause, CaseTab } from '@contract/limits'
import { CASE_CAUSES } from '@contract/limits'
import { EXACT, type ReadDb, type Value } from '@kernel/database/index'

/** What lies longest, of some kind of work. */
export interface Oldest {
  /** ms UTC */
  readonly since: number
  /** Internal uuid. */
  readonly account: string
  readonly company: string | null
}

export interface Work {
  /** Exact to 10,000 (DSK-03). */
  readonly count: number
  readonly oldest: Oldest | null
}

/** A count that costs no more however much there is. */
export const countOf = (db: ReadDb, from: string, ...params: readonly Value[]): number =>
  db.get<{ n: number }>(`SELECT count(*) AS n FROM (SELECT 1 FROM ${from} LIMIT ${EXACT})`, ...params)!.n

const NAMED = 'LEFT JOIN account a ON a.id = w.account'

/** `state` as in MSG-01; ids are in the order they were planned. */
export function messageWork(db: ReadDb, state: 'failed' | 'unknown'): Work {
  const oldest = db.get<Oldest>(
    `SELECT coalesce(w.tried_at, w.planned_at) AS since, w.account, a.company FROM message w ${NAMED} WHERE w.state = ? ORDER BY w.id LIMIT 1`,
    state,
  )
  return { count: countOf(db, 'message WHERE state = ?', state), oldest: oldest ?? null }
}

/** Messages whose time has come. */
export function dueMessages(db: ReadDb, now: number): Work {
  const oldest = db.get<Oldest>(
    `SELECT w.due_at AS since, w.account, a.company FROM message w INDEXED BY message_due ${NAMED} WHERE w.due_at <= ? ORDER BY w.due_at, w.id LIMIT 1`,
    now,
  )
  return { count: countOf(db, 'message INDEXED BY message_due WHERE due_at <= ?', now), oldest: oldest ?? null }
}

export function failedDirectives(db: ReadDb): Work {
  const oldest = db.get<Oldest>(
    `SELECT coalesce(w.done_at, w.planned_at) AS since, w.account, a.company FROM directive w ${NAMED} WHERE w.state = 'failed' ORDER BY w.id LIMIT 1`,
  )
  return { count: countOf(db, "directive WHERE state = 'failed'"), oldest: oldest ?? null }
}

/** FED-07: decided before `until` (ms UTC) and not confirmed by the platform. */
export function awaitedPlans(db: ReadDb, until: number): Work {
  const awaited = 'plan_decision w INDEXED BY plan_decision_awaited'
  const oldest = db.get<Oldest>(
    `SELECT w.decided_at AS since, w.account, a.company FROM ${awaited} ${NAMED} WHERE w.confirmed_at IS NULL AND w.decided_at <= ? ORDER BY w.decided_at LIMIT 1`,
    until,
  )
  return { count: countOf(db, `${awaited} WHERE w.confirmed_at IS NULL AND w.decided_at <= ?`, until), oldest: oldest ?? null }
}

const DAYS = [1, 2, 3, 4] as const

/** The case that has been over its limits longest: one look at each part of the index. */
export function oldestCase(db: ReadDb, tab: CaseTab): Oldest | null {
  const part =
    'SELECT * FROM (SELECT opened_at AS since, account FROM limit_row INDEXED BY limit_row_tab_opened WHERE tab = ? AND cause = ? AND day = ? ORDER BY opened_at LIMIT 1)'
  const parts = CASE_CAUSES.flatMap((cause: CaseCause) => DAYS.map((day) => [tab, cause, day] as const))
  return (
    db.get<Oldest>(
      `SELECT w.since, w.account, a.company FROM (${parts.map(() => part).join(' UNION ALL ')}) w ${NAMED} ORDER BY w.since LIMIT 1`,
      ...parts.flat(),
    ) ?? null
  )
}

/** How many cases of one day are in a part of the view. */
export function casesOnDay(db: ReadDb, tab: CaseTab, day: number): number {
  return CASE_CAUSES.reduce(
    (sum, cause) => sum + countOf(db, 'limit_row INDEXED BY limit_row_tab_opened WHERE tab = ? AND cause = ? AND day = ?', tab, cause, day),
    0,
  )
}

/** A flood of failing mail is told by a thousand of them. */
const MOST_TROUBLED = 1_000

/** Open cases whose mail is stuck in that state, by day of the process. */
export function troubledDays(db: ReadDb, state: 'failed' | 'unknown' | 'retry'): Map<number, number> {
  const rows = db.all<{ day: number; n: number }>(
    `SELECT r.day, count(DISTINCT r.limit_case) AS n FROM (SELECT account FROM message WHERE state = ? ORDER BY id DESC LIMIT ?) m
       JOIN limit_case c ON c.account = m.account AND c.closed_at IS NULL JOIN limit_row r ON r.limit_case = c.id AND r.tab = 'warning' GROUP BY r.day`,
    state,
    MOST_TROUBLED,
  )
  return new Map(rows.map(({ day, n }) => [day, n]))
}

/** The number of the first entry at or after `at` (ms UTC); null: there is none. */
export function firstEntrySince(db: ReadDb, at: number): number | null {
  return db.get<{ seq: number }>('SELECT seq FROM entry INDEXED BY entry_by_time WHERE at >= ? ORDER BY at, seq LIMIT 1', at)?.seq ?? null
}

/** Entries of a kind with numbers in [from, to). */
export function entriesOfKind(db: ReadDb, kind: string, from: number | null, to: number | null): number {
  if (from === null) return 0
  return countOf(db, 'entry INDEXED BY entry_by_kind WHERE kind = ? AND seq >= ? AND seq < ?', kind, from, to ?? Number.MAX_SAFE_INTEGER)
}
