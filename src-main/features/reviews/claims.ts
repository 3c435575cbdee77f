import type { ParsedInput } from '@contract/index'
import type { ReadDb } from '@kernel/database/index'
import { MINUTE } from '@kernel/calendar/index'
import { Refusal } from '@kernel/refusal'
import type { Unit } from '@kernel/unit'
import { barredFrom, refuseBarred } from './barred'
import { existing, operatorOf } from './commands'
import { claimOn } from './review-row'
import type { Review } from './review'
import { readReviewSettings } from './settings'

export const REVIEWER = 1

/**
 * REV-14: taken for some minutes, renewed by taking it again; ends by itself. What was put aside or handed to somebody else comes back.
 * @throws Refusal `review_missing`, `review_closed`, `review_held`, `review_barred`, `review_claimed`
 */
export function claim(unit: Unit, { id }: ParsedInput<'reviews.claim'>): { until: number } {
  const { db, now } = unit
  const operator = operatorOf(unit)
  takeable(unit, id)
  const renewed = claimOn(db, id, { operator, now }) !== null
  const until = now + readReviewSettings(db).claimMinutes * MINUTE
  db.run('DELETE FROM review_claim WHERE operator = ? AND until <= ?', operator, now)
  db.run('INSERT OR REPLACE INTO review_claim (review, operator, until) VALUES (?, ?, ?)', id, operator, until)
  const back =
    db.run('DELETE FROM review_snooze WHERE operator = ? AND review = ?', operator, id) +
    db.run('DELETE FROM review_hand_over WHERE review = ? AND receiver <> ?', id, operator)
  // Others see a new claim; that it goes on is nothing to fetch every list for.
  if (!renewed || back > 0) unit.changed('reviews')
  return { until }
}

/** Somebody else's claim stays. @throws Refusal `review_missing` */
export function release(unit: Unit, { id }: ParsedInput<'reviews.release'>): null {
  existing(unit.db, id)
  if (giveUp(unit, id) > 0) unit.changed('reviews')
  return null
}

const giveUp = (unit: Unit, id: string): number => unit.db.run('DELETE FROM review_claim WHERE review = ? AND operator = ?', id, operatorOf(unit))

/**
 * REV-14: a colleague finds it under their own, with the note; nobody else is offered it.
 * @throws Refusal as `claim`; `colleague_missing`, `colleague_barred`
 */
export function handOver(unit: Unit, { id, to, note }: ParsedInput<'reviews.hand_over'>): null {
  const { db, now } = unit
  const operator = operatorOf(unit)
  const review = takeable(unit, id)
  if (to === operator || !colleaguesOf(db, operator).some((colleague) => colleague.id === to)) throw new Refusal('colleague_missing')
  if (barredFrom(db, review, to) !== null) throw new Refusal('colleague_barred')
  giveUp(unit, id)
  db.run('DELETE FROM review_snooze WHERE review = ? AND operator IN (?, ?)', id, operator, to)
  db.run('INSERT OR REPLACE INTO review_hand_over (review, sender, receiver, at, note) VALUES (?, ?, ?, ?, ?)', id, operator, to, now, note)
  unit.changed('reviews')
  return null
}

/**
 * REV-14: out of this operator's own queue until then (ms UTC); the clock runs on and colleagues see it as before.
 * @throws Refusal as `claim`; `snooze_in_past`
 */
export function snooze(unit: Unit, { id, until, note }: ParsedInput<'reviews.snooze'>): null {
  const { db, now } = unit
  const operator = operatorOf(unit)
  takeable(unit, id)
  if (until <= now) throw new Refusal('snooze_in_past')
  giveUp(unit, id)
  db.run('DELETE FROM review_snooze WHERE operator = ? AND until <= ?', operator, now)
  db.run('INSERT OR REPLACE INTO review_snooze (review, operator, until, note) VALUES (?, ?, ?, ?)', id, operator, until, note)
  unit.changed('reviews')
  return null
}

/** REV-08: who is barred from deciding neither claims, nor orders, nor leaves notes for who decides. */
function takeable(unit: Unit, id: string): Review {
  const review = existing(unit.db, id)
  const operator = operatorOf(unit)
  refuseBarred(unit.db, review, operator)
  if (review.state !== 'pending' && review.state !== 'query') throw new Refusal('review_closed', { state: review.state })
  if (review.held !== null) throw new Refusal('review_held')
  const taken = claimOn(unit.db, id, { operator, now: unit.now })
  if (taken !== null && !taken.mine) throw new Refusal('review_claimed', { name: taken.name })
  return review
}

/** Whom a review can be handed to: other reviewers. */
export function colleaguesOf(db: ReadDb, operator: string): { id: string; name: string }[] {
  return db
    .all<{ id: string; name: string | null }>(
      'SELECT id, name FROM operator WHERE removed_at IS NULL AND roles & ? <> 0 AND id <> ? ORDER BY name, id',
      REVIEWER,
      operator,
    )
    .map(({ id, name }) => ({ id, name: name ?? '' }))
}
