import { NOTHING_FOLLOWED, type Followed } from '@kernel/catalog'
import type { ReadDb } from '@kernel/database/index'
import type { Unit } from '@kernel/unit'
import { missingOf } from './completeness'
import { moot, openReview, submissionTaken } from './evaluate'
import { loadSubmissions } from './facts'
import { loadReview } from './store'

const CHUNK = 500

interface Reopening {
  group: string
  account: string
  created_at: number
}

/**
 * CAP-03: open reviews of accounts that were closed end as moot; when that is undone, groups without a review that counts are looked at
 * anew. Asked in chunks: of most accounts nothing is to be done.
 */
export function accountsTouched(unit: Unit, accounts: readonly string[]): Followed {
  const followed = { ...NOTHING_FOLLOWED }
  for (let at = 0; at < accounts.length; at += CHUNK) {
    const chunk = JSON.stringify(accounts.slice(at, at + CHUNK))
    mootClosed(unit, chunk)
    followed.reviewsOpened += openAnew(unit, chunk)
  }
  return followed
}

const CLOSED = "(a.removed_at IS NOT NULL OR a.status IN ('erased', 'blocked', 'ended'))"

function mootClosed(unit: Unit, chunk: string): void {
  const open = unit.db.all<{ id: string }>(
    `SELECT r.id FROM json_each(?) t CROSS JOIN account a ON a.id = t.value AND ${CLOSED}
     CROSS JOIN review r ON r.account = a.id AND r.state IN ('unsubmitted', 'pending', 'query')`,
    chunk,
  )
  for (const { id } of open) moot(unit, loadReview(unit.db, id)!)
}

const UNREVIEWED = `contact_group g ON g.account = a.id AND g.removed_at IS NULL
  LEFT JOIN group_standing s ON s.contact_group = g.id LEFT JOIN review r ON r.id = s.review WHERE (r.id IS NULL OR r.state = 'moot')`

/** FED-05, CAP-03: how many reviews would open if the platform showed these accounts again. */
export function accountsForeseen(db: ReadDb, accounts: readonly string[]): Followed {
  const reviewsOpened = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM json_each(?) t CROSS JOIN account a ON a.id = t.value AND a.status NOT IN ('erased', 'blocked', 'ended')
     CROSS JOIN ${UNREVIEWED}`,
    JSON.stringify(accounts),
  )!.n
  return { ...NOTHING_FOLLOWED, reviewsOpened }
}

function openAnew(unit: Unit, chunk: string): number {
  const groups = unit.db.all<Reopening>(
    `SELECT g.id AS "group", g.account, g.created_at FROM json_each(?) t CROSS JOIN account a ON a.id = t.value AND NOT ${CLOSED}
     CROSS JOIN ${UNREVIEWED}`,
    chunk,
  )
  for (const { group, account, created_at } of groups) {
    if (openReview(unit, { group, account, at: created_at }) === null) continue
    // What is complete by now waits again, be it submitted while the account was closed; its clock starts anew (CAP-03).
    const complete = loadSubmissions(unit.db, group).findLast((said) => missingOf(said).length === 0)
    if (complete !== undefined) submissionTaken(unit, { group, account, submission: complete.id, at: unit.now, complete: true, missing: [] })
  }
  return groups.length
}
