import { externalId } from '@features/accounts/index'
import { issueDirective, noticesShown, planMessage, removeNotice, showNotice } from '@kernel/outbox/index'
import type { Unit } from '@kernel/unit'
import type { Review } from './review'
import { showReviewRow } from './row'
import { NOTICES } from './rules'

/** Keys of messages are stable (MSG-01): whom, which step, of which submission or decision. */
export const messageKey = {
  received: (review: string, submission: string): string => `reviews/${review}/received/${submission}`,
  incomplete: (review: string, submission: string): string => `reviews/${review}/incomplete/${submission}`,
  decided: (review: string, decision: string): string => `reviews/${review}/decided/${decision}`,
  recorded: (review: string, what: string): string => `reviews/${review}/recorded/${what}`,
  reopened: (review: string, version: number): string => `reviews/${review}/reopened/${version}`,
}

/** Plans a message about a review. `params` beside review and group: ids and tokens. */
export function tell(unit: Unit, review: Review, template: string, key: string, rule: string, params: Record<string, unknown> = {}): void {
  planMessage(unit, {
    key,
    account: review.account,
    template: `reviews.${template}`,
    rule,
    params: { review: review.id, group: review.group, ...params },
  })
}

const KINDS = Object.values(NOTICES).filter((kind) => kind !== null)

/** One notice about the group at a time: the one of the review's state. */
export function showState(unit: Unit, { account, group, state }: Review): void {
  const now = NOTICES[state]
  const shown = noticesShown(unit.db, account, KINDS, group)
  for (const kind of shown) if (kind !== now) removeNotice(unit, account, kind, group)
  if (now !== null && !shown.includes(now)) showNotice(unit, account, now, group)
}

/** REV-01: the only place that tells the platform whether a group may be sent to. */
export function tellSendable(unit: Unit, { account, group }: Review, sendable: boolean): void {
  issueDirective(unit, account, 'group_sendable', { group: externalId(unit.db, 'group', group), sendable })
}

/** The queue's row and the open screens follow every change. */
export function shown(unit: Unit, review: Review): Review {
  showReviewRow(unit, review, unit.now)
  unit.changed('reviews', 'reports', 'today')
  return review
}
