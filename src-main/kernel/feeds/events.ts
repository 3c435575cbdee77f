import { defineEvent, field } from '../journal'

/** One entry an import: counts, no names. Its rows are facts, not decisions. */
export const feedsImported = defineEvent({
  kind: 'feeds.imported',
  body: { counts: field.amounts, consequences: field.amounts, files: field.integer, waiting: field.flag, cancelled: field.flag },
})

/** FED-08: an admin let the consequences go on. */
export const feedsReleased = defineEvent({ kind: 'feeds.released', body: { messages: field.integer } })
