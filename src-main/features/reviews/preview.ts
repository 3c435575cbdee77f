import type { Language } from '@contract/define'
import type { ParsedInput } from '@contract/index'
import type { MessagePreview } from '@contract/reviews'
import type { ReadDb } from '@kernel/database/index'
import { mailRoute } from '@kernel/outbox/index'
import { renderText } from '@kernel/outbox/render/body'
import { existing } from './commands'
import { textsOf } from './messages/templates'
import { decisionValues } from './messages/values'
import { fillPlaceholders } from './placeholders'

const TEXT = { accept: 'accepted', query: 'queried', reject: 'rejected' } as const

/** REV-15, MSG-04: the message as the customer would get it, by the same texts and values as the real one. @throws Refusal `review_missing` */
export function previewDecision(db: ReadDb, { id, outcome, text, reasons }: ParsedInput<'reviews.preview'>, operator: string): MessagePreview {
  const review = existing(db, id)
  const account = db.get<{ company: string; language: Language }>('SELECT company, language FROM account WHERE id = ?', review.account)!
  const { language } = account
  const filled = fillPlaceholders(db, review, operator, text)
  const values = decisionValues(db, review, language, { text: filled.text, reasons })
  const frame = { language, greeted: account.company, signed: mailRoute(db).company }
  return { ...renderText(textsOf(TEXT[outcome])[language], values, frame), language, unknown: [...filled.unknown] }
}
