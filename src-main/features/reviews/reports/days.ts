import { addDays, dayOf, instantOf, isDate } from '@kernel/calendar/index'
import { Refusal } from '@kernel/refusal'

/** Days of the desk's calendar; each has 23 to 25 hours. */
export interface Span {
  readonly dates: readonly string[]
  /** When each begins, ms UTC; one more at the end. */
  readonly starts: readonly number[]
}

/** A report reads what happened in its span and no more: a span is bounded. */
const MOST_DAYS = 400

/** Both included. @throws Refusal `date_unknown`, `span_reversed`, `span_too_long` */
export function spanOf(from: string, to: string, zone: string): Span {
  for (const date of [from, to]) if (!isDate(date)) throw new Refusal('date_unknown', { date })
  const count = dayOf(to) - dayOf(from) + 1
  if (count < 1) throw new Refusal('span_reversed')
  if (count > MOST_DAYS) throw new Refusal('span_too_long', { most: MOST_DAYS })
  const dates = Array.from({ length: count }, (_, n) => addDays(from, n))
  return { dates, starts: [...dates, addDays(to, 1)].map((date) => instantOf(date, 0, zone)) }
}

export const begins = ({ starts }: Span): number => starts[0]!
export const ends = ({ starts }: Span): number => starts.at(-1)!

/** The day that holds `at`, which lies in the span. */
export function dayIn({ starts }: Span, at: number): number {
  let low = 0
  let high = starts.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= at) low = middle
    else high = middle
  }
  return low
}
