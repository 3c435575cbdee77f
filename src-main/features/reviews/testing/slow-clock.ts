import type { CalendarSettings } from '@contract/scheduler'
import { holidaysOf } from '@kernel/calendar/index'

const MINUTE = 60_000

interface Local {
  readonly date: string
  readonly minute: number
  /** 0 = Monday */
  readonly weekday: number
}

/**
 * REV-06 as one would do it with a wall clock and a wall calendar: minute by minute, asking the system for the local time of each. Slow,
 * and independent of the engine: only the names of public holidays are shared.
 */
export class SlowClock {
  readonly #calendar: CalendarSettings
  readonly #format: Intl.DateTimeFormat
  readonly #local = new Map<number, Local>()
  readonly #holidays = new Map<string, boolean>()

  constructor(calendar: CalendarSettings) {
    this.#calendar = calendar
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: calendar.zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
  }

  #at(instant: number): Local {
    const known = this.#local.get(instant)
    if (known !== undefined) return known
    const part = Object.fromEntries(this.#format.formatToParts(instant).map(({ type, value }) => [type, value]))
    const date = `${part['year']}-${part['month']}-${part['day']}`
    const local = {
      date,
      minute: Number(part['hour']) * 60 + Number(part['minute']),
      weekday: (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7,
    }
    this.#local.set(instant, local)
    return local
  }

  #isHoliday(date: string): boolean {
    let known = this.#holidays.get(date)
    if (known === undefined) {
      const { regions, extraHolidays } = this.#calendar
      known =
        extraHolidays.some((day) => day.date === date) ||
        regions.some((region) => holidaysOf(region, Number(date.slice(0, 4))).some((holiday) => holiday.date === date))
      this.#holidays.set(date, known)
    }
    return known
  }

  /** The hours of that instant's local day; null: closed all day. */
  #hours(instant: number): { from: number; to: number } | null {
    const { date, weekday } = this.#at(instant)
    return this.#isHoliday(date) ? null : (this.#calendar.hours[weekday] ?? null)
  }

  #isOpen(instant: number): boolean {
    const hours = this.#hours(instant)
    const { minute } = this.#at(instant)
    return hours !== null && minute >= hours.from && minute < hours.to
  }

  /** Where the next whole minute begins. */
  #next(instant: number): number {
    return instant - (instant % MINUTE) + MINUTE
  }

  #opening(instant: number): number {
    let at = instant
    while (!this.#isOpen(at)) at = this.#next(at)
    return at
  }

  /** One working day later. */
  dayLater(start: number): number {
    const from = this.#opening(start)
    const { date, minute } = this.#at(from)
    let at = this.#next(from)
    while (this.#at(at).date === date || !this.#isOpen(at)) at += MINUTE
    // The first open minute of the next working day: on to the same clock time, or that day's closing.
    while (this.#isOpen(at) && this.#at(at).minute < minute) at += MINUTE
    return this.#isOpen(at) && this.#at(at).minute === minute ? at + (from % MINUTE) : at
  }

  /** Open time from one instant to another, in ms. */
  between(from: number, to: number): number {
    let open = 0
    for (let at = from; at < to; at = this.#next(at)) if (this.#isOpen(at)) open += Math.min(this.#next(at), to) - at
    return open
  }

  /** When so much open time (ms) has passed. */
  after(start: number, ms: number): number {
    let at = this.#opening(start)
    for (let left = ms; left > 0; ) {
      const passed = this.#isOpen(at) ? Math.min(this.#next(at) - at, left) : 0
      left -= passed
      at = left === 0 ? at + passed : this.#next(at)
    }
    return at
  }
}
