import { LANGUAGES, type Language } from '@contract/define'
import type { ReadDb } from '@kernel/database/index'
import type { MessageRecord, MessageTemplate, TemplateText, Verdict } from '@kernel/outbox/index'
import { loadAutomation } from '../facts'
import { isRecallOpen } from '../recall'
import { loadDelivery, loadSetup } from '../store'
import { cs } from './cs'
import { de } from './de'
import { en } from './en'
import { nb } from './nb'
import { sv } from './sv'
import type { TextName } from './texts'
import { TODO } from './todo'

const TEXTS = { en, de, sv, cs, nb } as const
const textsOf = (name: TextName): Record<Language, TemplateText> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, TEXTS[language][name]])) as Record<Language, TemplateText>

const SAMPLE = {
  sender: 'Sender Ltd',
  receiver: 'Receiver Ltd',
  items: [{ what: TODO.receiver_addon.en({ sender: 'Sender Ltd', receiver: 'Receiver Ltd' }) }],
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '')
const companyOf = (db: ReadDb, id: string): string => db.get<{ company: string }>('SELECT company FROM account WHERE id = ?', id)?.company ?? ''

function data(db: ReadDb, { params }: MessageRecord, language: Language): Record<string, unknown> {
  const automation = loadAutomation(db, word(params['automation']))
  if (automation === null) throw new Error('message about an automation that is gone')
  const parties = { sender: companyOf(db, automation.account), receiver: companyOf(db, automation.receiver) }
  const waits = loadSetup(db, automation.id)?.waitsFor ?? []
  return { ...parties, items: waits.map((name) => ({ what: TODO[name][language](parties) })) }
}

const template = (name: TextName, rule: string, holds: (db: ReadDb, params: MessageRecord['params']) => boolean): MessageTemplate => ({
  name: `sharing.${name}`,
  rule,
  texts: textsOf(name),
  sample: SAMPLE,
  data,
  check: (db, { params }): Verdict => (holds(db, params) ? { act: 'send' } : { act: 'withdraw', rule: 'MSG-06' }),
  onFailed: (unit) => unit.changed('sharing', 'today'),
})

const isState = (state: 'active' | 'paused') => (db: ReadDb, params: MessageRecord['params']) =>
  loadSetup(db, word(params['automation']))?.state === state

export const templates: readonly MessageTemplate[] = [
  template('paused', 'SHR-06', isState('paused')),
  template('resumed', 'SHR-06', isState('active')),
  template('recall', 'SHR-10', (db, params) => {
    const delivery = loadDelivery(db, word(params['delivery']))
    return delivery !== null && isRecallOpen(delivery)
  }),
]
