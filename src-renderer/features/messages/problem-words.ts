import i18next from 'i18next'
import { codeInWords } from '@/app/bridge/sentences'

/** A transport's answer in words: `452 4.2.2` as "server answered 452 4.2.2", `connection_lost` as "connection lost". */
export function problemInWords(problem: string): string {
  if (/^\d{3}\b/.test(problem)) return i18next.t('messages:problem.answer', { code: problem })
  return codeInWords('messages:problem', problem)
}
