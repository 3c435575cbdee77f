import type { Explanation } from '@contract/scheduler'
import type { SlaView } from '@contract/reviews'
import { addWorkingDays, addWorkingTime, explanation, part, workingCalendar, workingTimeBetween, type WorkingCalendar } from '@kernel/calendar/index'
import type { ReadDb } from '@kernel/database/index'
import { readCalendar } from '@kernel/settings/index'
import type { Decision, Review, Sla } from './review'
import { lastQuestion } from './rules'

/** REV-06: one working day. */
const WORKING_DAYS = 1

export const NO_SLA: Sla = { from: null, dueAt: null, remainingMs: null }

/** The company's working time as set now. */
export const slaCalendar = (db: ReadDb): WorkingCalendar => workingCalendar(readCalendar(db))

/** REV-06: when a review that waits since `from` (ms UTC) is due. */
export const dueFrom = (from: number, calendar: WorkingCalendar): number => addWorkingDays(from, WORKING_DAYS, calendar).dueAt

/** REV-06: the working time (ms) left at `at`; what a question leaves standing. */
export function remainingAt(sla: Sla, at: number, calendar: WorkingCalendar): number {
  if (sla.dueAt === null) return sla.remainingMs ?? 0
  return workingTimeBetween(at, sla.dueAt, calendar)
}

/** REV-06: the rest runs on from the answer. */
export const dueAfter = (answeredAt: number, remainingMs: number, calendar: WorkingCalendar): number =>
  addWorkingTime(answeredAt, remainingMs, calendar).dueAt

/** SCH-04: how the due time came about. Null: no clock runs. */
export function explainDue({ from, dueAt }: Sla, calendar: WorkingCalendar): Explanation | null {
  if (from === null || dueAt === null) return null
  const days = addWorkingDays(from, WORKING_DAYS, calendar)
  if (days.dueAt === dueAt) return days
  const rest = addWorkingTime(from, workingTimeBetween(from, dueAt, calendar), calendar)
  // The calendar was changed since: the due time stands as it was set.
  return rest.dueAt === dueAt ? rest : explanation(dueAt, calendar.zone, [part('start', { at: from })])
}

/** Due times met until their last millisecond. */
export const isOverdue = ({ state, sla }: Review, now: number): boolean => state === 'pending' && sla.dueAt !== null && now > sla.dueAt

export function slaView(review: Review, now: number, calendar: WorkingCalendar): SlaView {
  return {
    dueAt: review.sla.dueAt,
    overdue: isOverdue(review, now),
    stopped: review.state === 'query',
    remainingMs: review.sla.remainingMs,
    why: explainDue(review.sla, calendar),
  }
}

/** How long a review waited for us until `now`, in working ms, and whether that met REV-06. Time spent waiting for an answer is the customer's. */
export function waited(review: Review, decisions: readonly Decision[], now: number, calendar: WorkingCalendar): { tookMs: number; inTime: boolean } {
  const { from, dueAt, remainingMs } = review.sla
  const reopened = decisions.findLastIndex(({ state }) => state === 'reopened')
  const before = lastQuestion(decisions.slice(reopened + 1))?.tookMs ?? 0
  const running = from === null || dueAt === null ? 0 : workingTimeBetween(from, now, calendar)
  return { tookMs: before + running, inTime: dueAt === null ? (remainingMs ?? 0) > 0 : now <= dueAt }
}
