import { LANGUAGES, type Language } from '@contract/define'
import type { ReadDb } from '@kernel/database/index'
import type { MessageRecord, MessageTemplate, TemplateText, Verdict } from '@kernel/outbox/index'
import { loadGroup, loadSubmission } from '../facts'
import type { Review } from '../review'
import { isClosed, latestReviewOf } from '../store'
import { cs } from './cs'
import { de } from './de'
import { en } from './en'
import { nb } from './nb'
import { sv } from './sv'
import type { TextName } from './texts'
import { decisionOf, reviewOf, SAMPLE, valuesFor } from './values'

const TEXTS = { en, de, sv, cs, nb } as const
const SEND: Verdict = { act: 'send' }
const withdraw = (rule: string): Verdict => ({ act: 'withdraw', rule })

export const textsOf = (name: TextName): Record<Language, TemplateText> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, TEXTS[language][name]])) as Record<Language, TemplateText>

/** MSG-06: whether it still holds, given that group and account are there. */
type Holds = (db: ReadDb, review: Review, message: MessageRecord) => boolean

const template = (name: TextName, rule: string, holds: Holds): MessageTemplate => ({
  name: `reviews.${name}`,
  rule,
  texts: textsOf(name),
  sample: SAMPLE,
  data: (db, message, language) => valuesFor(db, message, language),
  check(db, message) {
    const review = reviewOf(db, message)
    if (review === null || isClosed(db, review.account)) return withdraw('CAP-03')
    if (loadGroup(db, review.group)?.removed !== false) return withdraw('MSG-06')
    return holds(db, review, message) ? SEND : withdraw('MSG-06')
  },
  onFailed: (unit) => unit.changed('reviews', 'today'),
})

/** REV-07: a verdict is told while it stands: never one that was undone, overtaken or reopened. */
const stands: Holds = (db, _review, message) => decisionOf(db, message)?.state === 'stands'

/** What was missing is beside the point once a later submission has it. */
const stillMissing: Holds = (db, { group }, message) => {
  const named = typeof message.params['submission'] === 'string' ? loadSubmission(db, message.params['submission']) : null
  const latest = latestReviewOf(db, group)
  if (named === null || latest === null || latest.state === 'moot') return false
  const counting = latest.submission === null ? null : loadSubmission(db, latest.submission)
  return counting === null || counting.id === named.id || counting.submittedAt <= named.submittedAt
}

const isWaiting = ({ state }: Review): boolean => state === 'pending' || state === 'query'

export const templates: readonly MessageTemplate[] = [
  template('received', 'REV-02', (_db, review) => isWaiting(review)),
  template('incomplete', 'REV-02', stillMissing),
  template('accepted', 'REV-07', stands),
  // The customer has answered already: nothing is asked twice.
  template('queried', 'REV-07', (db, review, message) => review.state === 'query' && stands(db, review, message)),
  template('rejected', 'REV-07', stands),
  template('reopened', 'REV-09', (_db, review) => isWaiting(review)),
  template('recorded', 'REV-08', () => true),
]
