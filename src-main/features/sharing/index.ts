import { command, query } from '@kernel/bridge/index'
import type { Feature } from '@kernel/feature'
import { acknowledgeRecall, dismiss, eraseOnRequest, release } from './commands'
import { sharingEvents, sharingTables } from './events'
import { accountsTouched, evaluateAccounts } from './evaluate'
import { sharingFeeds } from './feeds/index'
import { templates } from './messages/templates'
import { deliveries, matrix, setupView, whatIf } from './queries'
import { recallDone } from './recall'
import { checkSms } from './sms'
import { defenceTask, eraseTask, lookTask } from './tasks'

/** Lead sharing: SHR-01 to SHR-03, SHR-05, SHR-06, SHR-08 to SHR-10. README.md beside this file tells the process. */
export const sharing: Feature = {
  name: 'sharing',
  events: sharingEvents,
  decisionTables: sharingTables,
  feeds: sharingFeeds,
  templates,
  tasks: [lookTask, eraseTask, defenceTask],
  listeners: {
    accountsTouched: [accountsTouched],
    capabilitiesChanged: [(unit, account) => evaluateAccounts(unit, [account])],
    directiveDone: [recallDone],
  },
  handlers: {
    'sharing.get': query(({ db, now }, input) => setupView(db, now, input)),
    'sharing.matrix': query(({ db }, input) => matrix(db, input)),
    'sharing.deliveries': query(({ db }, input) => deliveries(db, input)),
    'sharing.what_if': query(({ db, now }, input) => whatIf(db, now, input)),
    'sharing.check_sms': query((_context, { text, terms, termsUrl }) => checkSms(text, { terms, url: termsUrl ?? null })),
    'sharing.release': command((unit, input) => release(unit, input)),
    'sharing.dismiss': command((unit, input) => dismiss(unit, input)),
    'sharing.acknowledge_recall': command((unit, input) => acknowledgeRecall(unit, input)),
    'sharing.erase_lead': command((unit, input) => eraseOnRequest(unit, input)),
  },
}
