import { CANCELLATION_STATES, LEAVING_REASONS } from '@contract/retention'
import { defineEvent, field } from '@kernel/journal/index'

/** CAN-01, CAN-02. The code and what the customer said are erasable detail; only the code is needed again. */
export const requested = defineEvent({
  kind: 'cancellation.requested',
  body: {
    way: field.oneOf(['full', 'trial']),
    contact: field.uuid,
    reason: field.oneOf(LEAVING_REASONS),
    last_day: field.date,
    zone: field.zone,
    due: field.integer,
  },
  apply: (db, { entity, account, at, version, body, detail }) =>
    void db.run(
      `INSERT INTO cancellation (id, account, way, state, contact, reason, requested_at, last_day, zone, due_at, ends, said, version)
       VALUES (?, ?, ?, 'requested', ?, ?, ?, ?, ?, ?, 0, ?, ?)`,
      entity,
      account,
      body.way,
      body.contact,
      body.reason,
      at,
      body.last_day,
      body.zone,
      body.due,
      detail === null ? null : JSON.stringify({ code: detail['code'] }),
      version,
    ),
})

/** Every later state; `due` is when the scheduler looks next. */
export const moved = defineEvent({
  kind: 'cancellation.moved',
  body: { to: field.oneOf(CANCELLATION_STATES), due: field.nullable(field.integer) },
  apply: (db, { entity, version, body }) =>
    void db.run(
      'UPDATE cancellation SET state = ?, due_at = ?, ends = ?, version = ? WHERE id = ?',
      body.to,
      body.due,
      body.to === 'cancelled' ? 1 : 0,
      version,
      entity,
    ),
})

export const cancellationEvents = [requested, moved]
export const cancellationTables = [{ table: 'cancellation', key: ['id'] }]
