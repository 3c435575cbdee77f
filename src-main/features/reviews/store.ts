import type { ReadDb, WriteDb } from '@kernel/database/index'
import { canonical } from '@kernel/journal/index'
import type { Decision, Review, Said } from './review'

interface ReviewRecord {
  id: string
  contact_group: string
  account: string
  scope: Review['scope']
  state: Review['state']
  opened_at: number
  submission: string | null
  submitted_at: number | null
  changed_at: number
  sla_from: number | null
  due_at: number | null
  remaining_ms: number | null
  held_decision: string | null
  held_until: number | null
  decided_at: number | null
  sample_until: number | null
  version: number
}

function asReview(row: ReviewRecord | undefined): Review | null {
  if (row === undefined) return null
  return {
    id: row.id,
    group: row.contact_group,
    account: row.account,
    scope: row.scope,
    state: row.state,
    openedAt: row.opened_at,
    submission: row.submission,
    submittedAt: row.submitted_at,
    changedAt: row.changed_at,
    sla: { from: row.sla_from, dueAt: row.due_at, remainingMs: row.remaining_ms },
    held: row.held_decision === null || row.held_until === null ? null : { decision: row.held_decision, until: row.held_until },
    decidedAt: row.decided_at,
    sampleUntil: row.sample_until,
    version: row.version,
  }
}

export function loadReview(db: ReadDb, id: string): Review | null {
  return asReview(db.get<ReviewRecord>('SELECT * FROM review WHERE id = ?', id))
}

/** A group has at most one open review of itself. */
export function openReviewOf(db: ReadDb, group: string): Review | null {
  return asReview(
    db.get<ReviewRecord>(
      "SELECT * FROM review WHERE contact_group = ? AND scope = 'group' AND state IN ('unsubmitted', 'pending', 'query')",
      group,
    ),
  )
}

/** The latest review of the group itself, open or closed. Not the one with the highest id: clocks are set back. */
export function latestReviewOf(db: ReadDb, group: string): Review | null {
  return asReview(
    db.get<ReviewRecord>('SELECT r.* FROM group_standing s JOIN review r ON r.id = s.review WHERE s.contact_group = ?', group),
  )
}

interface DecisionRecord {
  id: string
  review: string
  outcome: Decision['outcome']
  state: Decision['state']
  operator: string
  decided_at: number
  effective_at: number
  took_ms: number
  in_time: number
  review_version: number
  policy_version: number
  evidence: string
  reasons: string
  said: string | null
}

const asDecision = (row: DecisionRecord): Decision => ({
  id: row.id,
  review: row.review,
  outcome: row.outcome,
  state: row.state,
  operator: row.operator,
  decidedAt: row.decided_at,
  effectiveAt: row.effective_at,
  tookMs: row.took_ms,
  inTime: row.in_time === 1,
  reviewVersion: row.review_version,
  policyVersion: row.policy_version,
  evidence: JSON.parse(row.evidence) as string[],
  reasons: JSON.parse(row.reasons) as string[],
  said: row.said === null ? null : (JSON.parse(row.said) as Said),
})

/** In the order in which they were made; undone and void ones too. */
export function decisionsOf(db: ReadDb, review: string): Decision[] {
  return db.all<DecisionRecord>('SELECT * FROM review_decision WHERE review = ? ORDER BY review_version', review).map(asDecision)
}

export function loadDecision(db: ReadDb, id: string): Decision | null {
  const row = db.get<DecisionRecord>('SELECT * FROM review_decision WHERE id = ?', id)
  return row === undefined ? null : asDecision(row)
}

/** REV-01: false for a group that nobody accepted. */
export function isSendable(db: ReadDb, group: string): boolean {
  return db.get<{ sendable: number }>('SELECT sendable FROM group_standing WHERE contact_group = ?', group)?.sendable === 1
}

/** CAP-03: blocked, ended, erased or gone from the platform: nothing is reviewed. */
export function isClosed(db: ReadDb, account: string): boolean {
  return (
    db.get("SELECT 1 FROM account WHERE id = ? AND removed_at IS NULL AND status NOT IN ('erased', 'blocked', 'ended')", account) === undefined
  )
}

type Columns = Readonly<Record<string, string | number | null>>

const columnsOf = (r: Review): Columns => ({
  contact_group: r.group,
  account: r.account,
  scope: r.scope,
  state: r.state,
  opened_at: r.openedAt,
  submission: r.submission,
  submitted_at: r.submittedAt,
  changed_at: r.changedAt,
  sla_from: r.sla.from,
  due_at: r.sla.dueAt,
  remaining_ms: r.sla.remainingMs,
  held_decision: r.held?.decision ?? null,
  held_until: r.held?.until ?? null,
  decided_at: r.decidedAt,
  sample_until: r.sampleUntil,
  version: r.version,
})

// What follows is called by `apply` alone (JNL-03).

export function insertReview(db: WriteDb, review: Review): void {
  const columns = columnsOf(review)
  const names = Object.keys(columns)
  db.run(`INSERT INTO review (id, ${names.join(', ')}) VALUES (?${', ?'.repeat(names.length)})`, review.id, ...Object.values(columns))
}

/** @throws when the stored review isn't the one it was decided on */
export function updateReview(db: WriteDb, before: Review, after: Review): void {
  const was = columnsOf(before)
  const is = columnsOf(after)
  const names = Object.keys(is).filter((name) => was[name] !== is[name])
  const changed = db.run(
    `UPDATE review SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ? AND version = ?`,
    ...names.map((name) => is[name] as string | number | null),
    after.id,
    before.version,
  )
  if (changed !== 1) throw new Error('review changed meanwhile')
}

export function insertDecision(db: WriteDb, d: Decision): void {
  db.run(
    `INSERT INTO review_decision (id, review, outcome, state, operator, decided_at, effective_at, took_ms, in_time, review_version, policy_version, evidence, reasons, said)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    d.id,
    d.review,
    d.outcome,
    d.state,
    d.operator,
    d.decidedAt,
    d.effectiveAt,
    d.tookMs,
    d.inTime ? 1 : 0,
    d.reviewVersion,
    d.policyVersion,
    JSON.stringify(d.evidence),
    JSON.stringify(d.reasons),
    // Replay reads it from the journal: the same bytes.
    d.said === null ? null : canonical(d.said),
  )
}

export function setDecisionState(db: WriteDb, id: string, state: Decision['state']): void {
  db.run('UPDATE review_decision SET state = ? WHERE id = ?', state, id)
}

/** The review that counts for the group, and whether it may be sent to. */
export function setStanding(db: WriteDb, review: Review, sendable: boolean, since: number): void {
  db.run(
    `INSERT INTO group_standing (contact_group, account, sendable, since, review) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (contact_group) DO UPDATE SET sendable = excluded.sendable, review = excluded.review,
       since = CASE WHEN sendable = excluded.sendable THEN since ELSE excluded.since END`,
    review.group,
    review.account,
    sendable ? 1 : 0,
    since,
    review.id,
  )
}

/** REV-17: while the group is looked at anew, its sample is kept; the next decision sets its end. */
export function keepSamples(db: WriteDb, group: string): void {
  db.run('UPDATE review SET sample_until = NULL WHERE contact_group = ? AND sample_until IS NOT NULL', group)
}
