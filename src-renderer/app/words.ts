import i18next from 'i18next'
import { codeInWords } from './bridge/sentences'

/** One step of the scheduler in words: `limits`, `warn 2` as "warning 2". An unknown one shows itself. */
export function stepInWords(feature: string, step: string): string {
  const [name = step, n = ''] = step.split(' ')
  const key = `common:step.${feature}.${name}`
  return i18next.exists(key) ? (i18next.t(key as never, { n }) as string) : `${feature} ${step}`
}

/** A resource of a plan (`contacts`, `campaigns` …); one the platform invented shows its own name. */
export function resourceInWords(resource: string): string {
  return codeInWords('common:resource', resource)
}

/** What a mail transport answered: a reply code such as `535 5.7.8`, or a stable token. */
export function mailProblemInWords(problem: string): string {
  return /^\d{3}/.test(problem) ? (i18next.t('errors:mail.answer', { code: problem }) as string) : codeInWords('errors:mail', problem)
}
