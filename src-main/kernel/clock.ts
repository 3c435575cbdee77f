import { existsSync, readFileSync } from 'node:fs'
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

const BOOT_ID = '/proc/sys/kernel/random/boot_id'

/** Where the system doesn't number its boots, the time of its start tells them apart, as long as the wall clock isn't changed in between. */
function currentBoot(): string {
  if (existsSync(BOOT_ID)) return readFileSync(BOOT_ID, 'utf8').trim()
  return String(Math.round((Date.now() - uptime() * 1000) / 60_000))
}

export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    uptime: () => Math.round(uptime() * 1000),
    boot: currentBoot(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
}
