import { addMonthsToDay, DAY, dateOf, dayOf, MINUTE, type CalendarDate, type EpochDay } from './dates'

/**
 * Offsets of time zones, from the system's own tables.
 *
 * Asking Intl or Temporal at every call costs 10 to 100 µs; at a million rows that is minutes. So each zone keeps its offset changes in
 * blocks of about 199 days, found once by probing every week (the shortest spell of any zone since 1970 is longer) and halving.
 */
interface Zone {
  readonly format: Intl.DateTimeFormat
  readonly blocks: Map<number, Block>
}

interface Block {
  /** Offset in ms at the block's start; then the instants at which it changes, with the new offset. */
  readonly first: number
  readonly changes: readonly { readonly at: number; readonly offset: number }[]
}

const BLOCK = 2 ** 34
const PROBE = 7 * DAY
const zones = new Map<string, Zone>()

function zoneNamed(name: string): Zone {
  // Names are read whatever their case; keyed by one spelling, a hostile feed can't grow the map.
  const known = zones.get(name) ?? zones.get(name.toLowerCase())
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const zone: Zone = { format, blocks: new Map() }
  zones.set(name.toLowerCase(), zone)
  if (format.resolvedOptions().timeZone === name) zones.set(name, zone)
  return zone
}

/** True for an IANA zone this system knows. Offsets such as `+02:00` aren't zones: they have no daylight saving. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    zoneNamed(name)
    return true
  } catch {
    return false
  }
}

/** Slow: asks Intl. */
function probe(zone: Zone, instant: number): number {
  const part: Record<string, number> = {}
  for (const { type, value } of zone.format.formatToParts(instant)) part[type] = Number(value)
  const local = Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second'])
  return local - Math.floor(instant / 1000) * 1000
}

function makeBlock(zone: Zone, start: number): Block {
  const first = probe(zone, start)
  const changes: { at: number; offset: number }[] = []
  let from = start
  let offset = first
  while (from < start + BLOCK) {
    const to = Math.min(from + PROBE, start + BLOCK)
    const after = probe(zone, to)
    if (after !== offset) {
      // Offsets change on whole seconds.
      let low = Math.floor(from / 1000)
      let high = Math.ceil(to / 1000)
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2)
        if (probe(zone, middle * 1000) === offset) low = middle
        else high = middle
      }
      changes.push({ at: high * 1000, offset: after })
    }
    from = to
    offset = after
  }
  return { first, changes }
}

/** Local time minus UTC in ms, at an instant (ms UTC). Throws RangeError for an unknown zone. */
export function offsetAt(instant: number, zoneName: string): number {
  const zone = zoneNamed(zoneName)
  const index = Math.floor(instant / BLOCK)
  let block = zone.blocks.get(index)
  if (!block) {
    block = makeBlock(zone, index * BLOCK)
    zone.blocks.set(index, block)
  }
  let offset = block.first
  for (const change of block.changes) {
    if (instant < change.at) break
    offset = change.offset
  }
  return offset
}

/** The local day of an instant. */
export function localDay(instant: number, zone: string): EpochDay {
  return Math.floor((instant + offsetAt(instant, zone)) / DAY)
}

export function localDate(instant: number, zone: string): CalendarDate {
  return dateOf(localDay(instant, zone))
}

/** ms since local midnight on the wall clock. */
export function localTimeOfDay(instant: number, zone: string): number {
  const local = instant + offsetAt(instant, zone)
  return local - Math.floor(local / DAY) * DAY
}

/**
 * The instant of a wall-clock time (ms after midnight; 24 h is the next midnight) on a local day.
 * A time that a change of clocks skips moves on by the gap (02:30 → 03:30); one that occurs twice is the first (SCH-03).
 */
export function instantOnDay(day: EpochDay, timeOfDay: number, zone: string): number {
  const local = day * DAY + timeOfDay
  const before = offsetAt(local - DAY, zone)
  const after = offsetAt(local + DAY, zone)
  if (before === after) return local - before
  const early = local - before
  if (offsetAt(early, zone) === before) return early
  const late = local - after
  if (offsetAt(late, zone) === after) return late
  return early
}

/** The instant of `minute` (after midnight, 0–1440) on a date in a zone. */
export function instantOf(date: CalendarDate, minute: number, zone: string): number {
  return instantOnDay(dayOf(date), minute * MINUTE, zone)
}

/** First instant of a date in a zone; it isn't always 00:00. */
export function startOfDate(date: CalendarDate, zone: string): number {
  return instantOf(date, 0, zone)
}

/** Same wall-clock time, some local days later; not a multiple of 24 hours. */
export function addLocalDays(instant: number, days: number, zone: string): number {
  return instantOnDay(localDay(instant, zone) + days, localTimeOfDay(instant, zone), zone)
}

/** Same wall-clock time, some calendar months later; month ends clamp (RET-01). */
export function addLocalMonths(instant: number, months: number, zone: string): number {
  return instantOnDay(addMonthsToDay(localDay(instant, zone), months), localTimeOfDay(instant, zone), zone)
}
