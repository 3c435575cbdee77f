/** Calendar dates without a zone: `YYYY-MM-DD` outside, whole days since 1970-01-01 inside. */
export type CalendarDate = string
export type EpochDay = number

export const DAY = 86_400_000
export const HOUR = 3_600_000
export const MINUTE = 60_000

/** Days since 1970-01-01; throws RangeError for a date that doesn't exist. */
export function dayOf(date: CalendarDate): EpochDay {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!parts) throw new RangeError('not a date')
  const day = dayFrom(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  if (dateOf(day) !== date) throw new RangeError('no such date')
  return day
}

export function dateOf(day: EpochDay): CalendarDate {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/** True for a date that exists, in the years 0000 to 9999. */
export function isDate(date: string): boolean {
  try {
    dayOf(date)
    return true
  } catch {
    return false
  }
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOf(dayOf(date) + days)
}

/** RET-01: month ends clamp (31 Aug + 6 months → 28 or 29 Feb). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return dateOf(addMonthsToDay(dayOf(date), months))
}

export function addMonthsToDay(day: EpochDay, months: number): EpochDay {
  const start = new Date(day * DAY)
  const month = start.getUTCFullYear() * 12 + start.getUTCMonth() + months
  const year = Math.floor(month / 12)
  const lastDay = dayFrom(year, (month % 12) + 2, 0)
  return Math.min(dayFrom(year, (month % 12) + 1, start.getUTCDate()), lastDay)
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOf(day: EpochDay): number {
  return (((day + 3) % 7) + 7) % 7
}

export function yearOf(day: EpochDay): number {
  return new Date(day * DAY).getUTCFullYear()
}

// Date.UTC reads years below 100 as 19xx, so the year is set apart.
function dayFrom(year: number, month: number, dayOfMonth: number): EpochDay {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, dayOfMonth)
  return Math.round(date.getTime() / DAY)
}
