import { defineEvent, record } from '../journal'
import { Refusal } from '../refusal'
import type { Unit } from '../unit'
import { asRecord, messageById, type MessageRow } from './message-row'

/** MSG-01: a person found out what became of an unknown message. It counts from when it was handed over, not from when they found out. */
export const messageDelivered = defineEvent({
  kind: 'messages.was_delivered',
  body: {},
  apply: (db, { entity, at, version }) =>
    void db.run(`UPDATE message SET state = 'sent', sent_at = coalesce(tried_at, ?), problem = NULL, version = ? WHERE id = ?`, at, version, entity),
})

/** MSG-01: the only way a key is handed over a second time. */
export const messageSentAgain = defineEvent({
  kind: 'messages.send_again',
  body: {},
  apply: (db, { entity, at, version }) =>
    void db.run(`UPDATE message SET state = 'retry', attempts = 0, due_at = ?, version = ? WHERE id = ?`, at, version, entity),
})

export const outboxPersonEvents = [messageDelivered, messageSentAgain]

/** @throws Refusal `message_missing`, `message_not_unknown` */
export function markDelivered(unit: Unit, id: string, reason: string): void {
  const row = find(unit, id)
  if (row.state !== 'unknown') throw new Refusal('message_not_unknown', { state: row.state })
  decide(unit, row, messageDelivered, 'sent', reason)
  unit.catalog.templates.get(row.template)?.onSent?.(unit, asRecord(find(unit, id)))
}

/** @throws Refusal `message_missing`, `message_not_stuck` */
export function sendAgain(unit: Unit, id: string, reason: string): void {
  const row = find(unit, id)
  if (row.state !== 'unknown' && row.state !== 'failed') throw new Refusal('message_not_stuck', { state: row.state })
  decide(unit, row, messageSentAgain, 'retry', reason)
}

function decide(unit: Unit, row: MessageRow, definition: typeof messageDelivered, after: string, reason: string): void {
  record(unit, definition, {
    entity: row.id,
    account: row.account,
    version: row.version + 1,
    rule: 'MSG-01',
    body: {},
    before: row.state,
    after,
    detail: { reason },
  })
  unit.changed('messages', 'scheduler')
}

function find(unit: Unit, id: string): MessageRow {
  const row = messageById(unit.db, id)
  if (row === undefined) throw new Refusal('message_missing')
  return row
}
