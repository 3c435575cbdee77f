import * as z from 'zod'
import { command, instant, noInput, query, reason } from './define'

export interface SchedulerStatus {
  now: number
  simulation: boolean
  paused: { since: number; by: string; reason: string } | null
  /** SCH-03: restriction, upgrade and erasure wait for an admin. */
  clockCheck: { since: number; ground: 'ahead' | 'long_gap'; hours: number } | null
  lastRunAt: number | null
  next: { at: number; feature: string; step: string; company: string | null } | null
  running: boolean
  failures: { id: string; feature: string; step: string; at: number; attempts: number; code: string }[]
  mail: { transport: 'none' | 'folder' | 'smtp'; waiting: number; work: number; lastProblem: string | null }
  directives: { waiting: number; failed: number }
}

/** SCH-04: a deadline and how it came about. */
export interface Explanation {
  dueAt: number
  zone: string
  parts: { code: string; params: Record<string, string | number> }[]
}

export interface CalendarSettings {
  zone: string
  /** Minutes after midnight; null: closed. Index 0 = Monday. */
  hours: ({ from: number; to: number } | null)[]
  /** date-holidays regions: `DE`, `DE-BY`, `SE`, `CZ`, `NO` … */
  regions: string[]
  extraHolidays: { date: string; name: string }[]
  warningWindow: { from: number; to: number }
}

const dayHours = z
  .object({ from: z.number().int().min(0).max(1439), to: z.number().int().min(1).max(1440) })
  .strict()
  .nullable()

export const schedulerContract = {
  'scheduler.status': query<SchedulerStatus>()('operator', noInput),
  'scheduler.recent': query<{ at: number; feature: string; step: string; company: string | null; accountUuid: string | null; rule: string }[]>()(
    'operator',
    noInput,
  ),
  /** SCH-05 */
  'scheduler.pause': command<null>()(['admin'], z.object({ reason }).strict()),
  'scheduler.resume': command<null>()(['admin'], noInput),
  /** SCH-03: an admin confirms that the clock is right. */
  'scheduler.confirm_clock': command<null>()(['admin'], z.object({ reason }).strict()),
  'scheduler.run_now': command<{ steps: number }>()(['admin'], noInput),
  /** Simulation workspaces only: moves their clock on, step by step. */
  'scheduler.advance': command<{ steps: number }>()(['admin'], z.object({ until: instant }).strict()),
  'settings.calendar': query<CalendarSettings>()('operator', noInput),
  'settings.set_calendar': command<null>()(
    ['admin'],
    z
      .object({
        zone: z.string().max(64),
        hours: z.array(dayHours).length(7),
        regions: z.array(z.string().max(16)).max(20),
        extraHolidays: z.array(z.object({ date: z.string().max(10), name: z.string().max(100) }).strict()).max(200),
        warningWindow: z.object({ from: z.number().int().min(0).max(1439), to: z.number().int().min(1).max(1440) }).strict(),
      })
      .strict(),
  ),
  /** Public holidays of the chosen regions in one year, for the settings screen. */
  'settings.holidays': query<{ date: string; name: string; region: string }[]>()(
    'operator',
    z.object({ year: z.number().int().min(2000).max(2100) }).strict(),
  ),
  'settings.directives': query<{ target: 'none' | 'folder'; folder: string }>()('operator', noInput),
  'settings.set_directives': command<null>()(['admin'], z.object({ target: z.enum(['none', 'folder']) }).strict()),
  'settings.general': query<{ idleMinutes: number; language: string }>()('operator', noInput),
  'settings.set_general': command<null>()(
    ['admin'],
    z.object({ idleMinutes: z.number().int().min(1).max(240), language: z.enum(['en', 'de', 'sv', 'cs', 'nb']) }).strict(),
  ),
} as const
