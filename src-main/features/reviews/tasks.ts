import { externalId } from '@features/accounts/index'
import type { DueItem, StepReport, Task } from '@kernel/scheduler/index'
import type { Unit } from '@kernel/unit'
import { messageKey, shown, showState, tell, tellSendable } from './carry-out'
import { sampleErased, tookEffect } from './events'
import { sampleEnd } from './evaluate'
import type { Decision, Review } from './review'
import { note } from './review-event'
import { relatedRowsFollow } from './row'
import { takesEffect } from './rules'
import { remainingAt, slaCalendar } from './sla'
import { loadDecision, loadReview } from './store'

interface ReviewItem extends DueItem {
  readonly id: string
}

interface DueReview {
  id: string
  account: string
  due_at: number
}

const MESSAGES = { accept: 'accepted', query: 'queried', reject: 'rejected' } as const

/** REV-13: decisions whose undo window is over take effect. A doubted clock (SCH-03) doesn't hold them back. */
export const effectTask: Task<ReviewItem> = {
  feature: 'reviews',
  nextDue: (db, after) => db.get<{ at: number | null }>('SELECT min(held_until) AS at FROM review WHERE held_until > ?', after)?.at ?? null,
  due: (db, { now, limit }) =>
    db
      .all<DueReview>('SELECT id, account, held_until AS due_at FROM review WHERE held_until <= ? ORDER BY held_until, id LIMIT ?', now, limit)
      .map(({ id, account, due_at }) => ({ key: `reviews/${id}`, step: 'decide', dueAt: due_at, account, id })),
  carryOut(unit, { id }) {
    const review = loadReview(unit.db, id)
    const decision = review?.held == null ? null : loadDecision(unit.db, review.held.decision)
    return review === null || decision === null || !takesEffect(review, decision, unit.now) ? [] : [takeEffect(unit, review, decision)]
  },
}

/** REV-07: state, journal, message, notice and directive together. */
function takeEffect(unit: Unit, review: Review, decision: Decision): StepReport {
  const { id, outcome, decidedAt } = decision
  const after = note(unit, review, tookEffect, 'REV-07', {
    decision: id,
    outcome,
    // REV-06: the clock stands from the question on, not from the end of its undo window.
    remaining: outcome === 'query' ? remainingAt(review.sla, decidedAt, slaCalendar(unit.db)) : null,
    sample_until: outcome === 'query' ? null : sampleEnd(unit),
  })
  tell(unit, after, MESSAGES[outcome], messageKey.decided(review.id, id), 'REV-07', { decision: id })
  showState(unit, after)
  if (outcome === 'accept') tellSendable(unit, after, true)
  shown(unit, after)
  if (outcome !== 'query') {
    // REV-14: what was handed over is done.
    unit.db.run('DELETE FROM review_hand_over WHERE review = ?', review.id)
    relatedRowsFollow(unit, after)
  }
  return { at: unit.now, feature: 'reviews', step: outcome, entity: externalId(unit.db, 'group', review.group), rule: 'REV-07' }
}

/** REV-17: address samples go; what was counted in them stays. Erasing waits while the clock is in doubt (SCH-03). */
export const sampleTask: Task<ReviewItem> = {
  feature: 'reviews',
  nextDue: (db, after) => db.get<{ at: number | null }>('SELECT min(sample_until) AS at FROM review WHERE sample_until > ?', after)?.at ?? null,
  due: (db, { now, limit, reversibleOnly }) =>
    reversibleOnly
      ? []
      : db
          .all<DueReview>('SELECT id, account, sample_until AS due_at FROM review WHERE sample_until <= ? ORDER BY sample_until, id LIMIT ?', now, limit)
          .map(({ id, account, due_at }) => ({ key: `reviews-sample/${id}`, step: 'erase_sample', dueAt: due_at, account, id })),
  carryOut(unit, { id }) {
    const review = loadReview(unit.db, id)
    if (review === null || review.sampleUntil === null || review.sampleUntil > unit.now) return []
    const erased = unit.db.run('DELETE FROM address_sample WHERE contact_group = ?', review.group)
    unit.db.run('UPDATE sample_count SET erased_at = ? WHERE contact_group = ?', unit.now, review.group)
    shown(unit, note(unit, review, sampleErased, 'REV-17', {}))
    if (erased === 0) return []
    return [{ at: unit.now, feature: 'reviews', step: 'erase_sample', entity: externalId(unit.db, 'group', review.group), rule: 'REV-17' }]
  },
}
