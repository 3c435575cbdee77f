import type { Language, Total } from '@contract/define'
import { dateFormat, localeTag, numberFormat } from './intl'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

function upper(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

/** `Europe/Stockholm` as `Stockholm`. */
export function zoneCity(zone: string): string {
  const city = zone.slice(zone.lastIndexOf('/') + 1)
  return city.replaceAll('_', ' ')
}

/** Days between two `YYYY-MM-DD`, by the calendar and not by 24 hours. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
}

/**
 * Dates, numbers and money as one language writes them. Instants are ms UTC; `own` is the desk's zone, and a time
 * in another zone names its city.
 */
export function makeFormatters(language: Language, own: string) {
  const number = (value: number): string => numberFormat(language, {}).format(value)
  const time = (at: number, zone = own): string =>
    dateFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(at)
  const weekdayOf = (at: number, zone: string): string => dateFormat(language, { weekday: 'short', timeZone: zone }).format(at).replace(/\.$/, '')
  const dayMonth = (at: number, zone: string): string => dateFormat(language, { day: 'numeric', month: 'short', timeZone: zone }).format(at)
  const dayMonthYear = (at: number, zone: string): string =>
    dateFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone }).format(at)
  const isoDate = (at: number, zone = own): string => {
    const parts = new Map(
      dateFormat('en', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: zone })
        .formatToParts(at)
        .map(({ type, value }) => [type, value]),
    )
    return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
  }
  const named = (text: string, zone: string): string => (zone === own ? text : `${text} ${zoneCity(zone)}`)
  const day = (at: number, zone = own): string => `${weekdayOf(at, zone)} ${dayMonth(at, zone)}`
  const relative = (amount: number, unit: Intl.RelativeTimeFormatUnit, numeric: 'auto' | 'always' = 'auto'): string =>
    new Intl.RelativeTimeFormat(localeTag(language), { numeric, style: 'short' }).format(amount, unit)

  return {
    number,
    time,
    isoDate,
    /** `Mon 23 Nov` */
    day,
    /** `Mon 15:00`, within a week. */
    weekdayTime: (at: number, zone = own): string => `${weekdayOf(at, zone)} ${time(at, zone)}`,
    /** `Mon 23 Nov 15:00`, with the city where the zone isn't the desk's. */
    dateTime: (at: number, zone = own): string => named(`${day(at, zone)} ${time(at, zone)}`, zone),
    /** `Mon 23 Nov 2026, 14:06` */
    dateTimeFull: (at: number, zone = own): string => named(`${weekdayOf(at, zone)} ${dayMonthYear(at, zone)}, ${time(at, zone)}`, zone),
    /** A calendar date `YYYY-MM-DD` as `23 Nov 2026`. */
    date: (iso: string): string => dayMonthYear(Date.parse(`${iso}T12:00:00Z`), 'UTC'),
    /** A calendar date `YYYY-MM-DD` as `Mon 23 Nov`. */
    dateShort: (iso: string): string => day(Date.parse(`${iso}T12:00:00Z`), 'UTC'),
    /** A calendar date `YYYY-MM-DD` as `Mon`. */
    weekdayShort: (iso: string): string => weekdayOf(Date.parse(`${iso}T12:00:00Z`), 'UTC'),
    /** `today 15:00`, `tomorrow 09:00`, else `Mon 23 Nov 15:00`. */
    when: (at: number, now: number, zone = own): string => {
      const away = daysBetween(isoDate(now, zone), isoDate(at, zone))
      const date = Math.abs(away) <= 1 ? relative(away, 'day') : day(at, zone)
      return named(`${date} ${time(at, zone)}`, zone)
    },
    /** `Today, Mon 23 Nov` as the head of a day's rows. */
    dayHead: (iso: string, now: number): string => {
      const away = daysBetween(isoDate(now), iso)
      const at = Date.parse(`${iso}T12:00:00Z`)
      const date = Math.abs(away) > 300 ? dayMonthYear(at, 'UTC') : day(at, 'UTC')
      return Math.abs(away) <= 1 ? `${upper(relative(away, 'day'))}, ${date}` : date
    },
    /** `in 3 hrs`, `14 sec. ago` */
    ago: (at: number, now: number): string => {
      const distance = at - now
      const size = Math.abs(distance)
      if (size < MINUTE) return relative(Math.round(distance / 1000), 'second')
      if (size < HOUR) return relative(Math.round(distance / MINUTE), 'minute')
      if (size < DAY) return relative(Math.round(distance / HOUR), 'hour')
      return relative(Math.round(distance / DAY), 'day', 'always')
    },
    /** Milliseconds as `1 h 47`, `38 min` or `2 min 05 s`. */
    duration: (ms: number): string => {
      const seconds = Math.round(ms / 1000)
      if (seconds < 60) return `${number(seconds)} s`
      const minutes = Math.floor(seconds / 60)
      if (minutes < 60) return `${number(minutes)} min`
      return `${number(Math.floor(minutes / 60))} h ${String(minutes % 60).padStart(2, '0')}`
    },
    /** Integer minor units and an ISO 4217 code as `€40.00`. */
    money: (minor: number, currency: string): string => {
      const digits = numberFormat(language, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
      return numberFormat(language, { style: 'currency', currency }).format(minor / 10 ** digits)
    },
    /** Tenths of a percent as `+33 %`; one decimal under ten. */
    permille: (value: number, sign = true): string => {
      const percent = value / 10
      const digits = Math.abs(percent) < 10 ? 1 : 0
      const text = numberFormat(language, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        signDisplay: sign ? 'exceptZero' : 'auto',
      }).format(percent)
      return `${text} %`
    },
    /** Whole percent as `42 %`. */
    percent: (value: number): string => `${number(value)} %`,
    /** `1,204`, or `10,000+` where the count stopped. */
    total: ({ count, atLeast }: Total): string => (atLeast ? `${number(count)}+` : number(count)),
    /** Minutes after midnight as `09:00`. */
    clock: (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
    /** `Monday`; 0 is Monday. */
    weekday: (index: number): string => upper(dateFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + index))),
    /** A list as `a, b and c`. */
    list: (items: readonly string[]): string => new Intl.ListFormat(localeTag(language), { type: 'conjunction' }).format(items),
    country: (code: string): string => {
      try {
        return new Intl.DisplayNames(localeTag(language), { type: 'region' }).of(code) ?? code
      } catch {
        return code
      }
    },
    /** `.` or `,` */
    decimalSeparator:
      numberFormat(language, {})
        .formatToParts(1.5)
        .find(({ type }) => type === 'decimal')?.value ?? '.',
    /** Sorts names as the language does. */
    compare: new Intl.Collator(localeTag(language), { numeric: true }).compare,
  }
}

export type Formatters = ReturnType<typeof makeFormatters>
