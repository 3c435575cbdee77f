export { changeSetting, readCalendar, readGeneral, settingsChanged, type GeneralSettings } from './settings'
