import type { Method, SignalId, SignalView } from '@contract/reviews'
import { NOTHING_FOLLOWED, type Followed } from '@kernel/catalog'
import type { ReadDb } from '@kernel/database/index'
import type { Task, DueItem } from '@kernel/scheduler/index'
import type { Unit } from '@kernel/unit'
import { completenessOf } from './completeness'
import { loadGroup, submissionOf } from './facts'
import type { Review } from './review'
import { signalsOn } from './signal-facts'
import { isOverdue } from './sla'
import { loadDecision, loadReview } from './store'

export type RowTab = 'queue' | 'query' | 'unsubmitted' | 'decided'

export interface SignalCount {
  readonly against: number
  readonly note: number
  readonly for: number
  readonly worst: SignalId | null
}

interface Row {
  tab: RowTab
  overdue: 0 | 1
  language: string
  method: Method | ''
  flagged: 0 | 1
  due_key: number
  incompleteness: number
  submitted_at: number
  company_key: string
  receivers: number
  signals: string
}

/** Counted, never summed (REV-12); `worst` is the heaviest of those against. */
export function countSignals(signals: readonly SignalView[]): SignalCount {
  const count = (leans: SignalView['leans']): number => signals.filter((one) => one.leans === leans).length
  const against = signals.filter(({ leans }) => leans === 'against')
  const worst = against.reduce<SignalView | null>((most, one) => (one.weight > (most?.weight ?? 0) ? one : most), null)
  return { against: against.length, note: count('note'), for: count('for'), worst: worst?.id ?? null }
}

/** REV-13: a held decision counts as given: who decides goes on to the next. Null: shown in no list. */
function tabOf(db: ReadDb, review: Review): RowTab | null {
  if (review.held !== null) return loadDecision(db, review.held.decision)?.outcome === 'query' ? 'query' : 'decided'
  switch (review.state) {
    case 'pending':
      return 'queue'
    case 'query':
    case 'unsubmitted':
      return review.state
    case 'accepted':
    case 'rejected':
      return 'decided'
    case 'moot':
      return null
  }
}

/** In the queue the first due comes first, elsewhere the latest. */
function dueKey(db: ReadDb, review: Review, tab: RowTab): number {
  if (tab === 'queue') return review.sla.dueAt ?? 0
  if (tab === 'unsubmitted') return -review.changedAt
  const last = db.get<{ at: number }>(
    "SELECT decided_at AS at FROM review_decision WHERE review = ? AND state NOT IN ('undone', 'void') ORDER BY review_version DESC LIMIT 1",
    review.id,
  )
  return -(review.decidedAt ?? last?.at ?? review.changedAt)
}

function rowOf(db: ReadDb, review: Review, now: number): Row | null {
  const tab = tabOf(db, review)
  const group = loadGroup(db, review.group)
  const account = db.get<{ language: string; company_key: string }>('SELECT language, company_key FROM account WHERE id = ?', review.account)
  if (tab === null || group === null || account === undefined) return null
  const submission = submissionOf(db, review)
  const signals = countSignals(signalsOn(db, review, { group, submission }))
  return {
    tab,
    overdue: tab === 'queue' && isOverdue(review, now) ? 1 : 0,
    language: account.language,
    method: submission?.method ?? '',
    flagged: signals.against > 0 ? 1 : 0,
    due_key: dueKey(db, review, tab),
    incompleteness: 100 - completenessOf(submission).score,
    submitted_at: review.submittedAt ?? 0,
    company_key: account.company_key,
    receivers: group.receivers,
    signals: JSON.stringify(signals),
  }
}

/** Keeps what the queue sorts and filters by in step with the review and its facts. Only changed columns are written: each is in indexes of its own. */
export function showReviewRow({ db }: Pick<Unit, 'db'>, of: Review | string, now: number): void {
  const review = typeof of === 'string' ? loadReview(db, of) : of
  const id = typeof of === 'string' ? of : of.id
  const row = review === null ? null : rowOf(db, review, now)
  if (row === null) {
    db.run('DELETE FROM review_row WHERE review = ?', id)
    return
  }
  const names = Object.keys(row) as (keyof Row)[]
  const stored = db.get<Row>(`SELECT ${names.join(', ')} FROM review_row WHERE review = ?`, id)
  if (stored === undefined) {
    db.run(`INSERT INTO review_row (review, ${names.join(', ')}) VALUES (?${', ?'.repeat(names.length)})`, id, ...names.map((name) => row[name]))
    return
  }
  const changed = names.filter((name) => row[name] !== stored[name])
  if (changed.length === 0) return
  db.run(`UPDATE review_row SET ${changed.map((name) => `${name} = ?`).join(', ')} WHERE review = ?`, ...changed.map((name) => row[name]), id)
}

const CHUNK = 500

/** Company and language are the account's: its rows follow. Asked in chunks: of most accounts nothing is to be done. */
export function rowsFollow(unit: Unit, accounts: readonly string[]): Followed {
  let moved = 0
  for (let at = 0; at < accounts.length; at += CHUNK) {
    const rows = unit.db.all<{ id: string }>(
      `SELECT r.id FROM json_each(?) t CROSS JOIN account a ON a.id = t.value CROSS JOIN review r ON r.account = a.id
       CROSS JOIN review_row w ON w.review = r.id WHERE w.company_key <> a.company_key OR w.language <> a.language`,
      JSON.stringify(accounts.slice(at, at + CHUNK)),
    )
    for (const { id } of rows) showReviewRow(unit, id, unit.now)
    moved += rows.length
  }
  if (moved > 0) unit.changed('reviews')
  return { ...NOTHING_FOLLOWED }
}

/** So many open reviews follow a verdict; the rest are worked out anew with their own next change. */
const MOST_RELATED = 50

/** REV-12, REV-19: a verdict is a signal on other open reviews of its form and its account. */
export function relatedRowsFollow(unit: Unit, { id, account, submission }: Review): void {
  const open = "r.id <> ? AND r.state IN ('unsubmitted', 'pending', 'query')"
  const rows = unit.db.all<{ id: string }>(
    `SELECT * FROM (SELECT r.id FROM review r WHERE r.account = ? AND ${open} ORDER BY r.id DESC LIMIT ${MOST_RELATED})
     UNION SELECT * FROM (SELECT r.id FROM (SELECT contact_group FROM submission WHERE form_key = (SELECT form_key FROM submission WHERE id = ?)
         ORDER BY contact_group DESC LIMIT ${MOST_RELATED}) s CROSS JOIN review r ON r.contact_group = s.contact_group AND ${open})`,
    account,
    id,
    submission,
    id,
  )
  for (const row of rows) showReviewRow(unit, row.id, unit.now)
}

interface TurnItem extends DueItem {
  readonly id: string
}

/** REV-06: met until its last millisecond, a due time turns overdue; only the queue's row changes. */
export const overdueTask: Task<TurnItem> = {
  feature: 'reviews',
  quiet: true,
  nextDue: (db, after) => {
    const row = db.get<{ at: number | null }>(
      "SELECT min(due_key) + 1 AS at FROM review_row INDEXED BY review_row_turns WHERE tab = 'queue' AND overdue = 0 AND due_key >= ?",
      after,
    )
    return row?.at ?? null
  },
  due: (db, { now, limit }) =>
    db
      .all<{ review: string; due_key: number }>(
        `SELECT review, due_key FROM review_row INDEXED BY review_row_turns
         WHERE tab = 'queue' AND overdue = 0 AND due_key < ? ORDER BY due_key, review LIMIT ?`,
        now,
        limit,
      )
      .map(({ review, due_key }) => ({ key: `reviews-overdue/${review}`, step: 'overdue', dueAt: due_key + 1, id: review })),
  carryOut(unit, { id }) {
    showReviewRow(unit, id, unit.now)
    unit.changed('reviews', 'today')
    return []
  },
}
