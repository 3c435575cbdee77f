import type { Query } from '@/app/routes/route'
import { addDays } from '@/kit/format/zoned'

export const SPANS = ['today', 'week', 'days30', 'month', 'lastMonth', 'own'] as const
export type SpanName = (typeof SPANS)[number]

/** Calendar dates `YYYY-MM-DD`, both included. */
export interface Span {
  name: SpanName
  from: string
  to: string
}

const AT_FIRST: SpanName = 'days30'
/** The desk answers no more than this many days at once. */
export const MOST_DAYS = 400
const isDate = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') && !Number.isNaN(Date.parse(text!))

/** The span that a name means on this day of the desk's calendar. */
function datesOf(name: SpanName, today: string): { from: string; to: string } {
  const first = `${today.slice(0, 8)}01`
  switch (name) {
    case 'today':
      return { from: today, to: today }
    case 'week':
      return { from: addDays(today, -6), to: today }
    case 'month':
      return { from: first, to: today }
    case 'lastMonth': {
      const to = addDays(first, -1)
      return { from: `${to.slice(0, 8)}01`, to }
    }
    default:
      return { from: addDays(today, -29), to: today }
  }
}

/** What the address says, and 30 days where it says nothing that can be. */
export function spanIn(query: Query, today: string): Span {
  const name = SPANS.find((known) => known === query['span']) ?? AT_FIRST
  const { from, to } = query
  if (name === 'own' && isDate(from) && isDate(to)) return from <= to ? { name, from, to } : { name, from: to, to: from }
  return { name, ...datesOf(name, today) }
}
