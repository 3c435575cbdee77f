import type { Explanation } from '@contract/scheduler'
import {
  addLocalDays,
  addLocalMonths,
  explanation,
  HOUR,
  instantOf,
  localDate,
  addDays,
  nextInWindow,
  part,
  startOfDate,
  type DailyWindow,
  type ExplanationPart,
} from '@kernel/calendar/index'
import { handedOver, type LimitCase } from './case'

/** LIM-17 */
const APART = 20 * HOUR
/** LIM-18 */
const STALL_DAYS = 14
/** LIM-11 */
const CANDIDATE_MONTHS = 6
const TELL_AHEAD_DAYS = 30

/**
 * LIM-04, LIM-17: the earliest instant at or after `from` for the next warning or for enforcement: on a later local day than the last
 * hand-over, 20 h after it, inside the window. The day counts from hand-over, so a late one moves all that follows.
 */
export function nextStepAt(lastHandOver: number | null, from: number, zone: string, window: DailyWindow): number {
  if (lastHandOver === null) return nextInWindow(from, window, zone)
  const tomorrow = startOfDate(addDays(localDate(lastHandOver, zone), 1), zone)
  return nextInWindow(Math.max(from, lastHandOver + APART, tomorrow), window, zone)
}

/** SCH-04: the same, explained. */
export function explainNextStep(
  lastHandOver: number | null,
  from: number,
  zone: string,
  window: DailyWindow,
  pausedUntil: string | null,
): Explanation {
  const parts: ExplanationPart[] = [part('start', { at: lastHandOver ?? from })]
  if (lastHandOver !== null)
    parts.push(part('at_least_hours', { hours: APART / HOUR }), part('next_local_day', { date: addDays(localDate(lastHandOver, zone), 1) }))
  if (pausedUntil !== null) parts.push(part('paused', { until: pausedUntil }))
  parts.push(part('window', { from: window.from, to: window.to }))
  return explanation(nextStepAt(lastHandOver, from, zone, window), zone, parts)
}

/** LIM-08: the earliest day of the coming upgrade when warning `n` is handed over at `at`. */
export function enforcementDate(n: number, at: number, zone: string, window: DailyWindow): string {
  let when = at
  for (let left = n; left <= 3; left += 1) when = nextStepAt(when, when, zone, window)
  return localDate(when, zone)
}

/** LIM-18: when a round that has begun gives up for want of a step; null: nothing was announced yet. */
export function stallsAt(limitCase: LimitCase): number | null {
  return handedOver(limitCase).length === 0 ? null : addLocalDays(limitCase.lastStepAt, STALL_DAYS, limitCase.zone)
}

/** LIM-14: a pause ends as its date begins. */
export function pauseEndsAt({ pausedUntil, zone }: LimitCase): number {
  return pausedUntil === null ? 0 : instantOf(pausedUntil, 0, zone)
}

/** LIM-11: six calendar months after the latest of restriction, login and activity. */
export function candidateOn({ restrictedAt, zone }: LimitCase, lastSeenAt: number | null): number {
  return addLocalMonths(Math.max(restrictedAt ?? 0, lastSeenAt ?? 0), CANDIDATE_MONTHS, zone)
}

export function tellOn(candidateAt: number, zone: string): number {
  return addLocalDays(candidateAt, -TELL_AHEAD_DAYS, zone)
}

/** A late announcement moves the date: 30 days from the day of hand-over are kept. */
export function notBeforeTold(toldAt: number, zone: string): number {
  return startOfDate(addDays(localDate(toldAt, zone), TELL_AHEAD_DAYS), zone)
}
