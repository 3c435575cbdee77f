import { uptime } from 'node:os'

/** Time comes from outside; nothing in the desk reads a clock of its own. */
export interface Clock {
  /** ms since 1970 UTC, as the wall clock says. */
  now(): number
  /** ms since the system started, time asleep included (SCH-03). */
  uptime(): number
  /** Changes with every start of the system: uptimes of different boots aren't compared. */
  readonly boot: string
  /** The workstation's own zone, IANA. */
  readonly zone: string
}

export function systemClock(): Clock {
  const started = Math.round((Date.now() - uptime() * 1000) / 60_000)
  return {
    now: () => Date.now(),
    uptime: () => Math.round(uptime() * 1000),
    boot: String(started),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
}
