import type { Language } from '@contract/define'
import type { ReadDb } from '@kernel/database/index'
import type { MessageRecord } from '@kernel/outbox/index'
import { formatDate, formatInstant } from '@kernel/outbox/render/format'
import { missingOf } from '../completeness'
import { loadGroup, loadSubmission, loadSubmissions } from '../facts'
import { reasonWords } from '../policy/words'
import type { Decision, Review } from '../review'
import { latestReviewOf, loadDecision, loadReview } from '../store'
import { METHOD_NAMES, PARTS, YES_NO, type PartName } from './texts'

type Values = Readonly<Record<string, unknown>>

export const word = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** What a message is about, from its parameters; null: erased. */
export function reviewOf(db: ReadDb, { params }: MessageRecord): Review | null {
  const id = word(params['review'])
  return id === null ? null : loadReview(db, id)
}

export function decisionOf(db: ReadDb, { params }: MessageRecord): Decision | null {
  const id = word(params['decision'])
  return id === null ? null : loadDecision(db, id)
}

export const isWaiting = (review: Review | null): boolean => review?.state === 'pending' || review?.state === 'query'

/** REV-02: what the submission lacks as it stands now; nothing once it was corrected, taken back or followed by a later one. */
export function missingParts(db: ReadDb, { params }: MessageRecord): string[] {
  const id = word(params['submission'])
  const newest = loadSubmissions(db, word(params['group']) ?? '').at(-1)
  return newest === undefined || newest.id !== id ? [] : missingOf(newest)
}

/** Line by line, as it was written. */
const written = (text: string | null): { line: string }[] => (text ?? '').split(/\r\n|\r|\n/).map((line) => ({ line }))

const partName = (part: string, language: Language): string => (part in PARTS ? PARTS[part as PartName][language] : part)

interface Told {
  readonly text: string | null
  /** Internal uuids of the policy catalogue. */
  readonly reasons: readonly string[]
}

/** What a decision tells the customer: the same for the message and its preview. */
export function decisionValues(db: ReadDb, { id, group }: Review, language: Language, { text, reasons }: Told): Values {
  return {
    group: loadGroup(db, group)?.name ?? '',
    written: written(text),
    items: reasons.map((reason) => ({ what: reasonWords(db, reason, language).title })).filter(({ what }) => what !== ''),
    anew: latestReviewOf(db, group)?.id !== id,
  }
}

/** What the texts' `{{…}}` stand for: facts as they are at hand-over, what was said as it was said. */
export function valuesFor(db: ReadDb, message: MessageRecord, language: Language, now: number): Values {
  const { params, template } = message
  const review = reviewOf(db, message)
  const group = loadGroup(db, review?.group ?? '')
  if (review === null || group === null) throw new Error('message about a group that is gone')
  switch (template) {
    case 'reviews.received':
      return { group: group.name, due: dueValue(db, review, language, now) }
    case 'reviews.incomplete':
      return {
        group: group.name,
        items: missingParts(db, message).map((part) => ({ what: partName(part, language) })),
        reviewing: isWaiting(latestReviewOf(db, group.id)),
      }
    case 'reviews.reopened':
      return { group: group.name, was_accepted: params['was'] === 'accepted', due: dueValue(db, review, language, now) }
    case 'reviews.recorded':
      return { group: group.name, ...recordedValues(db, message, language) }
    default: {
      const decision = decisionOf(db, message)
      return decisionValues(db, review, language, { text: decision?.said?.text ?? null, reasons: decision?.reasons ?? [] })
    }
  }
}

/** REV-06, in the account's zone. Null: the clock stands, or nobody can be told to expect it any more. */
function dueValue(db: ReadDb, review: Review, language: Language, now: number): string | null {
  const { dueAt } = review.sla
  return dueAt === null || dueAt <= now ? null : formatInstant(language, dueAt, zoneOf(db, review))
}

const zoneOf = (db: ReadDb, { account }: Review): string =>
  db.get<{ zone: string }>('SELECT time_zone AS zone FROM account WHERE id = ?', account)?.zone ?? 'UTC'

/** REV-08: what support recorded, word for word, with where it came from. */
function recordedValues(db: ReadDb, { params }: MessageRecord, language: Language): Values {
  const answer = word(params['answer'])
  if (answer !== null) {
    const said = db.get<{ text: string; source: string }>('SELECT text, recorded_source AS source FROM answer WHERE id = ?', answer)
    return { source: said?.source ?? '', written: written(said?.text ?? null) }
  }
  return submissionValues(db, word(params['submission']) ?? '', language)
}

interface Contact {
  name: string | null
  phone: string | null
  email: string | null
}

function submissionValues(db: ReadDb, id: string, language: Language): Values {
  const said = loadSubmission(db, id)
  const contact = db.get<Contact>('SELECT contact_name AS name, contact_phone AS phone, contact_email AS email FROM submission WHERE id = ?', id)
  if (said === null) return { source: '', written: [] }
  const answer = (yes: boolean | null): string | null => (yes === null ? null : YES_NO[language][yes ? 1 : 0])
  const day = (date: string | null): string | null => (date === null ? null : formatDate(language, date))
  const span = [day(said.collectedFrom), day(said.collectedTo)]
  const fields: readonly [PartName, string | null][] = [
    ['policy_confirmed', answer(said.policyConfirmed)],
    ['method', METHOD_NAMES[said.method][language]],
    ['form_url', said.formUrl],
    ['double_opt_in', answer(said.doubleOptIn)],
    ['collected', span.every((end) => end === null) ? null : span.map((end) => end ?? '…').join(' – ')],
    ['event_name', said.eventName],
    ['event_date', day(said.eventDate)],
    ['partner_name', said.partnerName],
    ['partner_contract', said.partnerContract],
    ['previous_provider', said.previousProvider],
    ['sender_domain', said.senderDomain],
    ['contact', [contact?.name, contact?.phone, contact?.email].filter((part) => part != null).join(', ')],
    ['consent_text', said.consentText],
    ['details', said.details],
  ]
  const lines = fields.flatMap(([part, text]) => (text === null || text === '' ? [] : written(`${partName(part, language)}: ${text}`)))
  return { source: said.recordedSource ?? '', written: lines }
}

/** For a preview without a message (MSG-04). */
export const SAMPLE: Values = {
  group: 'Newsletter 2026',
  due: '24 November 2026 at 10:00 CET',
  items: [{ what: 'Wording of the consent' }],
  reviewing: false,
  anew: false,
  written: [{ line: 'Which text did the people agree to when they signed up?' }],
  source: 'Ticket 4711',
  was_accepted: true,
}
