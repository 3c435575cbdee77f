import { defineEvent, field, type DecisionTable } from '@kernel/journal/index'

/** SEG-06. The detail is the text the customer reads and, of an emergency, why. */
export const planned = defineEvent({
  kind: 'segments.maintenance_planned',
  body: { starts: field.integer, ends: field.integer, told_from: field.integer, emergency: field.flag },
  apply: (db, { entity, version, body, detail }) =>
    void db.run(
      'INSERT INTO maintenance_window (id, starts_at, ends_at, told_from, emergency, segments, text, version) VALUES (?, ?, ?, ?, ?, 0, ?, ?)',
      entity,
      body.starts,
      body.ends,
      body.told_from,
      body.emergency ? 1 : 0,
      typeof detail?.['text'] === 'string' ? detail['text'] : null,
      version,
    ),
})

/** One account's segments in a window. */
export const named = defineEvent({
  kind: 'segments.maintenance_named',
  body: { starts: field.integer, segments: field.list(field.uuid) },
  apply: (db, { entity, account, body }) => {
    db.run(
      'INSERT OR IGNORE INTO maintenance_segment (maintenance, account, segment) SELECT ?, ?, value FROM json_each(?)',
      entity,
      account,
      JSON.stringify(body.segments),
    )
    db.run(
      "INSERT OR IGNORE INTO maintenance_account (maintenance, account, state, due_at) VALUES (?, ?, 'planned', ?)",
      entity,
      account,
      body.starts,
    )
    db.run('UPDATE maintenance_window SET segments = segments + ? WHERE id = ?', body.segments.length, entity)
  },
})

export const started = defineEvent({
  kind: 'segments.maintenance_started',
  body: { ends: field.integer },
  apply: (db, { entity, account, body }) =>
    void db.run(
      "UPDATE maintenance_account SET state = 'running', due_at = ? WHERE maintenance = ? AND account = ?",
      body.ends,
      entity,
      account,
    ),
})

export const finished = defineEvent({
  kind: 'segments.maintenance_finished',
  body: {},
  apply: (db, { entity, account }) =>
    void db.run("UPDATE maintenance_account SET state = 'over', due_at = NULL WHERE maintenance = ? AND account = ?", entity, account),
})

/** SEG-06: another end, later or earlier; a window that runs ends then. */
export const moved = defineEvent({
  kind: 'segments.maintenance_moved',
  body: { ends: field.integer },
  apply: (db, { entity, version, body }) => {
    db.run('UPDATE maintenance_window SET ends_at = ?, version = ? WHERE id = ?', body.ends, version, entity)
    db.run("UPDATE maintenance_account SET due_at = ? WHERE maintenance = ? AND state = 'running'", body.ends, entity)
    db.run('UPDATE hold_source SET until = ?, version = version + 1 WHERE id = ?', body.ends, entity)
    db.run('UPDATE segment_hold SET until = ? WHERE source = ? AND released_at IS NULL', body.ends, entity)
  },
})

/** Before it starts. */
export const cancelled = defineEvent({
  kind: 'segments.maintenance_cancelled',
  body: {},
  apply: (db, { entity, at, version }) => {
    db.run('UPDATE maintenance_window SET cancelled_at = ?, version = ? WHERE id = ?', at, version, entity)
    db.run("UPDATE maintenance_account SET state = 'over', due_at = NULL WHERE maintenance = ?", entity)
  },
})

export const maintenanceEvents = [planned, named, started, finished, moved, cancelled] as const

export const maintenanceTables: readonly DecisionTable[] = [
  { table: 'maintenance_window', key: ['id'] },
  { table: 'maintenance_segment', key: ['maintenance', 'account', 'segment'] },
  { table: 'maintenance_account', key: ['maintenance', 'account'] },
]
