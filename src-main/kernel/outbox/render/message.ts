import type { Language } from '@contract/define'
import type { ReadDb } from '../../database'
import { asRecord, type MessageRow } from '../message-row'
import { isAddress, mailRoute } from '../settings'
import type { MessageTemplate } from '../template'
import { renderText, type RenderedText } from './body'

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
  const email = addressee === undefined ? undefined : (contactAddress(db, row) ?? addressee.email)
  return {
    language,
    from: { name: route.company, address: route.from },
    to: email !== undefined && isAddress(email) ? { name: company, address: email } : null,
    ...renderText(template.texts[language], values, { language, greeted: company, signed: route.company }),
  }
}

/** CAN-01: a message to one contact names it, by internal uuid; the address is the one on file at hand-over. */
function contactAddress(db: ReadDb, { account, params }: MessageRow): string | undefined {
  const { contact } = JSON.parse(params) as { contact?: unknown }
  if (typeof contact !== 'string') return undefined
  return db.get<{ email: string }>('SELECT email FROM contact WHERE id = ? AND account = ? AND removed_at IS NULL', contact, account)?.email ?? ''
}

/** MSG-04: a template with an account's real data, or with its sample when there is none or the account doesn't fit it. */
export function previewMessage(db: ReadDb, template: MessageTemplate, language: Language, account: string | null, now: number): RenderedText {
  const company = account === null ? undefined : db.get<{ company: string }>('SELECT company FROM account WHERE id = ?', account)?.company
  const values = company === undefined || account === null ? template.sample : realValues(db, template, language, account, now)
  return renderText(template.texts[language], values, { language, greeted: company ?? 'Company', signed: mailRoute(db).company })
}

function realValues(db: ReadDb, template: MessageTemplate, language: Language, account: string, now: number): Readonly<Record<string, unknown>> {
  const row = db.get<MessageRow>('SELECT * FROM message WHERE account = ? AND template = ? ORDER BY id DESC LIMIT 1', account, template.name)
  return row === undefined ? template.sample : template.data(db, asRecord(row), language, now)
}
