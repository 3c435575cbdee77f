/** One engine for working time, calendar days and months (SCH-03, SCH-04). Pure: time and zone come in from outside. */
export { addDays, addMonths, dayOf, HOUR, isDate, MINUTE, weekdayOf, type CalendarDate, type EpochDay } from './dates'
export { explanation, part, type ExplanationCode, type ExplanationPart } from './explanation'
export { holidaysOf, isRegion, type Holiday } from './holidays'
export { inWindow, nextInWindow, type DailyWindow } from './window'
export { addWorkingDays, addWorkingTime, workingCalendar, workingTimeBetween, type WorkingCalendar } from './working-time'
export { addLocalDays, addLocalMonths, instantOf, isZone, localDate, localDay, offsetAt, startOfDate } from './zone'
