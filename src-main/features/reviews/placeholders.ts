import type { REPLY_PLACEHOLDERS } from '@contract/reviews'
import type { ReadDb } from '@kernel/database/index'
import { Refusal } from '@kernel/refusal'
import { loadGroup, submissionOf } from './facts'
import type { Review } from './review'

type Placeholder = (typeof REPLY_PLACEHOLDERS)[number]

export interface Filled {
  readonly text: string
  /** Names between braces that nothing fills, each once. */
  readonly unknown: readonly string[]
}

/** REV-15: what saved replies and free text may name, for this review and who decides it. */
function valuesOf(db: ReadDb, review: Review, operator: string): Record<Placeholder, string | null> {
  return {
    company: db.get<{ company: string }>('SELECT company FROM account WHERE id = ?', review.account)?.company ?? null,
    group: loadGroup(db, review.group)?.name ?? null,
    formUrl: submissionOf(db, review)?.formUrl ?? null,
    reviewer: db.get<{ name: string }>('SELECT name FROM operator WHERE id = ?', operator)?.name ?? null,
  }
}

/** REV-15: in one pass, so that a value with braces stays as it is. What nothing fills stays and is named. */
export function fillPlaceholders(db: ReadDb, review: Review, operator: string, text: string): Filled {
  const values: Readonly<Record<string, string | null>> = valuesOf(db, review, operator)
  const unknown = new Set<string>()
  const filled = text.replace(/\{\{([^{}]*)\}\}/g, (whole, between: string) => {
    const name = between.trim()
    const value = Object.hasOwn(values, name) ? values[name] : null
    if (value != null && value !== '') return value
    unknown.add(name)
    return whole
  })
  return { text: filled, unknown: [...unknown] }
}

/** The text as the customer will read it. @throws Refusal `placeholder_unfilled`: a hole isn't sent */
export function filledText(db: ReadDb, review: Review, operator: string, text: string | null): string | null {
  if (text === null) return null
  const filled = fillPlaceholders(db, review, operator, text)
  if (filled.unknown.length > 0) throw new Refusal('placeholder_unfilled', { names: filled.unknown.map((name) => `{{${name}}}`) })
  return filled.text
}
