import { HOLD_CAUSES } from '@contract/segments'
import { defineEvent, field, type DecisionTable, type EventDefinition } from '@kernel/journal/index'
import { maintenanceEvents, maintenanceTables } from './maintenance/events'
import { settingsSaved } from './settings'

const cause = field.oneOf(HOLD_CAUSES)
const segments = field.list(field.uuid)

/** SEG-01: something stops segments from now on, or an invoice has climbed. The detail is an operator's reason. */
export const raised = defineEvent({
  kind: 'segments.raised',
  body: { cause, stage: field.integer, until: field.nullable(field.integer) },
  apply: (db, { entity, account, at, version, body, detail }) =>
    void db.run(
      `INSERT INTO hold_source (id, account, cause, state, stage, since, until, newly_blocked, reason, version) VALUES (?, ?, ?, 'holding', ?, ?, ?, NULL, ?, ?)
       ON CONFLICT (id) DO UPDATE SET since = CASE state WHEN 'over' THEN excluded.since ELSE since END, state = 'holding', stage = excluded.stage,
         until = excluded.until, newly_blocked = NULL, reason = excluded.reason, version = excluded.version`,
      entity,
      body.cause === 'maintenance' ? null : account,
      body.cause,
      body.stage,
      at,
      body.until,
      typeof detail?.['reason'] === 'string' ? detail['reason'] : null,
      version,
    ),
})

/** SEG-05: the ground has gone; an operator lets the segments run again. */
export const clickAwaited = defineEvent({
  kind: 'segments.click_awaited',
  body: { newly_blocked: field.nullable(field.integer) },
  apply: (db, { entity, version, body }) =>
    void db.run("UPDATE hold_source SET state = 'click', newly_blocked = ?, version = ? WHERE id = ?", body.newly_blocked, version, entity),
})

/** SEG-05: stops nothing any more. */
export const ended = defineEvent({
  kind: 'segments.ended',
  body: { newly_blocked: field.nullable(field.integer) },
  apply: (db, { entity, version, body }) =>
    void db.run("UPDATE hold_source SET state = 'over', newly_blocked = ?, version = ? WHERE id = ?", body.newly_blocked, version, entity),
})

/** SEG-02, SEG-03: one account's segments are held by one source. */
export const placed = defineEvent({
  kind: 'segments.placed',
  body: { cause, segments, until: field.nullable(field.integer) },
  apply: (db, { id, entity, account, at, body }) =>
    void db.run(
      `INSERT INTO segment_hold (segment, placed_by, account, cause, source, since, until) SELECT value, ?, ?, ?, ?, ?, ? FROM json_each(?) WHERE true
       ON CONFLICT DO NOTHING`,
      id,
      account,
      body.cause,
      entity,
      at,
      body.until,
      JSON.stringify(body.segments),
    ),
})

/** SEG-03, SEG-05: lifts only what this source stopped. */
export const lifted = defineEvent({
  kind: 'segments.lifted',
  body: { cause, segments },
  apply: (db, { id, entity, at, body }) =>
    void db.run(
      'UPDATE segment_hold SET released_at = ?, released_by = ? WHERE source = ? AND released_at IS NULL AND segment IN (SELECT value FROM json_each(?))',
      at,
      id,
      entity,
      JSON.stringify(body.segments),
    ),
})

/** SEG-07: the segments that unpaid invoices stop first; none: all. */
export const chosen = defineEvent({
  kind: 'segments.chosen',
  body: { segments },
  apply: (db, { entity, body }) => {
    db.run('DELETE FROM invoice_choice WHERE account = ?', entity)
    db.run('INSERT INTO invoice_choice (account, segment) SELECT DISTINCT ?, value FROM json_each(?)', entity, JSON.stringify(body.segments))
  },
})

/** SEG-04: an operator switched it on for the customer. */
export const switchedOn = defineEvent({ kind: 'segments.switched_on', body: {} })

export const segmentEvents = [
  raised,
  clickAwaited,
  ended,
  placed,
  lifted,
  chosen,
  switchedOn,
  settingsSaved,
  ...maintenanceEvents,
] as readonly EventDefinition[]

export const segmentTables: readonly DecisionTable[] = [
  { table: 'hold_source', key: ['id'] },
  { table: 'segment_hold', key: ['segment', 'placed_by'] },
  { table: 'invoice_choice', key: ['account', 'segment'] },
  ...maintenanceTables,
]
