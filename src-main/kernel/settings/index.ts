export { changeSetting, DEFAULT_CALENDAR, readCalendar, readGeneral, settingsChanged, type GeneralSettings } from './settings'
export { readSetting, writeSetting } from './store'
