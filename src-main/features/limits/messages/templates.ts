import { LANGUAGES } from '@contract/define'
import type { ReadDb } from '@kernel/database/index'
import { nextInWindow } from '@kernel/calendar/index'
import type { MessageRecord, MessageTemplate, TemplateText, Verdict } from '@kernel/outbox/index'
import type { Unit } from '@kernel/unit'
import { isOpen, isRestricted, type LimitCase } from '../case'
import { change, scheduled, toldChange, warnedChange, type Change } from '../change'
import { reconsider } from '../evaluate'
import { deletionBounced, warningBounced, warningUnknown } from '../events'
import { loadFacts } from '../facts'
import { showRow } from '../row'
import { loadOpenCase } from '../store'
import { nextStepAt } from '../timing'
import { excessOver, isOver, overPermille } from '../usage'
import { cs } from './cs'
import { caseOf, dataFor } from './data'
import { de } from './de'
import { en } from './en'
import { nb } from './nb'
import { sv } from './sv'
import type { TextName } from './texts'

const TEXTS = { en, de, sv, cs, nb } as const
const SEND: Verdict = { act: 'send' }
const waitUntil = (at: number, now: number): Verdict => (at > now ? { act: 'wait', until: at } : SEND)
const withdraw = (rule: string): Verdict => ({ act: 'withdraw', rule })

const textsOf = (name: TextName): Record<(typeof LANGUAGES)[number], TemplateText> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, TEXTS[language][name]])) as Record<(typeof LANGUAGES)[number], TemplateText>

const SAMPLE = {
  n: 1,
  plan: 'Startup',
  next: 'Webinar',
  price: '€47.00',
  date: '27 November 2026',
  over: [{ what: 'Contacts', used: '5,702', limit: '5,000' }],
  restricts: false,
  upgrades: true,
  asks: false,
  noPlan: false,
  deletionDate: '27 May 2027',
  restrictedOn: '27 November 2026',
  seenOn: '20 November 2026',
}

type Own = Pick<MessageTemplate, 'check'> & Partial<Pick<MessageTemplate, 'onSent' | 'onFailed' | 'onBounced' | 'onWithdrawn'>>

const template = (name: TextName, rule: string, own: Own): MessageTemplate => ({
  name: `limits.${name}`,
  rule,
  texts: textsOf(name),
  data: dataFor,
  sample: SAMPLE,
  onFailed: (unit) => unit.changed('limits', 'today'),
  ...own,
})

/** Notes what came of a message on its case. */
function note(unit: Unit, limitCase: LimitCase, noted: Change): LimitCase {
  const after = noted.record(unit, limitCase)
  const facts = loadFacts(unit.db, limitCase.account, after)
  showRow(unit.db, after, facts === null ? 0 : overPermille(excessOver(facts.usage, facts.plan)), unit.now)
  unit.changed('limits', 'today')
  return after
}

/** The facts have the word: resolves, restarts or stops at once. */
function lookAgain(unit: Unit, limitCase: LimitCase): void {
  const facts = loadFacts(unit.db, limitCase.account, limitCase)
  if (facts !== null && isOpen(limitCase)) reconsider(unit, limitCase, facts)
}

/** LIM-03 to LIM-05, LIM-16, LIM-17 */
const warning = template('warning', 'LIM-03', {
  check(db, message, now) {
    const limitCase = caseOf(db, message)
    if (limitCase === null || !isOpen(limitCase) || limitCase.round !== message.params['round']) return withdraw('LIM-05')
    if (limitCase.state === 'paused') return { act: 'wait', until: null }
    const facts = loadFacts(db, message.account, limitCase)
    if (limitCase.state !== 'warning' || facts === null || facts.closed || !isOver(facts)) return withdraw('LIM-05')
    return waitUntil(nextStepAt(limitCase.lastWarnedAt, now, limitCase.zone, facts.window), now)
  },
  onSent(unit, message) {
    const limitCase = caseOf(unit.db, message)
    const facts = limitCase === null ? null : loadFacts(unit.db, message.account, limitCase)
    if (limitCase === null || facts === null) return
    note(
      unit,
      limitCase,
      warnedChange(
        limitCase,
        { round: Number(message.params['round']), n: Number(message.params['n']), sent: message.sentAt ?? unit.now },
        facts,
        unit.now,
      ),
    )
  },
  onFailed(unit, message, state) {
    const limitCase = caseOf(unit.db, message)
    if (state === 'unknown' && limitCase !== null) note(unit, limitCase, change(warningUnknown, 'MSG-01', null, { tried: unit.now }))
    unit.changed('limits', 'today')
  },
  onWithdrawn(unit, message) {
    const limitCase = caseOf(unit.db, message)
    if (limitCase !== null && limitCase.round === message.params['round']) lookAgain(unit, limitCase)
  },
  onBounced(unit, message, permanent) {
    const limitCase = caseOf(unit.db, message)
    if (!permanent || limitCase === null || !isOpen(limitCase) || limitCase.round !== message.params['round']) return
    lookAgain(unit, note(unit, limitCase, change(warningBounced, 'LIM-16', null, { n: Number(message.params['n']) })))
  },
})

const deletionAnnounced = template('deletion_announced', 'LIM-11', {
  check(db, message, now) {
    const limitCase = caseOf(db, message)
    if (limitCase === null || !isRestricted(limitCase) || limitCase.candidacy.announcedFor !== message.params['on']) return withdraw('LIM-11')
    const facts = loadFacts(db, message.account, limitCase)
    if (facts === null || facts.closed || !isOver(facts)) return withdraw('LIM-05')
    return waitUntil(nextInWindow(now, facts.window, limitCase.zone), now)
  },
  onSent(unit, message) {
    const limitCase = caseOf(unit.db, message)
    const facts = limitCase === null ? null : loadFacts(unit.db, message.account, limitCase)
    if (limitCase === null || facts === null || limitCase.candidacy.announcedFor !== message.params['on']) return
    note(unit, limitCase, toldChange(limitCase, message.sentAt ?? unit.now, facts, unit.now))
  },
  onWithdrawn(unit, message) {
    const limitCase = caseOf(unit.db, message)
    if (limitCase !== null) lookAgain(unit, limitCase)
  },
  onBounced(unit, message, permanent) {
    const limitCase = caseOf(unit.db, message)
    if (!permanent || limitCase === null || !isRestricted(limitCase) || limitCase.candidacy.announcedFor !== message.params['on']) return
    const facts = loadFacts(unit.db, message.account, limitCase)
    if (facts !== null) note(unit, limitCase, scheduled(deletionBounced, 'LIM-16', null, {}, { limitCase, facts, now: unit.now }))
  },
})

const stillRestricted = (db: ReadDb, message: MessageRecord): Verdict => {
  const limitCase = caseOf(db, message)
  return limitCase !== null && isRestricted(limitCase) ? SEND : withdraw('LIM-10')
}

/** An all-clear is wrong once a new excess has opened a new case. */
const noOpenCase = (db: ReadDb, message: MessageRecord): Verdict => (loadOpenCase(db, message.account) === null ? SEND : withdraw('MSG-06'))

/** The account is still on the plan the message names. */
const stillOn = (db: ReadDb, message: MessageRecord): Verdict =>
  loadFacts(db, message.account, null)?.plan.id === message.params['to'] ? SEND : withdraw('MSG-06')

export const templates: readonly MessageTemplate[] = [
  warning,
  template('restricted', 'LIM-07', { check: stillRestricted }),
  template('upgraded', 'LIM-08', { check: stillOn }),
  template('all_clear', 'LIM-16', { check: noOpenCase }),
  template('lifted', 'LIM-10', { check: noOpenCase }),
  deletionAnnounced,
  template('reverted', 'LIM-09', { check: stillOn }),
]
