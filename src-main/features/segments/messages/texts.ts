import type { TemplateText } from '@kernel/outbox/index'

export type TextName = 'held' | 'released' | 'maintenance_ahead' | 'maintenance_changed' | 'maintenance_cancelled'
export type Texts = Readonly<Record<TextName, TemplateText>>

/** One segment a line. */
export const LIST = '{{#items}}- {{name}}\n{{/items}}'
