import { LANGUAGES, type Language } from '@contract/define'
import { accountForLimits } from '@features/accounts/index'
import type { ReadDb } from '@kernel/database/index'
import type { MessageRecord, MessageTemplate, TemplateText, Verdict } from '@kernel/outbox/index'
import { loadWindow } from '../maintenance/store'
import { heldBy, loadSource } from '../store'
import { cs } from './cs'
import { de } from './de'
import { en } from './en'
import { nb } from './nb'
import { sv } from './sv'
import type { TextName } from './texts'
import { SAMPLE, sourceOf, valuesFor, windowOf } from './values'

const TEXTS = { en, de, sv, cs, nb } as const
const SEND: Verdict = { act: 'send' }
const withdraw = (rule: string): Verdict => ({ act: 'withdraw', rule })

/** MSG-06: whether it still holds. */
type Holds = (db: ReadDb, message: MessageRecord, now: number) => boolean

const template = (name: TextName, rule: string, holds: Holds): MessageTemplate => ({
  name: `segments.${name}`,
  rule,
  texts: Object.fromEntries(LANGUAGES.map((language) => [language, TEXTS[language][name]])) as Record<Language, TemplateText>,
  sample: SAMPLE,
  data: (db, message, language) => valuesFor(db, message, language),
  check(db, message, now) {
    if (accountForLimits(db, message.account)?.closed !== false) return withdraw('CAP-03')
    return holds(db, message, now) ? SEND : withdraw('MSG-06')
  },
})

/** SEG-02: something still lies. An invoice that climbed meanwhile has a message of its own. */
const stillHeld: Holds = (db, message) => {
  const source = loadSource(db, sourceOf(message))
  if (source === null || source.state === 'over' || (source.cause === 'invoice' && source.stage !== message.params['stage'])) return false
  return (source.cause === 'invoice' && source.stage === 2) || heldBy(db, source.id, message.account).length > 0
}

/** SEG-05: not stopped anew by the same source. */
const stillReleased: Holds = (db, message) => heldBy(db, sourceOf(message), message.account).length === 0 || loadSource(db, sourceOf(message))?.state !== 'holding'

const stillAhead: Holds = (db, message, now) => {
  const window = loadWindow(db, windowOf(message))
  return window !== null && !window.cancelled && window.startsAt > now
}

/** Only the newest change is told, and only while the window isn't over. */
const stillMoved: Holds = (db, message, now) => {
  const window = loadWindow(db, windowOf(message))
  return window !== null && !window.cancelled && window.version === message.params['version'] && window.endsAt > now && wasTold(db, message)
}

const wasTold = (db: ReadDb, message: MessageRecord): boolean =>
  db.get(
    `SELECT 1 FROM message WHERE account = ? AND state IN ('sent', 'unknown') AND template IN ('segments.maintenance_ahead', 'segments.held')
     AND (json_extract(params, '$.window') = ? OR json_extract(params, '$.source') = ?)`,
    message.account,
    windowOf(message),
    windowOf(message),
  ) !== undefined

export const templates: readonly MessageTemplate[] = [
  template('held', 'SEG-02', stillHeld),
  template('released', 'SEG-05', stillReleased),
  template('maintenance_ahead', 'SEG-06', stillAhead),
  template('maintenance_changed', 'SEG-06', stillMoved),
  template('maintenance_cancelled', 'SEG-06', wasTold),
]
