import type { ParsedInput } from '@contract/index'
import type { Outcome } from '@contract/reviews'
import type { ReadDb } from '@kernel/database/index'
import { Refusal } from '@kernel/refusal'
import type { Unit } from '@kernel/unit'
import { refuseBarred } from './barred'
import { messageKey, shown, showState, tell, tellSendable } from './carry-out'
import { decided, reopened, undone } from './events'
import type { Review, Said } from './review'
import { note } from './review-event'
import { filledText } from './placeholders'
import { relatedRowsFollow } from './row'
import { mayDecide, mayReopen, mayUndo, type No } from './rules'
import { readReviewSettings } from './settings'
import { dueFrom, slaCalendar, waited } from './sla'
import { decisionsOf, isClosed, latestReviewOf, loadDecision, loadReview } from './store'
import { verdictFacts } from './verdict-facts'
import { withdrawMessage } from '@kernel/outbox/index'

interface Held {
  decisionId: string
  effectiveAt: number
}

/** REV-07 @throws Refusal: see `mayDecide`, `review_barred`, `review_claimed` */
export function accept(unit: Unit, input: ParsedInput<'reviews.accept'>): Held {
  return decide(unit, input, 'accept', { evidence: input.evidence, reasons: [], text: null, departure: input.departure ?? null })
}

/** REV-07 */
export function query(unit: Unit, input: ParsedInput<'reviews.query'>): Held {
  return decide(unit, input, 'query', { evidence: [], reasons: [], text: input.question, departure: null })
}

/** REV-07, REV-20 @throws Refusal `reason_unknown`, `reason_inactive` as well */
export function reject(unit: Unit, input: ParsedInput<'reviews.reject'>): Held {
  const reasons = [...new Set(input.reasons)]
  return decide(unit, input, 'reject', { evidence: input.evidence, reasons, text: input.explanation, departure: input.departure ?? null })
}

interface Given {
  readonly evidence: readonly string[]
  readonly reasons: readonly string[]
  readonly text: string | null
  readonly departure: string | null
}

function decide(unit: Unit, { id, version }: { id: string; version: number }, outcome: Outcome, given: Given): Held {
  const { db, now } = unit
  const review = existing(db, id)
  const operator = operatorOf(unit)
  refuseBarred(db, review, operator)
  refuseClaimed(db, review, operator, now)
  for (const reason of given.reasons) refuseUnoffered(db, reason)
  const decisions = decisionsOf(db, id)
  const facts = verdictFacts(db, review, outcome)
  refuse(mayDecide(review, decisions, { outcome, version, missing: facts.missing, departs: facts.departs, departure: given.departure }, now))

  const { tookMs, inTime } = waited(review, decisions, now, slaCalendar(db))
  const decisionId = unit.ids.next()
  const effectiveAt = now + readReviewSettings(db).undoSeconds * 1000
  const said: Said = { text: filledText(db, review, operator, given.text), departure: given.departure, frozen: facts.frozen }
  const body = {
    decision: decisionId,
    outcome,
    evidence: [...new Set(given.evidence)],
    reasons: [...given.reasons],
    effective: effectiveAt,
    took: tookMs,
    in_time: inTime,
    policy: facts.policyVersion,
  }
  const after = note(unit, review, decided, outcome === 'query' ? 'REV-07' : 'REV-08', body, { ...said })
  db.run('DELETE FROM review_claim WHERE review = ?', id)
  shown(unit, after)
  return { decisionId, effectiveAt }
}

/** REV-13 @throws Refusal `decision_missing`, `not_held`, `undo_not_yours`, `undo_over` */
export function undo(unit: Unit, { decisionId }: ParsedInput<'reviews.undo'>): null {
  const decision = loadDecision(unit.db, decisionId)
  if (decision === null) throw new Refusal('decision_missing')
  const review = existing(unit.db, decision.review)
  refuse(mayUndo(decision, review, operatorOf(unit), unit.now))
  shown(unit, note(unit, review, undone, 'REV-13', { decision: decisionId }))
  return null
}

/** REV-09 @throws Refusal `not_reopenable`, `review_changed`, `review_barred` */
export function reopen(unit: Unit, { id, version, reason }: ParsedInput<'reviews.reopen'>): null {
  const { db, now } = unit
  const review = existing(db, id)
  refuseBarred(db, review, operatorOf(unit))
  refuse(mayReopen(review, latestReviewOf(db, review.group) ?? review, { version, gone: isGone(db, review) }))
  const decision = decisionsOf(db, id).findLast(({ state, outcome }) => state === 'stands' && outcome !== 'query') ?? null
  const after = note(unit, review, reopened, 'REV-09', { decision: decision?.id ?? null, due: dueFrom(now, slaCalendar(db)) }, { reason })
  // MSG-06: a verdict that no longer stands isn't told.
  if (decision !== null) withdrawMessage(unit, messageKey.decided(id, decision.id), 'REV-09')
  if (review.state === 'accepted') tellSendable(unit, after, false)
  tell(unit, after, 'reopened', messageKey.reopened(id, after.version), 'REV-09', { was: review.state, version: after.version })
  showState(unit, after)
  shown(unit, after)
  relatedRowsFollow(unit, after)
  return null
}

function isGone(db: ReadDb, { group, account }: Review): boolean {
  return isClosed(db, account) || db.get('SELECT 1 FROM contact_group WHERE id = ? AND removed_at IS NULL', group) === undefined
}

/** @throws Refusal `review_missing` */
export function existing(db: ReadDb, id: string): Review {
  const review = loadReview(db, id)
  if (review === null) throw new Refusal('review_missing')
  return review
}

/** REV-20 @throws Refusal `reason_unknown`, `reason_inactive` */
function refuseUnoffered(db: ReadDb, id: string): void {
  const reason = db.get<{ active: number }>('SELECT active FROM policy_reason WHERE id = ?', id)
  if (reason === undefined) throw new Refusal('reason_unknown')
  if (reason.active === 0) throw new Refusal('reason_inactive')
}

/** REV-14: what a colleague has in hand is theirs until the claim ends. @throws Refusal `review_claimed` */
function refuseClaimed(db: ReadDb, review: Review, operator: string, now: number): void {
  const claim = db.get<{ name: string }>(
    'SELECT o.name FROM review_claim c JOIN operator o ON o.id = c.operator WHERE c.review = ? AND c.until > ? AND c.operator <> ?',
    review.id,
    now,
    operator,
  )
  if (claim !== undefined) throw new Refusal('review_claimed', { name: claim.name })
}

function refuse(no: No): void {
  if (no !== null) throw new Refusal(no.code, no.params)
}

/** Who decides is a person. */
export function operatorOf({ actor }: Unit): string {
  if (actor.kind !== 'operator') throw new Error('a person decides reviews')
  return actor.id
}
