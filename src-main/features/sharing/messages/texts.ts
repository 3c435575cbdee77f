import type { TemplateText } from '@kernel/outbox/index'

/** What every text may use; `templates.ts` fills it in. */
export type TextName = 'paused' | 'resumed' | 'recall'
export type Texts = Readonly<Record<TextName, TemplateText>>

/** One a line. */
export const ITEMS = '{{#items}}- {{what}}\n{{/items}}'
