import type { Listed } from './table'

/** SHR-07: setups of automations that still are; `waits_for` names conditions that don't hold. */
export const sharing: Listed = {
  from: "(SELECT * FROM sharing_setup WHERE state <> 'ended') r",
  key: 'r.id',
  fields: {
    automation_id: { kind: 'automation', sql: 'r.id' },
    sender: { kind: 'account', sql: 'r.account' },
    receiver: { kind: 'account', sql: 'r.receiver' },
    state: { kind: 'text', sql: 'r.state' },
    deliveries: {
      kind: 'whole',
      sql: "(SELECT count(*) FROM delivery d WHERE d.automation = r.id AND d.state IN ('delivered', 'recalled', 'erased'))",
    },
    changed_at: { kind: 'instant', sql: 'r.changed_at' },
    version: { kind: 'whole', sql: 'r.version' },
  },
  more: {
    names: ['waits_for'],
    of: (db, keys) =>
      new Map(
        db
          .all<{ id: string; waits_for: string }>(
            'SELECT s.id, s.waits_for FROM json_each(?) j CROSS JOIN sharing_setup s ON s.id = j.value',
            JSON.stringify(keys),
          )
          .map(({ id, waits_for }) => [id, { waits_for: JSON.parse(waits_for) as unknown }]),
      ),
  },
}

/** SHR-05 to SHR-10: one row a lead and automation; `id` and `version` are what `do sharing.release` and its like take. */
export const deliveries: Listed = {
  from: 'delivery r',
  key: 'r.id',
  fields: {
    lead_id: { kind: 'lead', sql: 'r.lead' },
    automation_id: { kind: 'automation', sql: 'r.automation' },
    state: { kind: 'text', sql: 'r.state' },
    at: { kind: 'instant', sql: 'r.at' },
    why: { kind: 'text', sql: 'r.why' },
    clicked_at: { kind: 'instant', sql: 'r.clicked_at' },
    erase_at: { kind: 'instant', sql: 'r.erase_at' },
    recalled_at: { kind: 'instant', sql: 'r.recalled_at' },
    acknowledged_at: { kind: 'instant', sql: 'r.acknowledged_at' },
    id: { kind: 'text', sql: 'r.id' },
    version: { kind: 'whole', sql: 'r.version' },
  },
  more: {
    names: ['held', 'missing'],
    of: (db, keys) =>
      new Map(
        db
          .all<{ id: string; held: string; missing: string }>(
            'SELECT d.id, d.held, d.missing FROM json_each(?) j CROSS JOIN delivery d ON d.id = j.value',
            JSON.stringify(keys),
          )
          .map(({ id, held, missing }) => [id, { held: JSON.parse(held) as unknown, missing: JSON.parse(missing) as unknown }]),
      ),
  },
}
