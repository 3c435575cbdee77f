import type { ParsedInput } from '@contract/index'
import type { Value } from '@kernel/database/index'
import { Refusal } from '@kernel/refusal'
import type { Unit } from '@kernel/unit'
import { messageKey, tell } from './carry-out'
import { existing, operatorOf } from './commands'
import { answerTaken } from './evaluate'
import { loadGroup } from './facts'
import { formDomain, formKey } from './form-link'
import type { Review } from './review'
import { isClosed, latestReviewOf } from './store'
import { given } from './submission-check'
import { takeSubmission } from './submission-taken'

/**
 * REV-02, REV-08: support records the three steps for a customer: the customer's text, verbatim, with its source. Whoever records is
 * barred from deciding. Answers the submission's internal uuid and what is still missing.
 * @throws Refusal `review_missing`, `review_closed`, `group_missing`
 */
export function recordSubmission(unit: Unit, { id, source, submission: said }: ParsedInput<'reviews.record_submission'>): { id: string; missing: string[] } {
  const { group, account } = recordable(unit, id, ['unsubmitted', 'pending', 'query', 'rejected'])
  const url = said.formUrl ?? null
  const submission = unit.ids.next()
  insert(unit, 'submission', {
    id: submission,
    contact_group: group,
    submitted_at: unit.now,
    policy_confirmed: said.policyConfirmed ? 1 : 0,
    method: said.method,
    form_url: given(url),
    form_key: formKey(url),
    form_domain: formDomain(url),
    double_opt_in: said.doubleOptIn == null ? null : said.doubleOptIn ? 1 : 0,
    consent_text: given(said.consentText),
    collected_from: said.collectedFrom ?? null,
    collected_to: said.collectedTo ?? null,
    event_name: given(said.eventName),
    event_date: said.eventDate ?? null,
    partner_name: given(said.partnerName),
    partner_contract: given(said.partnerContract),
    previous_provider: given(said.previousProvider),
    details: given(said.details),
    contact_name: said.contactName,
    contact_phone: given(said.contactPhone),
    contact_email: said.contactEmail,
    sender_domain: given(said.senderDomain),
    recorded_by: operatorOf(unit),
    recorded_source: source,
    observed_at: unit.now,
  })
  const { missing } = takeSubmission(unit, { group, account, submission, at: unit.now })
  copied(unit, latestReviewOf(unit.db, group)!, { submission })
  return { id: submission, missing }
}

/** REV-08, TCK-03: support passes on the customer's answer to an open question. @throws Refusal `not_a_query` as well */
export function recordAnswer(unit: Unit, { id, source, text }: ParsedInput<'reviews.record_answer'>): null {
  const review = recordable(unit, id, ['query', 'unsubmitted', 'pending'])
  if (review.state !== 'query') throw new Refusal('not_a_query')
  const { group, account } = review
  const answer = unit.ids.next()
  insert(unit, 'answer', {
    id: answer,
    contact_group: group,
    answered_at: unit.now,
    text,
    recorded_by: operatorOf(unit),
    recorded_source: source,
    observed_at: unit.now,
  })
  answerTaken(unit, { group, account, answer, at: unit.now })
  copied(unit, review, { answer })
  return null
}

/** The group's latest review, be it another than the one that was looked at. */
function recordable({ db }: Unit, id: string, states: readonly Review['state'][]): Review {
  const { group, account } = existing(db, id)
  if (loadGroup(db, group)?.removed !== false || isClosed(db, account)) throw new Refusal('group_missing')
  const latest = latestReviewOf(db, group)
  if (latest === null || !states.includes(latest.state)) throw new Refusal('review_closed', { state: latest?.state ?? 'moot' })
  return latest
}

/** REV-08: the customer sees word for word what was recorded in their name. The recorder may decide no longer and gives the review up. */
function copied(unit: Unit, review: Review, what: { submission: string } | { answer: string }): void {
  tell(unit, review, 'recorded', messageKey.recorded(review.id, Object.values(what)[0]!), 'REV-08', what)
  const operator = operatorOf(unit)
  unit.db.run('DELETE FROM review_claim WHERE review = ? AND operator = ?', review.id, operator)
  unit.db.run('DELETE FROM review_hand_over WHERE review = ? AND ? IN (sender, receiver)', review.id, operator)
}

function insert({ db }: Unit, table: 'submission' | 'answer', row: Readonly<Record<string, Value>>): void {
  const columns = Object.keys(row)
  db.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, ...Object.values(row))
}
