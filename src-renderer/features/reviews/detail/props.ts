/*
 * The screen draws the head (title, states, account, the whole SLA sum) above detail and aside, and the decision bar below both; its texts
 * are in `reviews`. Detail and aside bring their own in the namespace `reviewDetail`.
 */
import type { ReviewView } from '@contract/reviews'

export interface ReviewDetailProps {
  review: ReviewView
  /** Opens the address of the form (E): confirmed, journaled, in the external browser. */
  onEvidence: () => void
  /** REV-08: what there is to look at, in the order of the keys 1–9; see `evidenceParts`. */
  parts: readonly string[]
  ticked: ReadonlySet<string>
  onTick: (part: string, ticked: boolean) => void
  /** A part was whole on screen in this look: it is ticked by itself, once. */
  seenEvidence: (part: string, seen: boolean) => void
  /** V: the earlier submissions and what changed since the last look. */
  versionsOpen: boolean
  onVersions: (open: boolean) => void
}

export interface ReviewAsideProps {
  review: ReviewView
  /** Opens an earlier review beside which this one stands (REV-19). */
  onReview: (id: string) => void
}
