import { PURGE_GROUNDS } from '@contract/retention'
import { defineEvent, field } from '@kernel/journal/index'
import { eraseRows } from './erase'

const look = { next: field.nullable(field.integer), erases: field.flag }
const said = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** RET-01; RET-03: proposed by the first of two. */
export const purgePlanned = defineEvent({
  kind: 'retention.planned',
  body: {
    ground: field.oneOf(PURGE_GROUNDS),
    state: field.oneOf(['planned', 'held', 'approval']),
    due: field.integer,
    ended_on: field.nullable(field.date),
    zone: field.zone,
    ...look,
  },
  apply: (db, { entity, account, actor, version, body }) =>
    void db.run(
      `INSERT INTO purge (id, account, ground, state, due_at, ended_on, zone, proposed_by, next_at, erases, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      entity,
      account,
      body.ground,
      body.state,
      body.due,
      body.ended_on,
      body.zone,
      body.ground === 'inactive' ? actor : null,
      body.next,
      body.erases ? 1 : 0,
      version,
    ),
})

/** RET-02 */
export const purgeAnnounced = defineEvent({
  kind: 'retention.announced',
  body: look,
  apply: (db, { entity, at, version, body }) =>
    void db.run(
      'UPDATE purge SET announced_at = ?, next_at = ?, erases = ?, version = ? WHERE id = ?',
      at,
      body.next,
      body.erases ? 1 : 0,
      version,
      entity,
    ),
})

/** RET-03: the second of two. */
export const purgeApproved = defineEvent({
  kind: 'retention.approved',
  body: look,
  apply: (db, { entity, actor, version, body }) =>
    void db.run(
      "UPDATE purge SET state = 'planned', approved_by = ?, next_at = ?, erases = ?, version = ? WHERE id = ?",
      actor,
      body.next,
      body.erases ? 1 : 0,
      version,
      entity,
    ),
})

/** A hold was placed on the account or ended. */
export const purgeMoved = defineEvent({
  kind: 'retention.moved',
  body: { to: field.oneOf(['planned', 'held', 'dropped']), ...look },
  apply: (db, { entity, version, body }) =>
    void db.run(
      'UPDATE purge SET state = ?, next_at = ?, erases = ?, version = ? WHERE id = ?',
      body.to,
      body.next,
      body.erases ? 1 : 0,
      version,
      entity,
    ),
})

export const holdPlaced = defineEvent({
  kind: 'retention.hold_placed',
  body: { until: field.date, ends: field.integer },
  apply: (db, { entity, account, at, actor, version, body, detail }) =>
    void db.run(
      'INSERT INTO legal_hold (id, account, since, until, ends_at, by, reason, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      entity,
      account,
      at,
      body.until,
      body.ends,
      actor,
      said(detail?.['reason']),
      version,
    ),
})

export const holdEnded = defineEvent({
  kind: 'retention.hold_ended',
  body: { ground: field.oneOf(['expired', 'released']) },
  apply: (db, { entity, at, version }) => void db.run('UPDATE legal_hold SET ended_at = ?, version = ? WHERE id = ?', at, version, entity),
})

/** RET-01, RET-03: the last entry about an account; replay empties the decision tables by the same statements. */
export const erased = defineEvent({
  kind: 'retention.erased',
  body: {},
  apply: (db, { entity, account, at, version }) => {
    db.run("UPDATE purge SET state = 'done', done_at = ?, next_at = NULL, erases = 0, version = ? WHERE id = ?", at, version, entity)
    eraseRows(db, account ?? '')
  },
})

export const retentionEvents = [purgePlanned, purgeAnnounced, purgeApproved, purgeMoved, holdPlaced, holdEnded, erased]
export const retentionTables = [
  { table: 'purge', key: ['id'] },
  { table: 'legal_hold', key: ['id'] },
]
