import type { Language } from '@contract/define'
import type { ClaimView, Method, ReviewRow } from '@contract/reviews'
import type { WorkingCalendar } from '@kernel/calendar/index'
import type { ReadDb } from '@kernel/database/index'
import { externalId } from '@features/accounts/index'
import { completenessOf } from './completeness'
import { loadGroup, submissionOf, type Group } from './facts'
import { hasChanged } from './looks'
import type { Looking } from './own'
import type { Decision, Review } from './review'
import { countSignals, type SignalCount } from './row'
import { signalsOn } from './signal-facts'
import { slaCalendar, slaView } from './sla'
import { decisionsOf, loadReview } from './store'

/** What rows of one page share. */
export interface RowContext extends Looking {
  readonly db: ReadDb
  readonly calendar: WorkingCalendar
}

export const rowContext = (db: ReadDb, looking: Looking): RowContext => ({ ...looking, db, calendar: slaCalendar(db) })

interface AccountRow {
  company: string
  language: Language
}

/** A review as the queue shows it; null when it, its group or its account doesn't exist. */
export function reviewRow(context: RowContext, id: string): ReviewRow | null {
  const { db } = context
  const review = loadReview(db, id)
  const group = review === null ? null : loadGroup(db, review.group)
  const account = review === null ? undefined : db.get<AccountRow>('SELECT company, language FROM account WHERE id = ?', review.account)
  return review === null || group === null || account === undefined ? null : shownRow(context, review, group, account)
}

function shownRow({ db, operator, now, calendar }: RowContext, review: Review, group: Group, { company, language }: AccountRow): ReviewRow {
  const { id, version, scope, state, submittedAt, changedAt, decidedAt } = review
  const decisions = decisionsOf(db, id)
  const verdict = decisions.findLast((one) => one.state === 'stands' && one.outcome !== 'query')
  return {
    id,
    version,
    scope,
    state,
    groupId: externalId(db, 'group', review.group),
    groupName: group.name,
    accountUuid: review.account,
    accountId: externalId(db, 'account', review.account),
    company,
    language,
    receivers: group.receivers,
    ...judged(db, review),
    submittedAt,
    changedAt,
    changed: hasChanged(db, review, operator),
    round: 1 + decisions.filter((one) => one.outcome === 'query' && one.state === 'stands').length,
    sla: slaView(review, now, calendar),
    claim: claimOn(db, id, { operator, now }),
    snoozedUntil: snoozeOf(db, id, { operator, now })?.until ?? null,
    held: heldView(review, decisions, operator),
    decidedAt,
    decidedBy: decidedAt === null || verdict === undefined ? null : nameOf(db, verdict.operator),
  }
}

/** As the list holds it; worked out anew for reviews that are in no list. */
function judged(db: ReadDb, review: Review): Pick<ReviewRow, 'method' | 'completeness' | 'signals'> {
  const row = db.get<{ method: Method | ''; incompleteness: number; signals: string }>(
    'SELECT method, incompleteness, signals FROM review_row WHERE review = ?',
    review.id,
  )
  if (row !== undefined)
    return { method: row.method === '' ? null : row.method, completeness: 100 - row.incompleteness, signals: JSON.parse(row.signals) as SignalCount }
  const submission = submissionOf(db, review)
  return {
    method: submission?.method ?? null,
    completeness: completenessOf(submission).score,
    signals: countSignals(signalsOn(db, review)),
  }
}

/** REV-14: who has it in hand; ends by itself. */
export function claimOn(db: ReadDb, review: string, { operator, now }: Looking): ClaimView | null {
  const claim = db.get<{ operatorId: string; name: string | null; until: number }>(
    'SELECT c.operator AS operatorId, o.name, c.until FROM review_claim c LEFT JOIN operator o ON o.id = c.operator WHERE c.review = ? AND c.until > ?',
    review,
    now,
  )
  return claim === undefined ? null : { ...claim, name: claim.name ?? '', mine: claim.operatorId === operator }
}

/** What this operator put aside, and why. */
export function snoozeOf(db: ReadDb, review: string, { operator, now }: Looking): { until: number; note: string | null } | null {
  return (
    db.get<{ until: number; note: string | null }>(
      'SELECT until, note FROM review_snooze WHERE operator = ? AND review = ? AND until > ?',
      operator,
      review,
      now,
    ) ?? null
  )
}

function heldView({ held }: Review, decisions: readonly Decision[], operator: string): ReviewRow['held'] {
  const decision = held === null ? undefined : decisions.find(({ id }) => id === held.decision)
  if (held === null || decision === undefined) return null
  return { decisionId: decision.id, outcome: decision.outcome, until: held.until, mine: decision.operator === operator }
}

/** Null: the operator's name was erased, or it was no person. */
export const nameOf = (db: ReadDb, operator: string): string | null =>
  db.get<{ name: string | null }>('SELECT name FROM operator WHERE id = ?', operator)?.name ?? null
