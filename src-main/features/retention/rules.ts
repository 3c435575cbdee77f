import type { Explanation } from '@contract/scheduler'
import {
  addDays,
  addLocalDays,
  addMonths,
  dayOf,
  explanation,
  instantOf,
  localDate,
  part,
  type CalendarDate,
  type ExplanationPart,
  type WorkingCalendar,
  weekdayOf,
} from '@kernel/calendar/index'
import { Refusal } from '@kernel/refusal'

/** RET-01 */
const KEPT_MONTHS = 6
/** RET-02 */
const ANNOUNCED_DAYS = 14
/** RET-03 */
const INDEPENDENT_MS = 7 * 86_400_000
/** A due day's last minute: the date shown is the day itself, in the zone it is counted in. */
const LAST_MINUTE = 1439

/** RET-01: six calendar months after the last day with access; 31 Aug → 28 or 29 Feb. ms UTC, explained (SCH-04). */
export function eraseDue(lastDay: CalendarDate, zone: string): Explanation {
  const day = addMonths(lastDay, KEPT_MONTHS)
  const parts: ExplanationPart[] = [part('start', { at: instantOf(lastDay, LAST_MINUTE, zone) }), part('calendar_months', { count: KEPT_MONTHS })]
  if (day.slice(8) !== lastDay.slice(8)) parts.push(part('month_end', { date: day }))
  return explanation(instantOf(day, LAST_MINUTE, zone), zone, parts)
}

export interface Purge {
  readonly id: string
  readonly account: string
  readonly ground: 'cancelled' | 'inactive'
  readonly state: 'planned' | 'held' | 'approval' | 'done' | 'dropped'
  readonly dueAt: number
  readonly endedOn: CalendarDate | null
  readonly zone: string
  readonly announcedAt: number | null
  readonly proposedBy: string | null
  readonly nextAt: number | null
  readonly version: number
}

export interface NextLook {
  readonly next: number | null
  readonly erases: boolean
}

/** RET-02: announced 14 days before, held or not; a late announcement moves the erasure, so that 14 days always lie between. */
export function nextLook({ ground, state, dueAt, announcedAt, zone }: Pick<Purge, 'ground' | 'state' | 'dueAt' | 'announcedAt' | 'zone'>): NextLook {
  if (state === 'done' || state === 'dropped' || state === 'approval') return { next: null, erases: false }
  if (ground === 'inactive') return { next: state === 'held' ? null : dueAt, erases: state !== 'held' }
  if (announcedAt === null) return { next: addLocalDays(dueAt, -ANNOUNCED_DAYS, zone), erases: false }
  return state === 'held' ? { next: null, erases: false } : { next: Math.max(dueAt, addLocalDays(announcedAt, ANNOUNCED_DAYS, zone)), erases: true }
}

/** RET-02: a hold ends with its last day. */
export const holdEndsAt = (until: CalendarDate, zone: string): number => instantOf(until, 1440, zone)

export interface Person {
  readonly id: string
  readonly createdAt: number
  readonly createdBy: string | null
  readonly resetAt: number | null
  readonly resetBy: string | null
}

/** RET-03: the second is another, and wasn't created or reset by the first within 7 days. @throws Refusal `second_is_first`, `second_not_independent` */
export function refuseDependent(first: string, second: Person, now: number): void {
  if (second.id === first) throw new Refusal('second_is_first')
  const recent = (by: string | null, at: number | null): boolean => by === first && at !== null && now - at < INDEPENDENT_MS
  if (recent(second.createdBy, second.createdAt) || recent(second.resetBy, second.resetAt)) throw new Refusal('second_not_independent')
}

/** RET-07: one month from receipt, its day excluded; two more when extended. An end on a day without work moves to the next working day. */
export function requestDue(receivedAt: number, extended: boolean, calendar: WorkingCalendar): Explanation {
  const { zone } = calendar
  const months = extended ? 3 : 1
  const received = localDate(receivedAt, zone)
  const parts: ExplanationPart[] = [part('start', { at: receivedAt }), part('calendar_months', { count: months })]
  let day = addMonths(received, months)
  if (day.slice(8) !== received.slice(8)) parts.push(part('month_end', { date: day }))
  for (let left = 400; left > 0; left -= 1) {
    const holiday = calendar.holiday(dayOf(day))
    const open = calendar.hours[weekdayOf(dayOf(day))]
    if (holiday === null && open) break
    if (holiday !== null) parts.push(part('holiday', { date: day, name: holiday }))
    day = addDays(day, 1)
  }
  return explanation(instantOf(day, LAST_MINUTE, zone), zone, parts)
}

export interface DataRequest {
  readonly receivedAt: number
  readonly extendedAt: number | null
  readonly role: 'controller' | 'processor'
  readonly identity: 'unchecked' | 'confirmed' | 'doubted'
}

/** RET-07: what keeps the request from being answered here; null: nothing does. */
export function requestObstacle(
  { receivedAt, extendedAt, role, identity }: DataRequest,
  calendar: WorkingCalendar,
): 'pass_to_customer' | 'identity_unchecked' | 'extension_too_late' | null {
  if (role === 'processor') return 'pass_to_customer'
  if (extendedAt !== null && extendedAt > requestDue(receivedAt, false, calendar).dueAt) return 'extension_too_late'
  return identity === 'confirmed' ? null : 'identity_unchecked'
}
