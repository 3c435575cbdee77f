import type { Language } from '@contract/define'
import type { ReadDb } from '../../database'
import { asRecord, type MessageRow } from '../message-row'
import { isAddress, mailRoute } from '../settings'
import type { MessageTemplate } from '../template'
import { renderText } from './body'

interface Party {
  readonly name: string
  readonly address: string
}

export interface RenderedView {
  readonly language: Language
  readonly from: Party
  /** Null: the account has no address a message could go to. */
  readonly to: Party | null
  readonly subject: string
  readonly text: string
  readonly html: string
}

interface Addressee {
  email: string
  language: Language
  company: string
}

/** What would go out now: the account's language, address and facts of this moment. @throws TemplateFault, and what the template throws */
export function renderNow(db: ReadDb, template: MessageTemplate, row: MessageRow, now: number): RenderedView {
  const addressee = db.get<Addressee>('SELECT email, language, company FROM account WHERE id = ? AND removed_at IS NULL', row.account)
  const route = mailRoute(db)
  const language = addressee?.language ?? row.language
  const company = addressee?.company ?? ''
  const values = template.data(db, asRecord(row), language, now)
  return {
    language,
    from: { name: route.company, address: route.from },
    to: addressee !== undefined && isAddress(addressee.email) ? { name: company, address: addressee.email } : null,
    ...renderText(template.texts[language], values, { language, greeted: company, signed: route.company }),
  }
}
