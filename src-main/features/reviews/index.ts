import { command, query as ask } from '@kernel/bridge/index'
import type { Feature } from '@kernel/feature'
import { accountsForeseen, accountsTouched } from './accounts'
import { tryJournaled } from './barred'
import { openContact, openEvidence } from './contact'
import { accept, query, reject, reopen, undo } from './commands'
import { reviewEvents, reviewTables } from './events'
import { reviewFeeds } from './feeds/index'
import { queueHandlers } from './handlers'
import { addShipped, addShippedIfMissing } from './policy/commands'
import { policySaved } from './policy/events'
import { templates } from './messages/templates'
import { recordAnswer, recordSubmission } from './record'
import { overdueTask, rowsFollow } from './row'
import { readReviewSettings, saveReviewSettings } from './settings'
import { checkSubmission } from './submission-check'
import { effectTask, sampleTask } from './tasks'

export { foreseenSteps } from './foreseen'
export { listedReviews, type ListedReview } from './listed'
export { REVIEW_WORK, reviewWork, type ReviewWork, type ReviewWorkKind } from './work'

/** Group reviews: REV-01 to REV-20. README.md beside this file tells the process. */
export const reviews: Feature = {
  name: 'reviews',
  events: [...reviewEvents, policySaved],
  decisionTables: [...reviewTables, { table: 'policy_reason', key: ['id'] }],
  feeds: reviewFeeds,
  templates,
  tasks: [effectTask, sampleTask, overdueTask],
  onCreated: addShipped,
  onOpened: addShippedIfMissing,
  listeners: { accountsTouched: [accountsTouched, rowsFollow], accountsForeseen: [accountsForeseen], refused: [tryJournaled] },
  handlers: {
    ...queueHandlers,
    'reviews.accept': command((unit, input) => accept(unit, input)),
    'reviews.query': command((unit, input) => query(unit, input)),
    'reviews.reject': command((unit, input) => reject(unit, input)),
    'reviews.undo': command((unit, input) => undo(unit, input)),
    'reviews.reopen': command((unit, input) => reopen(unit, input)),
    'reviews.check_submission': ask((_context, input) => checkSubmission(input)),
    'reviews.record_submission': command((unit, input) => recordSubmission(unit, input)),
    'reviews.record_answer': command((unit, input) => recordAnswer(unit, input)),
    'reviews.open_contact': command((unit, input) => openContact(unit, input)),
    'reviews.open_evidence': command((unit, input) => openEvidence(unit, input)),
    'reviews.settings': ask(({ db }) => readReviewSettings(db)),
    'reviews.set_settings': command((unit, input) => saveReviewSettings(unit, input)),
  },
}
