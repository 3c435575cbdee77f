import { CAUSES } from '@contract/accounts'
import { defineEvent, field } from '@kernel/journal/index'

/** CAP-01: a reason against some of an account's capabilities. */
export const reasonAdded = defineEvent({
  kind: 'accounts.reason_added',
  body: { cause: field.oneOf(CAUSES) },
  apply: (db, { entity, at, rule, body }) =>
    void db.run('INSERT OR IGNORE INTO capability_reason (account, cause, since, rule) VALUES (?, ?, ?, ?)', entity, body.cause, at, rule),
})

export const reasonLifted = defineEvent({
  kind: 'accounts.reason_lifted',
  body: { cause: field.oneOf(CAUSES) },
  apply: (db, { entity, body }) => void db.run('DELETE FROM capability_reason WHERE account = ? AND cause = ?', entity, body.cause),
})

/** LIM-08, LIM-09: the plan that counts from now on, whatever the platform still reports (FED-07). */
export const planDecided = defineEvent({
  kind: 'accounts.plan_decided',
  body: { from: field.uuid, to: field.uuid, original: field.nullable(field.uuid) },
  apply: (db, { entity, at, body }) =>
    void db.run(
      'INSERT OR REPLACE INTO plan_decision (account, from_plan, to_plan, original_plan, decided_at, confirmed_at) VALUES (?, ?, ?, ?, ?, NULL)',
      entity,
      body.from,
      body.to,
      body.original,
      at,
    ),
})

/** The platform carried the change out. */
export const planConfirmed = defineEvent({
  kind: 'accounts.plan_confirmed',
  body: {},
  apply: (db, { entity, at }) => void db.run('UPDATE plan_decision SET confirmed_at = ? WHERE account = ?', at, entity),
})

/** The customer chose a plan after the decided one: the decision has run its course. */
export const planSuperseded = defineEvent({
  kind: 'accounts.plan_superseded',
  body: {},
  apply: (db, { entity }) => void db.run('DELETE FROM plan_decision WHERE account = ?', entity),
})

export const accountEvents = [reasonAdded, reasonLifted, planDecided, planConfirmed, planSuperseded]
export const accountTables = [
  { table: 'capability_reason', key: ['account', 'cause'] },
  { table: 'plan_decision', key: ['account'] },
]
