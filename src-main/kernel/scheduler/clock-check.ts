export interface LastRun {
  /** ms UTC */
  readonly at: number
  /** ms since that boot, time asleep included */
  readonly uptime: number
  readonly boot: string
}

export type ClockDoubt = { ground: 'ahead' | 'long_gap'; hours: number }

const HOUR = 3_600_000
const MOST_AHEAD = HOUR
const LONGEST_GAP = 35 * 24 * HOUR

/**
 * SCH-03: the wall clock ran ahead of suspend-aware time by more than 1 h, or more than 35 days passed since the last run.
 * A clock set back is no doubt: states, not times, keep steps from repeating.
 */
export function doubtClock(last: LastRun | null, now: number, uptime: number, boot: string): ClockDoubt | null {
  if (last === null) return null
  const passed = now - last.at
  if (last.boot === boot) {
    const ahead = passed - (uptime - last.uptime)
    if (ahead > MOST_AHEAD) return { ground: 'ahead', hours: Math.round(ahead / HOUR) }
  }
  if (passed > LONGEST_GAP) return { ground: 'long_gap', hours: Math.round(passed / HOUR) }
  return null
}
