import { clockNow } from '@/app/session/clock'
import { currentFormat } from './use-format'

type Param = string | number | boolean | null | readonly string[]

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

/**
 * A parameter of an error or sentence as text. By name: `at`, `until`, `…At` and `…Until` are instants (ms UTC),
 * `…Minor` stays a number for its own formatter, `…Date` and ISO dates are calendar dates.
 */
export function formatParam(name: string, value: Param): string | number {
  const format = currentFormat()
  if (value === null) return '–'
  if (typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return format.list(value as string[])
  if (typeof value === 'number') {
    if (/(^at|^until|^since|At|Until|Since)$/.test(name) && value > 1_000_000_000) return format.when(value, clockNow())
    return name === 'count' ? value : format.number(value)
  }
  const text = value as string
  return ISO_DATE.test(text) ? format.date(text) : text
}
