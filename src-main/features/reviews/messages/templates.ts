import { LANGUAGES, type Language } from '@contract/define'
import type { ReadDb } from '@kernel/database/index'
import type { MessageRecord, MessageTemplate, TemplateText, Verdict } from '@kernel/outbox/index'
import { loadGroup } from '../facts'
import type { Review } from '../review'
import { lastQuestion } from '../rules'
import { decisionsOf, isClosed, latestReviewOf } from '../store'
import { cs } from './cs'
import { de } from './de'
import { en } from './en'
import { nb } from './nb'
import { sv } from './sv'
import type { TextName } from './texts'
import { decisionOf, isWaiting, missingParts, reviewOf, SAMPLE, valuesFor, word } from './values'

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
  data: valuesFor,
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

/** Nothing is missing of a group that was accepted meanwhile. */
const stillMissing: Holds = (db, { group }, message) => {
  const state = latestReviewOf(db, group)?.state
  return state !== undefined && state !== 'accepted' && state !== 'moot' && missingParts(db, message).length > 0
}

/** Nothing is asked twice, and nothing that was answered already. */
const stillAsked: Holds = (db, review, message) =>
  review.state === 'query' && lastQuestion(decisionsOf(db, review.id))?.id === message.params['decision']

/** Until the next verdict on it; that one has its own message. */
const stillOpen: Holds = (db, review, { params }) =>
  isWaiting(review) &&
  decisionsOf(db, review.id).every(({ state, outcome, reviewVersion }) => outcome === 'query' || state !== 'reopened' || reviewVersion < Number(params['version']))

const isRecorded: Holds = (db, _review, { params }) =>
  db.get('SELECT 1 FROM submission WHERE id = ? UNION ALL SELECT 1 FROM answer WHERE id = ?', word(params['submission']), word(params['answer'])) !== undefined

export const templates: readonly MessageTemplate[] = [
  // Decided already: the verdict's message says more.
  template('received', 'REV-02', (_db, review) => isWaiting(review)),
  template('incomplete', 'REV-02', stillMissing),
  template('accepted', 'REV-07', stands),
  template('queried', 'REV-07', stillAsked),
  template('rejected', 'REV-07', stands),
  template('reopened', 'REV-09', stillOpen),
  template('recorded', 'REV-08', isRecorded),
]
