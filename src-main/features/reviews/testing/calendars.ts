import type { CalendarSettings } from '@contract/scheduler'
import * as fc from 'fast-check'

const NINE_TO_FIVE = { from: 540, to: 1020 }
const WEEK = [NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, null, null]
const calendar = (zone: string, regions: string[], hours: CalendarSettings['hours'] = WEEK): CalendarSettings => ({
  zone,
  hours,
  regions,
  extraHolidays: [],
  warningWindow: NINE_TO_FIVE,
})

/** The working calendars of REV-06, and hours that differ by day. */
const CALENDARS: readonly CalendarSettings[] = [
  calendar('Europe/Berlin', ['DE']),
  calendar('Europe/Berlin', ['DE-BY', 'DE-SN']),
  calendar('Europe/Stockholm', ['SE'], [{ from: 480, to: 960 }, NINE_TO_FIVE, { from: 600, to: 1200 }, NINE_TO_FIVE, { from: 480, to: 720 }, null, null]),
  calendar('Europe/Prague', ['CZ']),
  calendar('Europe/Oslo', ['NO'], [null, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, { from: 600, to: 780 }, null]),
  { ...calendar('America/New_York', []), extraHolidays: [{ date: '2026-11-26', name: 'A day off' }] },
  calendar('Australia/Lord_Howe', [], Array.from({ length: 7 }, () => ({ from: 360, to: 1320 }))),
]

/** Shortly before weekends, changes of clocks, Easter, Christmas, the turn of a year and a leap day. */
const STARTS = ['2026-11-20', '2026-03-26', '2026-04-01', '2026-10-23', '2026-12-22', '2026-12-30', '2028-02-27', '2026-05-12']

export const calendars = fc.constantFrom(...CALENDARS)
/** Whole minutes, ms UTC. */
export const starts = fc
  .tuple(fc.constantFrom(...STARTS), fc.integer({ min: 0, max: 6 * 1440 }))
  .map(([date, minute]) => Date.parse(`${date}T00:00:00Z`) + minute * 60_000)
