import type { OperationName, ParsedInput } from '@contract/index'
import { holidaysOf, isDate, isRegion, isZone } from '@kernel/calendar/index'
import { command, long, query } from '@kernel/bridge/index'
import type { Feature } from '@kernel/feature'
import { record } from '@kernel/journal/index'
import { Refusal } from '@kernel/refusal'
import {
  clockConfirmed,
  isClockDoubted,
  isPaused,
  schedulerEvents,
  schedulerPaused,
  schedulerResumed,
  schedulerTables,
  WORKSPACE_ENTITY,
} from '@kernel/scheduler/index'
import { changeSetting, readCalendar, readGeneral, settingsChanged } from '@kernel/settings/index'
import { recentSteps } from './recent'
import { schedulerStatus } from './status'

const workspaceWide = { entity: WORKSPACE_ENTITY, account: null, version: 1, body: {} } as const

/** SCH-05, SCH-03, and the calendar that due dates rest on (SCH-04). */
export const scheduler: Feature = {
  name: 'scheduler',
  events: [...schedulerEvents, settingsChanged],
  decisionTables: [...schedulerTables, { table: 'setting', key: ['key'] }],
  handlers: {
    'scheduler.status': query(({ db, services, now }) => schedulerStatus(db, services, now)),
    'scheduler.recent': query(({ db, services }) => recentSteps(db, services)),
    'scheduler.pause': command((unit, { reason }) => {
      if (isPaused(unit.db)) throw new Refusal('scheduler_already_paused')
      record(unit, schedulerPaused, { ...workspaceWide, rule: 'SCH-05', before: 'running', after: 'paused', detail: { reason } })
      unit.changed('scheduler', 'limits')
      return null
    }),
    'scheduler.resume': command((unit) => {
      if (!isPaused(unit.db)) throw new Refusal('scheduler_not_paused')
      record(unit, schedulerResumed, { ...workspaceWide, rule: 'SCH-05', before: 'paused', after: 'running' })
      unit.changed('scheduler', 'limits')
      return null
    }),
    'scheduler.confirm_clock': command((unit, { reason }) => {
      if (!isClockDoubted(unit.db)) throw new Refusal('clock_not_doubted')
      record(unit, clockConfirmed, { ...workspaceWide, rule: 'SCH-03', detail: { reason } })
      unit.changed('scheduler', 'limits', 'today')
      return null
    }),
    'scheduler.run_now': long(async ({ services }) => ({ steps: (await services.scheduler.tick()).length })),
    'scheduler.advance': long(async ({ services }, { until }) => {
      if (services.advance === null) throw new Refusal('simulation_only')
      if (until < services.clock.now()) throw new Refusal('advance_backwards')
      return { steps: (await services.advance(until)).length }
    }),
    'settings.calendar': query(({ db }) => readCalendar(db)),
    'settings.set_calendar': command((unit, settings) => {
      checkCalendar(settings)
      changeSetting(unit, 'calendar', settings, 'SCH-04')
      return null
    }),
    'settings.holidays': query(({ db }, { year }) => {
      const { regions, extraHolidays } = readCalendar(db)
      const own = extraHolidays.filter(({ date }) => date.startsWith(`${year}-`)).map(({ date, name }) => ({ date, name, region: '' }))
      return [...regions.flatMap((region) => holidaysOf(region, year)), ...own].sort((a, b) => (a.date < b.date ? -1 : 1))
    }),
    'settings.general': query(({ db }) => readGeneral(db)),
    'settings.set_general': command((unit, settings) => {
      changeSetting(unit, 'general', settings, 'DSK-07')
      return null
    }),
  },
}

/** @throws Refusal `zone_unknown`, `region_unknown`, `date_unknown`, `hours_reversed`, `calendar_always_closed` */
function checkCalendar({ zone, hours, regions, extraHolidays, warningWindow }: ParsedInput<Extract<OperationName, 'settings.set_calendar'>>): void {
  if (!isZone(zone)) throw new Refusal('zone_unknown', { zone })
  const unknown = regions.find((region) => !isRegion(region))
  if (unknown !== undefined) throw new Refusal('region_unknown', { region: unknown })
  const misdated = extraHolidays.find(({ date }) => !isDate(date))
  if (misdated !== undefined) throw new Refusal('date_unknown', { date: misdated.date })
  for (const span of [...hours, warningWindow]) if (span !== null && span.from >= span.to) throw new Refusal('hours_reversed')
  if (hours.every((span) => span === null)) throw new Refusal('calendar_always_closed')
}
