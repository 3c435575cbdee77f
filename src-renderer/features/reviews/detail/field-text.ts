import i18next from 'i18next'
import type { SubmissionView } from '@contract/reviews'
import type { Formatters } from '@/kit/format/formatters'

const DATES = new Set(['collectedFrom', 'collectedTo', 'eventDate'])
const YES_NO = new Set(['policyConfirmed', 'doubleOptIn'])

/** A field's value as text, be it as stored before (`changes` come as strings); null: not given. */
export function fieldText(field: string, value: SubmissionView[keyof SubmissionView] | string | null, format: Formatters): string | null {
  if (value === null || value === '') return null
  const text = String(value)
  if (YES_NO.has(field)) return i18next.t(text === 'true' ? 'reviewDetail:yes' : 'reviewDetail:no')
  if (field === 'method') return i18next.t(`reviewDetail:method.${text}` as never) as string
  if (DATES.has(field)) return format.date(text)
  if (field === 'submittedAt') return format.dateTime(Number(text))
  return field === 'receivers' || field === 'answers' ? format.number(Number(text)) : text
}
