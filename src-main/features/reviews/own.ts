import type { ReadDb } from '@kernel/database/index'

/** Who looks: what they put aside is left out of the queue until then (REV-14). */
export interface Looking {
  readonly operator: string
  /** ms UTC */
  readonly now: number
}

/** REV-14: what an operator has in hand, was handed over, or has put aside: as much as one person can hold. */
export function ownReviews(db: ReadDb, tab: 'mine' | 'snoozed', { operator, now }: Looking): string[] {
  const rows =
    tab === 'snoozed'
      ? db.all<{ review: string }>('SELECT review FROM review_snooze WHERE operator = ? AND until > ?', operator, now)
      : db.all<{ review: string }>(
          `SELECT review FROM review_claim WHERE operator = ? AND until > ?
           UNION SELECT h.review FROM review_hand_over h WHERE h.receiver = ?
             AND NOT EXISTS (SELECT 1 FROM review_claim c WHERE c.review = h.review AND c.operator <> h.receiver AND c.until > ?)`,
          operator,
          now,
          operator,
          now,
        )
  return rows.map(({ review }) => review)
}
