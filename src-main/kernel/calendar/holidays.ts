import Holidays from 'date-holidays'
import { dayOf, yearOf, type CalendarDate, type EpochDay } from './dates'

export interface Holiday {
  readonly date: CalendarDate
  readonly name: string
  readonly region: string
}

const years = new Map<string, readonly Holiday[]>()
const regions = new Map<string, Holidays | null>()

function rulesOf(region: string): Holidays | null {
  const known = regions.get(region)
  if (known !== undefined) return known
  const [country = '', state, part] = region.split('-')
  const table = new Holidays()
  const there = /^[A-Z]{2}(-[A-Za-z0-9]+){0,2}$/.test(region) && Object.keys(table.getCountries()).includes(country)
  const states = there && state ? Object.keys(table.getStates(country) ?? {}) : []
  const found = there && (!state || states.includes(state.toUpperCase()))
  const rules = found ? new Holidays(country, state ?? '', part ?? '') : null
  regions.set(region, rules)
  return rules
}

/** True for a region such as `DE`, `DE-BY`, `SE`, `CZ`, `NO`. */
export function isRegion(region: string): boolean {
  return rulesOf(region) !== null
}

/** Public holidays of a region in one year, in order; none for an unknown region. */
export function holidaysOf(region: string, year: number): readonly Holiday[] {
  const key = `${region} ${year}`
  const known = years.get(key)
  if (known) return known
  const found: Holiday[] = []
  for (const holiday of rulesOf(region)?.getHolidays(year) ?? []) {
    if (holiday.type !== 'public') continue
    // Some span several days; the end is excluded.
    const first = dayOf(holiday.date.slice(0, 10))
    const count = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / 86_400_000))
    for (let day = first; day < first + count; day += 1)
      found.push({ date: new Date(day * 86_400_000).toISOString().slice(0, 10), name: holiday.name, region })
  }
  years.set(key, found)
  return found
}

/** Looks up a local day: the holiday's name, or null. */
export function holidayTable(chosen: readonly string[], extra: readonly { date: CalendarDate; name: string }[]): (day: EpochDay) => string | null {
  const byYear = new Map<number, Map<EpochDay, string>>()
  const own = new Map(extra.map(({ date, name }) => [dayOf(date), name] as const))
  return (day) => {
    const name = own.get(day)
    if (name !== undefined) return name
    const year = yearOf(day)
    let days = byYear.get(year)
    if (!days) {
      days = new Map()
      for (const region of chosen)
        for (const holiday of holidaysOf(region, year)) if (!days.has(dayOf(holiday.date))) days.set(dayOf(holiday.date), holiday.name)
      byYear.set(year, days)
    }
    return days.get(day) ?? null
  }
}
