import { expect, test } from 'vitest'
import { addWorkingDays, addWorkingTime, workingCalendar } from '@kernel/calendar/index'
import { dueWhy } from './due-why'

const calendar = workingCalendar({
  zone: 'Europe/Berlin',
  hours: [...Array.from({ length: 5 }, () => ({ from: 540, to: 1020 })), null, null],
  regions: ['DE'],
  extraHolidays: [],
})

test('SCH-04 says a due time as a sum, in the calendar’s own zone', () => {
  expect(dueWhy(addWorkingDays(Date.parse('2026-11-27T15:30:00Z'), 1, calendar))).toBe(
    'Fri 27 Nov 16:30 + 1 working day, no holiday, Europe/Berlin → Mon 30 Nov 16:30',
  )
  expect(dueWhy(addWorkingDays(Date.parse('2026-12-24T20:00:00Z'), 1, calendar))).toMatch(
    /^Thu 24 Dec 21:00 \+ from the next opening Mon 28 Dec 09:00, 1 working day, .*Europe\/Berlin → Tue 29 Dec 09:00$/,
  )
  expect(dueWhy(addWorkingTime(Date.parse('2026-11-23T08:00:00Z'), 5 * 3_600_000 + 720_000, calendar))).toBe(
    'Mon 23 Nov 09:00 + 5 h 12 min of working time, no holiday, Europe/Berlin → Mon 23 Nov 14:12',
  )
})
