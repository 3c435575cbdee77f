import i18next from 'i18next'
import { formatParam } from '@/kit/format/params'
import type { CallFailure } from './failure'

function filled(params: CallFailure['error']['params']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, formatParam(name, value)]))
}

/** What went wrong, as one sentence; an unknown code still shows itself. */
export function failureSentence(failure: CallFailure): string {
  const { code, kind, params } = failure.error
  const key = `errors:error.${code}`
  if (i18next.exists(key)) return i18next.t(key as never, filled(params)) as string
  return i18next.t(`errors:kind.${kind}` as never, { code }) as string
}

/** A stable code in a family (`progress`, `feedReason` …) in words; an unknown one shows itself. */
export function codeInWords(family: string, code: string, params: CallFailure['error']['params'] = {}): string {
  const key = `${family}.${code}`
  return i18next.exists(key) ? (i18next.t(key as never, filled(params)) as string) : code
}
