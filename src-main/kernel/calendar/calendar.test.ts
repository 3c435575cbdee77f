import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addLocalDays,
  addLocalMonths,
  addMonths,
  addWorkingDays,
  addWorkingTime,
  HOUR,
  instantOf,
  inWindow,
  isRegion,
  isZone,
  holidaysOf,
  localDate,
  MINUTE,
  nextInWindow,
  offsetAt,
  startOfDate,
  workingCalendar,
  workingTimeBetween,
} from './index'

const ZONES = [
  'Europe/Berlin',
  'Europe/Prague',
  'Europe/London',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Africa/Casablanca',
  'Africa/Cairo',
  'America/Caracas',
  'Asia/Pyongyang',
  'Antarctica/Troll',
  'Pacific/Chatham',
  'UTC',
]
const zone = fc.constantFrom(...ZONES)
const instant = fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2060, 0, 1) })
const berlin = (text: string): number => Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Berlin').epochMilliseconds
const zoned = (at: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
const runs = { numRuns: process.env['REEVE_LONG'] ? 20_000 : 1_500 }

describe('SCH-03 zones against Temporal', () => {
  test('SCH-03 gives the offset and local date of any instant', () => {
    fc.assert(
      fc.property(zone, instant, (zone, at) => {
        expect(offsetAt(at, zone)).toBe(zoned(at, zone).offsetNanoseconds / 1e6)
        expect(localDate(at, zone)).toBe(zoned(at, zone).toPlainDate().toString())
      }),
      runs,
    )
  })

  test('SCH-03 is right to the second around every change of clocks since 1975', () => {
    for (const zone of ZONES) {
      let at: Temporal.ZonedDateTime | null = zoned(Date.UTC(1975, 0, 1), zone)
      while (at && (at = at.getTimeZoneTransition('next')) && at.year < 2040) {
        const change = at.epochMilliseconds
        for (const near of [change - 1000, change, change + 1000])
          expect(offsetAt(near, zone), `${zone} ${near}`).toBe(zoned(near, zone).offsetNanoseconds / 1e6)
      }
    }
  })

  test('SCH-03 finds the instant of a wall-clock time, in gaps and overlaps too', () => {
    const nearChange = fc.tuple(zone, instant, fc.integer({ min: -3 * 24 * 60, max: 3 * 24 * 60 })).map(([zone, at, minutes]) => {
      const change = zoned(at, zone).getTimeZoneTransition('next')
      return { zone, local: zoned((change ? change.epochMilliseconds : at) + minutes * MINUTE, 'UTC').toPlainDateTime() }
    })
    fc.assert(
      fc.property(nearChange, ({ zone, local }) => {
        const minute = local.hour * 60 + local.minute
        expect(instantOf(local.toPlainDate().toString(), minute, zone)).toBe(
          local.with({ second: 0, millisecond: 0 }).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds,
        )
      }),
      runs,
    )
  })

  test('SCH-03 adds local days and months as Temporal does', () => {
    fc.assert(
      fc.property(zone, instant, fc.integer({ min: -400, max: 400 }), (zone, at, count) => {
        expect(addLocalDays(at, count, zone)).toBe(zoned(at, zone).toPlainDateTime().add({ days: count }).toZonedDateTime(zone).epochMilliseconds)
        expect(addLocalMonths(at, count, zone)).toBe(zoned(at, zone).toPlainDateTime().add({ months: count }).toZonedDateTime(zone).epochMilliseconds)
      }),
      runs,
    )
  })

  test('SCH-03 knows a day that began at one o’clock and one that never was', () => {
    expect(startOfDate('2018-11-04', 'America/Sao_Paulo')).toBe(Temporal.ZonedDateTime.from('2018-11-04T01:00[America/Sao_Paulo]').epochMilliseconds)
    expect(localDate(instantOf('2011-12-30', 9 * 60, 'Pacific/Apia'), 'Pacific/Apia')).toBe('2011-12-31')
  })

  test('SCH-03 answers in microseconds once a zone is known', () => {
    offsetAt(Date.UTC(2026, 0, 1), 'Europe/Berlin')
    const start = process.hrtime.bigint()
    for (let i = 0; i < 200_000; i += 1) localDate(Date.UTC(2026, 0, 1) + i * 60_000, 'Europe/Berlin')
    expect(Number(process.hrtime.bigint() - start) / 200_000 / 1000).toBeLessThan(20)
  })

  test('SCH-03 knows zones by name only', () => {
    expect(isZone('Europe/Berlin')).toBe(true)
    expect(isZone('europe/berlin')).toBe(true)
    for (const name of ['', '+02:00', 'Mars/Olympus', 'Europe/Berlin; --', '../etc']) expect(isZone(name), name).toBe(false)
  })
})

describe('RET-01 dates', () => {
  test('RET-01 clamps month ends, leap years included', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
    expect(addMonths('2027-08-31', 6)).toBe('2028-02-29')
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15')
    expect(addMonths('2026-01-31', -2)).toBe('2025-11-30')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  })

  test('RET-01 adds months to any date as Temporal does', () => {
    const day = fc.integer({ min: -40_000, max: 60_000 })
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const date = addDays('1970-01-01', day)
        expect(addMonths(date, months)).toBe(Temporal.PlainDate.from(date).add({ months }).toString())
      }),
      runs,
    )
  })
})

describe('LIM-17 the daily window', () => {
  const window = { from: 9 * 60, to: 17 * 60 }

  test('LIM-17 leaves a time inside alone, waits for the morning, and for the next morning', () => {
    expect(nextInWindow(berlin('2026-11-24T11:30'), window, 'Europe/Berlin')).toBe(berlin('2026-11-24T11:30'))
    expect(nextInWindow(berlin('2026-11-24T03:00'), window, 'Europe/Berlin')).toBe(berlin('2026-11-24T09:00'))
    expect(nextInWindow(berlin('2026-11-24T17:00'), window, 'Europe/Berlin')).toBe(berlin('2026-11-25T09:00'))
    expect(inWindow(berlin('2026-11-24T16:59:59.999'), window, 'Europe/Berlin')).toBe(true)
    expect(() => nextInWindow(0, { from: 600, to: 600 }, 'UTC')).toThrow(RangeError)
  })

  test('LIM-17 is never before the asked instant, never more than two days after, and on the wall clock inside', () => {
    fc.assert(
      fc.property(zone, instant, (zone, at) => {
        const found = nextInWindow(at, window, zone)
        const local = zoned(found, zone)
        expect(found).toBeGreaterThanOrEqual(at)
        expect(found - at).toBeLessThan(48 * HOUR)
        expect(local.hour).toBeGreaterThanOrEqual(9)
        expect(local.hour).toBeLessThan(17)
        expect(nextInWindow(found, window, zone)).toBe(found)
      }),
      runs,
    )
  })
})

describe('SCH-04 working time', () => {
  const week = { from: 9 * 60, to: 17 * 60 }
  const calendar = workingCalendar({
    zone: 'Europe/Berlin',
    hours: [week, week, week, week, { from: 9 * 60, to: 15 * 60 }, null, null],
    regions: ['DE', 'DE-BY'],
    extraHolidays: [{ date: '2026-11-26', name: 'Inventory' }],
  })
  const due = (start: string, days = 1) => addWorkingDays(berlin(start), days, calendar)

  test('SCH-04 adds one working day at the same clock time', () => {
    expect(due('2026-11-23T11:30').dueAt).toBe(berlin('2026-11-24T11:30'))
    expect(due('2026-11-23T11:30').parts.map(({ code }) => code)).toEqual(['start', 'working_days', 'no_holiday', 'result'])
  })

  test('SCH-04 REV-06 starts at the next opening outside hours and stops at an earlier closing', () => {
    expect(due('2026-11-23T20:00').dueAt).toBe(berlin('2026-11-25T09:00'))
    expect(due('2026-12-03T16:30').dueAt).toBe(berlin('2026-12-04T15:00'))
    expect(due('2026-12-03T16:30').parts.map(({ code }) => code)).toContain('closing')
    expect(due('2026-12-05T12:00').dueAt).toBe(berlin('2026-12-08T09:00'))
  })

  test('SCH-04 skips holidays of the regions and of the company, by name', () => {
    const inventory = due('2026-11-25T10:00')
    expect(inventory.dueAt).toBe(berlin('2026-11-27T10:00'))
    expect(inventory.parts).toContainEqual({ code: 'holiday', params: { date: '2026-11-26', name: 'Inventory' } })
    expect(due('2026-12-24T10:00').dueAt).toBe(berlin('2026-12-28T10:00'))
    expect(isRegion('DE-BY') && isRegion('SE') && isRegion('CZ') && isRegion('NO')).toBe(true)
    expect(isRegion('XX') || isRegion('DE-QQ') || isRegion('')).toBe(false)
    expect(holidaysOf('NO', 2026).map(({ date }) => date)).toContain('2026-05-17')
  })

  test('SCH-04 a calendar that never opens is refused instead of searched for ever', () => {
    expect(() => addWorkingDays(0, 1, { ...calendar, hours: [null, null, null, null, null, null, null] })).toThrow(RangeError)
  })

  test('SCH-04 REV-06 a stopped clock runs on with what was left', () => {
    const start = berlin('2026-11-23T11:30')
    const left = workingTimeBetween(berlin('2026-11-23T16:00'), due('2026-11-23T11:30').dueAt, calendar)
    expect(left).toBe(3.5 * HOUR)
    expect(addWorkingTime(berlin('2026-11-27T13:00'), left, calendar).dueAt).toBe(berlin('2026-11-30T10:30'))
    expect(workingTimeBetween(start, start, calendar)).toBe(0)
  })

  test('SCH-04 adding working time and measuring it agree', () => {
    const at = fc.integer({ min: berlin('2026-01-01T00:00'), max: berlin('2027-12-01T00:00') })
    fc.assert(
      fc.property(at, fc.integer({ min: 1, max: 40 * 60 }), (start, minutes) => {
        const end = addWorkingTime(start, minutes * MINUTE, calendar).dueAt
        expect(workingTimeBetween(start, end, calendar)).toBe(minutes * MINUTE)
      }),
      { numRuns: 300 },
    )
  })
})
