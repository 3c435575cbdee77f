export { changeSetting, readCalendar, readGeneral, settingsChanged, type GeneralSettings } from './settings'
export { readSetting, writeSetting } from './store'
