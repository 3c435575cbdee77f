import i18next from 'i18next'
import { formatParam } from '@/kit/format/params'
import type { CallFailure } from './failure'

type Params = CallFailure['error']['params']

/** Roles and resources come as stable words and are named as everywhere else. */
function named(name: string, value: Params[string]): Params[string] {
  if (name === 'roles' && Array.isArray(value)) return value.map((role) => codeInWords('common:rolePlural', String(role)))
  if (name === 'resource' && typeof value === 'string') return codeInWords('common:resource', value)
  return value
}

/** `context` picks a fuller sentence where a moment is known: `throttled_until`. */
function filled(params: Params): Record<string, unknown> {
  const texts = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, formatParam(name, named(name, value))]))
  return { ...texts, ...(typeof params['until'] === 'number' ? { context: 'until' } : {}) }
}

/** What went wrong, as one sentence; an unknown code still shows itself. */
export function failureSentence(failure: CallFailure): string {
  const { code, kind, params } = failure.error
  const key = `errors:error.${code}`
  if (i18next.exists(key)) return i18next.t(key as never, filled(params)) as string
  return i18next.t(`errors:kind.${kind}` as never, { code }) as string
}

/** A stable code in a family (`progress`, `feedReason` …) in words; an unknown one shows itself. */
export function codeInWords(family: string, code: string, params: Params = {}): string {
  const key = `${family}.${code}`
  return i18next.exists(key) ? (i18next.t(key as never, filled(params)) as string) : code
}
