import { MINUTE, workingTimeBetween, type WorkingCalendar } from '@kernel/calendar/index'

const DAY = 86_400_000

/** The latest moment (ms UTC, whole minutes) from which `minutes` of working time lie before `end`. */
export function workingMinutesBefore(end: number, minutes: number, calendar: WorkingCalendar): number {
  let late = Math.floor(end / MINUTE)
  let early = late - Math.ceil(((minutes / 480) * 2 + 7) * DAY) / MINUTE
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2)
    if (workingTimeBetween(middle * MINUTE, end, calendar) >= minutes * MINUTE) early = middle
    else late = middle
  }
  return early * MINUTE
}
