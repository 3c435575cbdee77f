import type { SlaView } from '@contract/reviews'
import type { Formatters } from '@/kit/format/formatters'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

export type SlaTone = 'plain' | 'warn' | 'bad' | 'stopped'

/** REV-06: red once it is over, amber in the last hour. `now`: ms UTC. Null: no clock runs. */
export function slaTone({ dueAt, stopped }: SlaView, now: number): SlaTone | null {
  if (stopped) return 'stopped'
  if (dueAt === null) return null
  if (now > dueAt) return 'bad'
  return dueAt - now < HOUR ? 'warn' : 'plain'
}

/** Whole minutes as `1 h 47`, from two days on as `3 d 04 h`. */
export function spanText(ms: number): string {
  const minutes = Math.floor(ms / MINUTE)
  const hours = Math.floor(minutes / 60)
  const two = (value: number): string => String(value).padStart(2, '0')
  return hours < 48 ? `${hours} h ${two(minutes % 60)}` : `${Math.floor(hours / 24)} d ${two(hours % 24)} h`
}

/** Due today: what `countdown` tells is a span, not a time. */
export const isSpan = ({ dueAt }: SlaView, now: number, format: Formatters): boolean =>
  dueAt !== null && (dueAt < now || format.isoDate(dueAt) === format.isoDate(now))

/** What is left of the clock: `1 h 47` today, `−1 h 52` when over, `Tue 10:15` on another day. Null: it doesn't run. */
export function countdown(sla: SlaView, now: number, format: Formatters): string | null {
  const { dueAt } = sla
  if (dueAt === null) return null
  const left = dueAt - now
  if (left < 0) return `−${spanText(-left)}`
  if (isSpan(sla, now, format)) return spanText(left)
  return left < 6 * 24 * HOUR ? format.weekdayTime(dueAt) : format.dateTime(dueAt)
}

/** Every zone's midnight falls on a quarter of an hour: dates are worked out once for each, not once a row. */
const QUARTER = 15 * MINUTE

/** Under which head of the queue a review stands: `overdue`, `stopped`, or the date it is due on. `now`: ms UTC. */
export function dueGroups(now: number, format: Formatters): (sla: SlaView) => string {
  const dates = new Map<number, string>()
  return ({ dueAt, stopped }) => {
    if (stopped) return 'stopped'
    if (dueAt === null) return 'none'
    if (now > dueAt) return 'overdue'
    const quarter = Math.floor(dueAt / QUARTER)
    const date = dates.get(quarter) ?? format.isoDate(dueAt)
    dates.set(quarter, date)
    return date
  }
}
