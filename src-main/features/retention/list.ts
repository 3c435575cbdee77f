import type { PurgeRow, PurgeState } from '@contract/retention'
import type { Page } from '@contract/define'
import type { ReadDb } from '@kernel/database/index'
import { Refusal } from '@kernel/refusal'
import { externalId } from '@features/accounts/index'
import { eraseDue } from './rules'
import { candidacyOf, holdsOn, loadPurge } from './store'

interface Hit {
  id: string | null
  account: string
  at: number
  key: string
}

/** Every purge and, as awaiting approval, every candidate of LIM-11 that nobody has proposed. `key` tells rows apart; SQL. */
export const PURGES = `(SELECT p.id, p.account, p.due_at AS at, p.id AS key, p.state, p.ground FROM purge p
  UNION ALL SELECT NULL, c.account, c.candidate_since, c.id, 'approval', 'inactive' FROM limit_case c
   WHERE c.candidate_since IS NOT NULL AND c.closed_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM purge o WHERE o.account = c.account AND o.state IN ('planned', 'held', 'approval')))`

/** RET-08: soonest first. @throws Refusal `cursor_malformed` */
export function pageOfPurges(db: ReadDb, state: PurgeState | null, cursor: string | null, limit: number): Page<PurgeRow> {
  const [at, key] = cursor === null ? [-1, ''] : placeOf(cursor)
  const hits = db.all<Hit>(
    `SELECT id, account, at, key FROM ${PURGES} WHERE (? IS NULL OR state = ?) AND (at, key) > (?, ?) ORDER BY at, key LIMIT ?`,
    state,
    state,
    at,
    key,
    limit + 1,
  )
  const page = hits.slice(0, limit)
  const last = page.at(-1)
  return { rows: page.map((hit) => rowOf(db, hit)), cursor: hits.length > limit && last !== undefined ? JSON.stringify([last.at, last.key]) : null }
}

function placeOf(cursor: string): [number, string] {
  try {
    const [at, key] = JSON.parse(cursor) as unknown[]
    if (typeof at === 'number' && typeof key === 'string') return [at, key]
  } catch {
    // Falls through to the refusal.
  }
  throw new Refusal('cursor_malformed', {}, 'invalid')
}

function rowOf(db: ReadDb, { id, account }: Hit): PurgeRow {
  const purge = id === null ? null : loadPurge(db, id)
  const candidacy = purge === null ? candidacyOf(db, account) : null
  return {
    id,
    accountUuid: account,
    accountId: externalId(db, 'account', account),
    company: db.get<{ company: string }>('SELECT company FROM account WHERE id = ?', account)?.company ?? '',
    ground: purge?.ground ?? 'inactive',
    state: purge?.state ?? 'approval',
    dueAt: purge?.dueAt ?? candidacy?.since ?? 0,
    announcedAt: purge?.announcedAt ?? null,
    why: purge === null || purge.endedOn === null ? null : eraseDue(purge.endedOn, purge.zone),
    holds: holdsOn(db, account),
    proposedBy: purge?.proposedBy ?? null,
  }
}
