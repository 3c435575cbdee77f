import type { Method } from '@contract/reviews'
import type { ReadDb } from '@kernel/database/index'
import { isEmail } from '@kernel/feeds/index'
import { evidenceMissing, missingOf } from './completeness'
import type { Review, Submission } from './review'

/** A contact list of an account. Instants ms UTC. */
export interface Group {
  readonly id: string
  readonly account: string
  readonly name: string
  readonly receivers: number
  /** REV-12: what it was before the last change; null: never another. */
  readonly receiversBefore: number | null
  readonly receiversChangedAt: number | null
  readonly source: string | null
  readonly createdAt: number
  /** Gone on the platform. */
  readonly removed: boolean
}

interface GroupRow {
  id: string
  account: string
  name: string
  receivers: number
  receivers_before: number | null
  receivers_changed_at: number | null
  source: string | null
  created_at: number
  removed_at: number | null
}

export function loadGroup(db: ReadDb, id: string): Group | null {
  const row = db.get<GroupRow>('SELECT * FROM contact_group WHERE id = ?', id)
  if (row === undefined) return null
  return {
    id: row.id,
    account: row.account,
    name: row.name,
    receivers: row.receivers,
    receiversBefore: row.receivers_before,
    receiversChangedAt: row.receivers_changed_at,
    source: row.source,
    createdAt: row.created_at,
    removed: row.removed_at !== null,
  }
}

interface SubmissionRow {
  id: string
  submitted_at: number
  policy_confirmed: number
  method: Method
  form_url: string | null
  double_opt_in: number | null
  consent_text: string | null
  collected_from: string | null
  collected_to: string | null
  event_name: string | null
  event_date: string | null
  partner_name: string | null
  partner_contract: string | null
  previous_provider: string | null
  details: string | null
  contact_name: string | null
  contact_email: string | null
  sender_domain: string | null
  recorded_by: string | null
  recorded_source: string | null
}

/** REV-12: who the contact person is stays in the table; only whether there is one comes along. */
function asSubmission(row: SubmissionRow): Submission {
  return {
    id: row.id,
    submittedAt: row.submitted_at,
    policyConfirmed: row.policy_confirmed === 1,
    method: row.method,
    formUrl: row.form_url,
    doubleOptIn: row.double_opt_in === null ? null : row.double_opt_in === 1,
    consentText: row.consent_text,
    collectedFrom: row.collected_from,
    collectedTo: row.collected_to,
    eventName: row.event_name,
    eventDate: row.event_date,
    partnerName: row.partner_name,
    partnerContract: row.partner_contract,
    previousProvider: row.previous_provider,
    details: row.details,
    senderDomain: row.sender_domain,
    hasContact: row.contact_name !== null && row.contact_email !== null && isEmail(row.contact_email),
    recordedBy: row.recorded_by,
    recordedSource: row.recorded_source,
  }
}

/** One submission by its internal uuid, taken back or not. */
export function loadSubmission(db: ReadDb, id: string): Submission | null {
  const row = db.get<SubmissionRow>('SELECT * FROM submission WHERE id = ?', id)
  return row === undefined ? null : asSubmission(row)
}

/** All submissions of a group that weren't taken back, oldest first. */
export function loadSubmissions(db: ReadDb, group: string): Submission[] {
  return db
    .all<SubmissionRow>('SELECT * FROM submission WHERE contact_group = ? AND removed_at IS NULL ORDER BY submitted_at, id', group)
    .map(asSubmission)
}

export interface CustomerAnswer {
  readonly id: string
  readonly at: number
  readonly text: string
  readonly recordedBy: string | null
  readonly recordedSource: string | null
}

/** All answers of a group that weren't taken back, oldest first. */
export function loadAnswers(db: ReadDb, group: string): CustomerAnswer[] {
  return db.all<CustomerAnswer>(
    `SELECT id, answered_at AS at, text, recorded_by AS recordedBy, recorded_source AS recordedSource
     FROM answer WHERE contact_group = ? AND removed_at IS NULL ORDER BY answered_at, id`,
    group,
  )
}

export interface Sample {
  readonly addresses: number
  readonly roleAddresses: number
  readonly malformed: number
  readonly typoDomains: number
  /** REV-17: the addresses are gone, the counts stay. */
  readonly erasedAt: number | null
}

export function sampleOf(db: ReadDb, group: string): Sample | null {
  return (
    db.get<Sample>(
      `SELECT addresses, role_addresses AS roleAddresses, malformed, typo_domains AS typoDomains, erased_at AS erasedAt
       FROM sample_count WHERE contact_group = ?`,
      group,
    ) ?? null
  )
}

/** The submission that a review counts; null: none yet. */
export function submissionOf(db: ReadDb, review: Pick<Review, 'submission'>): Submission | null {
  return review.submission === null ? null : loadSubmission(db, review.submission)
}

/** REV-02: what keeps the review unsubmitted, as stable words; everything when nothing was submitted yet. */
export function missingFrom(db: ReadDb, review: Pick<Review, 'submission'>): string[] {
  const submission = submissionOf(db, review)
  return submission === null ? ['submission'] : missingOf(submission)
}

/** REV-03, REV-08: evidence that would have to be asked for first. */
export function evidenceMissingFrom(db: ReadDb, review: Pick<Review, 'submission'>): string[] {
  const submission = submissionOf(db, review)
  return submission === null ? [] : evidenceMissing(submission)
}
