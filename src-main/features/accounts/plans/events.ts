import { defineEvent, field } from '@kernel/journal/index'

/**
 * LIM-01: an admin edits plans. A plan is a fact that feeds report too, so the row is no decision table; the entry tells who changed it.
 * Name, currency and the platform's id are detail.
 */
export const planSaved = defineEvent({
  kind: 'plans.saved',
  body: { rank: field.integer, paid: field.flag, priceMinor: field.nullable(field.integer), limits: field.amounts },
})

export const planRemoved = defineEvent({ kind: 'plans.removed', body: {} })

export const planEvents = [planSaved, planRemoved]
