import { MINUTE } from './dates'
import { instantOnDay, localDay } from './zone'

/** A stretch of each local day, minutes after midnight: from (included) to (excluded). */
export interface DailyWindow {
  readonly from: number
  readonly to: number
}

export function isWindow({ from, to }: DailyWindow): boolean {
  return Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= 1440
}

/** The earliest instant at or after `instant` that lies inside the window in that zone. LIM-17. */
export function nextInWindow(instant: number, window: DailyWindow, zone: string): number {
  if (!isWindow(window)) throw new RangeError('a window must start before it ends')
  for (let day = localDay(instant, zone); ; day += 1) {
    const opens = instantOnDay(day, window.from * MINUTE, zone)
    if (instant <= opens) return opens
    if (instant < instantOnDay(day, window.to * MINUTE, zone)) return instant
  }
}

export function inWindow(instant: number, window: DailyWindow, zone: string): boolean {
  return nextInWindow(instant, window, zone) === instant
}
