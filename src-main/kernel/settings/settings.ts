import type { Language } from '@contract/define'
import type { CalendarSettings } from '@contract/scheduler'
import type { ReadDb } from '../database'
import { defineEvent, field, record } from '../journal'
import { WORKSPACE_ENTITY } from '../scheduler/events'
import type { Unit } from '../unit'
import { readSetting, writeSetting } from './store'

export interface GeneralSettings {
  /** DSK-07: minutes without input after which a window locks. */
  idleMinutes: number
  language: Language
}

const NINE_TO_FIVE = { from: 9 * 60, to: 17 * 60 }

/** REV-06, LIM-17 (defaults): Monday to Friday 09:00–17:00 in Germany; warnings leave in the same hours of the account's zone. */
export const DEFAULT_CALENDAR: CalendarSettings = {
  zone: 'Europe/Berlin',
  hours: [NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, null, null],
  regions: ['DE'],
  extraHolidays: [],
  warningWindow: NINE_TO_FIVE,
}
const GENERAL: GeneralSettings = { idleMinutes: 15, language: 'en' }

export const readCalendar = (db: ReadDb): CalendarSettings => readSetting(db, 'calendar', DEFAULT_CALENDAR)
export const readGeneral = (db: ReadDb): GeneralSettings => readSetting(db, 'general', GENERAL)

export const settingsChanged = defineEvent({
  kind: 'settings.changed',
  body: { setting: field.oneOf(['calendar', 'general']) },
  // An erased detail leaves the setting at its default, here and in replay.
  apply: (db, { body, detail }) => {
    if (detail !== null) writeSetting(db, body.setting, detail)
  },
})

/** An admin changes a setting; what depends on it is asked for anew by the windows. */
export function changeSetting(unit: Unit, setting: 'calendar' | 'general', value: CalendarSettings | GeneralSettings, rule: string): void {
  record(unit, settingsChanged, { entity: WORKSPACE_ENTITY, account: null, version: 1, rule, body: { setting }, detail: { ...value } })
  unit.changed('settings', 'scheduler', 'limits', 'workspace')
}
