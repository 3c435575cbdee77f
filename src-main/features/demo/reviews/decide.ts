import type { Input, OperationName, Output } from '@contract/index'
import type { Session } from '@kernel/access/index'
import { addLocalDays, instantOf, localDate, type WorkingCalendar } from '@kernel/calendar/index'
import type { Services } from '@kernel/services'
import { entityOf } from '@features/accounts/index'
import type { Part } from './cast'
import { evidenceOf } from './facts'
import type { People } from './people'
import type { Act } from './stories'
import { TEXTS } from './texts/index'
import { STAFF_WORDS } from './words'

export type CallAs = <K extends OperationName>(session: Session, op: K, input: Input<K>) => Promise<Output<K>>

/** What deciding in the demo needs. */
export interface Deciding {
  readonly services: Services
  readonly call: CallAs
  readonly people: People
  readonly calendar: WorkingCalendar
  /** Internal uuids of the policy's reasons by code. */
  readonly reasons: ReadonlyMap<string, string>
}

/** REV-07: what people do with a review, by the commands of the desk. @throws Refusal when a rule says no */
export async function act(deciding: Deciding, part: Part, doing: Act): Promise<void> {
  const { call, people, services, reasons } = deciding
  const review = reviewOf(services, part.groupId)
  if (review === null) return
  const texts = TEXTS[part.story.language]
  const words = STAFF_WORDS[people.AB.language]
  const { id } = review
  switch (doing.does) {
    case 'accepts':
      await call(people[doing.by], 'reviews.accept', { ...review, evidence: [...doing.evidence], departure: doing.departure })
      return
    case 'asks':
      await call(people[doing.by], 'reviews.query', { ...review, question: texts.questions[doing.what] })
      return
    case 'rejects':
      await call(people[doing.by], 'reviews.reject', {
        ...review,
        evidence: [...doing.evidence],
        reasons: doing.reasons.map((code) => reasons.get(code)!),
        explanation: texts.explanations[doing.issue],
      })
      return
    case 'looks':
      await call(people[doing.by], 'reviews.seen', review)
      return
    case 'claims':
      await call(people[doing.by], 'reviews.claim', { id })
      return
    case 'snoozes':
      await call(people[doing.by], 'reviews.snooze', { id, until: tomorrow(deciding), note: words.snooze })
      return
    case 'hands_over':
      await call(people[doing.by], 'reviews.hand_over', { id, to: people[doing.to].operatorId, note: words.handOver })
      return
    case 'records':
      await call(people.TN, 'reviews.record_submission', { id, source: words.source, submission: recorded(part, doing.look, services.clock.now()) })
      return
    default:
  }
}

const tomorrow = ({ services, calendar: { zone } }: Deciding): number => {
  const now = services.clock.now()
  return instantOf(localDate(addLocalDays(now, 1, zone), zone), 8 * 60, zone)
}

function reviewOf({ db }: Services, groupId: string): { id: string; version: number } | null {
  const group = entityOf(db, 'group', groupId)
  if (group === null) return null
  const sql = 'SELECT r.id, r.version FROM group_standing s JOIN review r ON r.id = s.review WHERE s.contact_group = ?'
  return db.get<{ id: string; version: number }>(sql, group) ?? null
}

/** The same evidence as by feed, in the words of the command. */
function recorded(part: Part, look: Extract<Act, { does: 'records' }>['look'], now: number): Input<'reviews.record_submission'>['submission'] {
  const row = evidenceOf(part, look, now)
  const text = (name: string): string | null => (row[name] === '' ? null : String(row[name]))
  return {
    policyConfirmed: true,
    method: look.method,
    formUrl: text('form_url'),
    doubleOptIn: look.doubleOptIn ?? null,
    consentText: text('consent_text'),
    collectedFrom: text('collected_from'),
    collectedTo: text('collected_to'),
    eventName: text('event_name'),
    eventDate: text('event_date'),
    partnerName: text('partner_name'),
    partnerContract: text('partner_contract'),
    previousProvider: text('previous_provider'),
    details: text('details'),
    contactName: String(row['contact_name']),
    contactPhone: text('contact_phone'),
    contactEmail: String(row['contact_email']),
    senderDomain: text('sender_domain'),
  }
}
