import type { CalendarSettings, Explanation } from '@contract/scheduler'
import { dateOf, MINUTE, weekdayOf, type EpochDay } from './dates'
import { explanation, part, type ExplanationPart } from './explanation'
import { holidayTable } from './holidays'
import { instantOnDay, localDay, localTimeOfDay } from './zone'

/** A company's working time: REV-06, SCH-04. */
export interface WorkingCalendar {
  readonly zone: string
  readonly hours: CalendarSettings['hours']
  readonly holiday: (day: EpochDay) => string | null
}

export function workingCalendar(settings: Pick<CalendarSettings, 'zone' | 'hours' | 'regions' | 'extraHolidays'>): WorkingCalendar {
  return { zone: settings.zone, hours: settings.hours, holiday: holidayTable(settings.regions, settings.extraHolidays) }
}

/** A calendar can be closed for so long only by mistake; searching on would never end. */
const LONGEST_CLOSURE = 400

interface OpenDay {
  readonly day: EpochDay
  readonly from: number
  readonly to: number
}

function openDay(calendar: WorkingCalendar, day: EpochDay): OpenDay | null {
  const hours = calendar.hours[weekdayOf(day)]
  if (!hours || hours.from >= hours.to || calendar.holiday(day) !== null) return null
  return { day, from: instantOnDay(day, hours.from * MINUTE, calendar.zone), to: instantOnDay(day, hours.to * MINUTE, calendar.zone) }
}

/** The first open day from `day` on; notes the holidays it passes. Throws RangeError when the calendar never opens. */
function nextOpenDay(calendar: WorkingCalendar, day: EpochDay, passed: ExplanationPart[]): OpenDay {
  for (let at = day; at < day + LONGEST_CLOSURE; at += 1) {
    const open = openDay(calendar, at)
    if (open) return open
    const name = calendar.holiday(at)
    if (name !== null && calendar.hours[weekdayOf(at)]) passed.push(part('holiday', { date: dateOf(at), name }))
  }
  throw new RangeError('the calendar has no working time')
}

/** The first instant of working time at or after `instant`. */
function opening(calendar: WorkingCalendar, instant: number, passed: ExplanationPart[]): { at: number; open: OpenDay } {
  const today = openDay(calendar, localDay(instant, calendar.zone))
  if (today && instant < today.to) return { at: Math.max(instant, today.from), open: today }
  const open = nextOpenDay(calendar, localDay(instant, calendar.zone) + (today ? 1 : 0), passed)
  return { at: Math.max(instant, open.from), open }
}

/**
 * REV-06: due at the same clock time on the `count`th next working day. Outside hours counting starts at the next opening; a time past
 * that day's closing becomes the closing, one before its opening the opening.
 */
export function addWorkingDays(start: number, count: number, calendar: WorkingCalendar): Explanation {
  const passed: ExplanationPart[] = []
  const parts: ExplanationPart[] = [part('start', { at: start })]
  const first = opening(calendar, start, passed)
  const { at } = first
  let { open } = first
  if (at !== start) parts.push(part('next_opening', { at }))
  for (let left = count; left > 0; left -= 1) open = nextOpenDay(calendar, open.day + 1, passed)
  parts.push(part('working_days', { count }), ...(passed.length > 0 ? passed : [part('no_holiday')]))
  let due = count > 0 ? instantOnDay(open.day, localTimeOfDay(at, calendar.zone), calendar.zone) : at
  if (due > open.to) {
    due = open.to
    parts.push(part('closing', { date: dateOf(open.day), minute: calendar.hours[weekdayOf(open.day)]!.to }))
  } else if (due < open.from) {
    due = open.from
    parts.push(part('opening', { date: dateOf(open.day), minute: calendar.hours[weekdayOf(open.day)]!.from }))
  }
  return explanation(due, calendar.zone, parts)
}

/** Working time between two instants, in ms: what is left when a clock stops (REV-06). Zero when `to` is not after `from`. */
export function workingTimeBetween(from: number, to: number, calendar: WorkingCalendar): number {
  let sum = 0
  for (let day = localDay(from, calendar.zone); day <= localDay(to, calendar.zone); day += 1) {
    const open = openDay(calendar, day)
    if (open) sum += Math.max(0, Math.min(to, open.to) - Math.max(from, open.from))
  }
  return sum
}

/** When `ms` of working time have passed since `start`: a stopped clock running on. */
export function addWorkingTime(start: number, ms: number, calendar: WorkingCalendar): Explanation {
  const passed: ExplanationPart[] = []
  const parts: ExplanationPart[] = [part('start', { at: start })]
  let { at, open } = opening(calendar, start, passed)
  if (at !== start) parts.push(part('next_opening', { at }))
  let left = ms
  while (left > open.to - at) {
    left -= open.to - at
    open = nextOpenDay(calendar, open.day + 1, passed)
    at = open.from
  }
  parts.push(part('working_time', { minutes: Math.round(ms / MINUTE) }), ...(passed.length > 0 ? passed : [part('no_holiday')]))
  return explanation(at + left, calendar.zone, parts)
}
