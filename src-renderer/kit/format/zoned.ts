function offsetAt(at: number, zone: string): number {
  const parts = new Map(
    new Intl.DateTimeFormat('en', {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
      timeZone: zone,
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (name: string): number => parts.get(name as never) ?? 0
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(at / 1000) * 1000
}

/** The instant, ms UTC, of a calendar date and minutes after midnight on the wall clock of an IANA zone. */
export function instantAt(date: string, minutes: number, zone: string): number {
  const wall = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000
  const near = wall - offsetAt(wall, zone)
  return wall - offsetAt(near, zone)
}

/** The last millisecond, in ms UTC, of the calendar date `YYYY-MM-DD` in an IANA zone. */
export function endOfDay(date: string, zone: string): number {
  return instantAt(date, 24 * 60, zone) - 1
}

/** Minutes after midnight on the wall clock of an IANA zone. */
export function minutesOfDay(at: number, zone: string): number {
  return Math.floor(((((at + offsetAt(at, zone)) % 86_400_000) + 86_400_000) % 86_400_000) / 60_000)
}

/** The calendar date `days` after `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
