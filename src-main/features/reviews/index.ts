import { command, query as ask } from '@kernel/bridge/index'
import type { Feature } from '@kernel/feature'
import { accountsTouched } from './accounts'
import { tryJournaled } from './barred'
import { openContact, openEvidence } from './contact'
import { accept, query, reject, reopen, undo } from './commands'
import { reviewEvents, reviewTables } from './events'
import { reviewFeeds } from './feeds/index'
import { recordAnswer, recordSubmission } from './record'
import { readReviewSettings, saveReviewSettings } from './settings'
import { effectTask, sampleTask } from './tasks'

/** Group reviews: REV-01 to REV-20. README.md beside this file tells the process. */
export const reviews: Feature = {
  name: 'reviews',
  events: reviewEvents,
  decisionTables: reviewTables,
  feeds: reviewFeeds,
  tasks: [effectTask, sampleTask],
  listeners: { accountsTouched: [accountsTouched], refused: [tryJournaled] },
  handlers: {
    'reviews.accept': command((unit, input) => accept(unit, input)),
    'reviews.query': command((unit, input) => query(unit, input)),
    'reviews.reject': command((unit, input) => reject(unit, input)),
    'reviews.undo': command((unit, input) => undo(unit, input)),
    'reviews.reopen': command((unit, input) => reopen(unit, input)),
    'reviews.record_submission': command((unit, input) => recordSubmission(unit, input)),
    'reviews.record_answer': command((unit, input) => recordAnswer(unit, input)),
    'reviews.open_contact': command((unit, input) => openContact(unit, input)),
    'reviews.open_evidence': command((unit, input) => openEvidence(unit, input)),
    'reviews.settings': ask(({ db }) => readReviewSettings(db)),
    'reviews.set_settings': command((unit, input) => saveReviewSettings(unit, input)),
  },
}
