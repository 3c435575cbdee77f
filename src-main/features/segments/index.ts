import { command, query } from '@kernel/bridge/index'
import type { Feature } from '@kernel/feature'
import { chooseForInvoices, confirmRelease, hold, release, switchOn } from './commands'
import { segmentEvents, segmentTables } from './events'
import { segmentFeeds } from './feeds/index'
import { cancelMaintenance, endMaintenance, extendMaintenance, planMaintenance } from './maintenance/commands'
import { maintenanceTask } from './maintenance/tasks'
import { templates } from './messages/templates'
import { previewOf } from './preview'
import { connectionsOf, segmentPage, segmentView, windowPage } from './queries'
import { accountsTouched } from './reconcile'
import { readSegmentSettings, saveSegmentSettings } from './settings'
import { invoiceTask } from './tasks'

export { foreseenSteps } from './foreseen'
export { listedSegments } from './listed'
export { WINDOW_STATE } from './maintenance/store'

/** SEG-01 to SEG-08: what stops segments, and what lets them run again. README.md beside this file tells the process. */
export const segments: Feature = {
  name: 'segments',
  events: segmentEvents,
  decisionTables: segmentTables,
  feeds: segmentFeeds,
  templates,
  tasks: [invoiceTask, maintenanceTask],
  listeners: { accountsTouched: [accountsTouched] },
  handlers: {
    'segments.list': query(({ db }, input) => segmentPage(db, input)),
    'segments.get': query(({ db }, { id }) => segmentView(db, id)),
    'segments.connections': query(({ db }, { accountUuid }) => connectionsOf(db, accountUuid)),
    'segments.preview': query(({ db }, input) => previewOf(db, input)),
    'segments.hold': command((unit, input) => hold(unit, input)),
    'segments.release': command((unit, input) => release(unit, input)),
    'segments.confirm_release': command((unit, input) => confirmRelease(unit, input)),
    'segments.switch_on': command((unit, input) => switchOn(unit, input)),
    'segments.choose_for_invoices': command((unit, input) => chooseForInvoices(unit, input)),
    'segments.windows': query(({ db }, { cursor, limit }) => windowPage(db, cursor ?? null, limit)),
    'segments.plan_maintenance': command((unit, input) => planMaintenance(unit, input)),
    'segments.extend_maintenance': command((unit, input) => extendMaintenance(unit, input)),
    'segments.end_maintenance': command((unit, input) => endMaintenance(unit, input)),
    'segments.cancel_maintenance': command((unit, input) => cancelMaintenance(unit, input)),
    'segments.settings': query(({ db }) => readSegmentSettings(db)),
    'segments.set_settings': command((unit, input) => saveSegmentSettings(unit, input)),
  },
}
