import { LANGUAGES, type Language } from '@contract/define'
import type { CancellationState } from '@contract/retention'
import type { ReadDb } from '@kernel/database/index'
import type { MessageRecord, MessageTemplate, TemplateText } from '@kernel/outbox/index'
import { formatDate } from '@kernel/outbox/render/format'
import { codeOf } from '../commands'
import { eraseOn } from '../rules'
import { loadCancellation, type Cancellation } from '../store'
import { TEXTS, type TextName } from './texts'

const aboutOf = (db: ReadDb, { params }: MessageRecord): Cancellation | null =>
  typeof params['cancellation'] === 'string' ? loadCancellation(db, params['cancellation']) : null

/** MSG-06: told while the cancellation stands as it says. */
const template = (name: TextName, rule: string, state: CancellationState): MessageTemplate => ({
  name: `cancellation.${name}`,
  rule,
  texts: Object.fromEntries(LANGUAGES.map((language) => [language, TEXTS[language][name]])) as Record<Language, TemplateText>,
  check: (db, message) => (aboutOf(db, message)?.state === state ? { act: 'send' } : { act: 'withdraw', rule: 'MSG-06' }),
  data(db, message, language) {
    const about = aboutOf(db, message)
    if (about === null) throw new Error('message about a cancellation that is gone')
    return { code: codeOf(about) ?? '', lastDay: formatDate(language, about.last_day), eraseOn: formatDate(language, eraseOn(about.last_day)) }
  },
  onFailed: (unit) => unit.changed('cancellation', 'today'),
  sample: { code: '123456', lastDay: '31 December 2026', eraseOn: '30 June 2027' },
})

export const templates: readonly MessageTemplate[] = [
  template('confirm', 'CAN-01', 'requested'),
  template('cancelled', 'CAN-03', 'cancelled'),
  template('withdrawn', 'CAN-03', 'withdrawn'),
  template('ended', 'CAN-03', 'ended'),
  template('reopened', 'CAN-05', 'reopened'),
]
