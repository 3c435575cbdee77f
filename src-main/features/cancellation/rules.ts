import type { CancellationState } from '@contract/retention'
import { addLocalDays, addMonths, instantOf, isDate, localDate, type CalendarDate } from '@kernel/calendar/index'
import { Refusal } from '@kernel/refusal'

/** CAN-01: an unconfirmed request is given up after so many days. */
const LAPSE_DAYS = 14
/** RET-01 */
const KEPT_MONTHS = 6

export interface Asking {
  readonly id: string
  readonly settingsAccess: boolean
  readonly removed: boolean
}

export interface Leaving {
  readonly plan: { readonly paid: boolean }
  readonly trial: boolean
  readonly trialEndsOn: CalendarDate | null
  readonly cycleEnd: CalendarDate | null
  readonly zone: string
  readonly closed: boolean
  readonly open: CancellationState | null
}

export const wayOf = ({ trial }: Leaving): 'full' | 'trial' => (trial ? 'trial' : 'full')

/** CAN-03: the last day with access: the end of the cycle or trial that lies ahead; without a paid cycle, today. Null: it isn't known. */
export function lastDayOf(leaving: Leaving, now: number, given: CalendarDate | null = null): CalendarDate | null {
  const today = localDate(now, leaving.zone)
  const end = leaving.trial ? leaving.trialEndsOn : leaving.cycleEnd
  if (end !== null && end >= today) return end
  if (leaving.trial || !leaving.plan.paid) return today
  return given !== null && isDate(given) && given >= today ? given : null
}

/** CAN-03: access ends as that day ends in the account's zone; ms UTC. */
export const accessEndsAt = (lastDay: CalendarDate, zone: string): number => instantOf(lastDay, 1440, zone)

export const lapsesAt = (requestedAt: number, zone: string): number => addLocalDays(requestedAt, LAPSE_DAYS, zone)

/** RET-01: six calendar months after the last day with access; month ends clamp. */
export const eraseOn = (lastDay: CalendarDate): CalendarDate => addMonths(lastDay, KEPT_MONTHS)

/** CAN-01: a settings contact on file. @throws Refusal `requester_unknown`, `requester_without_access` */
export function refuseStranger(asking: Asking | null): Asking {
  if (asking === null || asking.removed) throw new Refusal('requester_unknown')
  if (!asking.settingsAccess) throw new Refusal('requester_without_access')
  return asking
}

export interface Way {
  readonly meant: 'cancel' | 'downgrade'
  readonly lossUnderstood: boolean
  readonly exportOffered: boolean
  readonly consent: boolean
}

/** CAN-02, CAN-06: no step is skipped. @throws Refusal `account_closed`, `already_cancelled`, `cancel_trial_instead`, `downgrade_instead`, `loss_not_understood`, `export_not_offered`, `consent_box_empty` */
export function refuseShortcut(leaving: Leaving, way: Way): void {
  refuseClosed(leaving)
  if (leaving.trial) throw new Refusal('cancel_trial_instead')
  if (way.meant === 'downgrade') throw new Refusal('downgrade_instead')
  if (!way.lossUnderstood) throw new Refusal('loss_not_understood')
  if (!way.exportOffered) throw new Refusal('export_not_offered')
  if (!way.consent) throw new Refusal('consent_box_empty')
}

/** CAN-01. @throws Refusal `account_closed`, `already_cancelled`, `not_a_trial`, `consent_box_empty` */
export function refuseTrial(leaving: Leaving, consent: boolean): void {
  refuseClosed(leaving)
  if (!leaving.trial) throw new Refusal('not_a_trial')
  if (!consent) throw new Refusal('consent_box_empty')
}

function refuseClosed({ closed, open }: Leaving): void {
  if (closed) throw new Refusal('account_closed')
  if (open !== null) throw new Refusal('already_cancelled')
}
