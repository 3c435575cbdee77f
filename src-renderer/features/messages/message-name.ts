import i18next from 'i18next'
import type { MessageRow } from '@contract/messages'
import { codeInWords } from '@/app/bridge/sentences'

export function templateName(template: string): string {
  return codeInWords('messages:template', template)
}

/** The template's name, with the warning's number as its key ends in it: `…/warning-2`. */
export function messageName({ template, key }: Pick<MessageRow, 'template' | 'key'>): string {
  const n = /\/warning-(\d)$/.exec(key)?.[1]
  return n === undefined ? templateName(template) : i18next.t('messages:warning', { n })
}
