import type { Explanation } from '@contract/scheduler'

/** SCH-04: the words a deadline explains itself with; the window translates them (`deadline.<code>`). */
export const EXPLANATION_CODES = [
  /** { at } */
  'start',
  /** { at }: working time was closed at the start; counting starts here. */
  'next_opening',
  /** { count } */
  'working_days',
  /** { minutes } */
  'working_time',
  /** { date, name } */
  'holiday',
  /** No holiday fell in between. */
  'no_holiday',
  /** { date, minute }: the time lay past that day's closing. */
  'closing',
  /** { date, minute }: the time lay before that day's opening. */
  'opening',
  /** { count } */
  'calendar_days',
  /** { count } */
  'calendar_months',
  /** { date }: the month has no such day. */
  'month_end',
  /** { hours } */
  'at_least_hours',
  /** { date } */
  'next_local_day',
  /** { from, to }: minutes after midnight. */
  'window',
  /** { until } */
  'paused',
  'result',
] as const
export type ExplanationCode = (typeof EXPLANATION_CODES)[number]

export type ExplanationPart = { code: ExplanationCode; params: Record<string, string | number> }

export const part = (code: ExplanationCode, params: Record<string, string | number> = {}): ExplanationPart => ({ code, params })

export function explanation(dueAt: number, zone: string, parts: readonly ExplanationPart[]): Explanation {
  return { dueAt, zone, parts: [...parts, part('result', { at: dueAt })] }
}
