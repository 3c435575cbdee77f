import { listedSegments, WINDOW_STATE } from '@features/segments/index'
import type { Listed } from './table'

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** SEG: what is on the platform; `holds` are the open ones. */
export const segments: Listed = {
  from: '(SELECT * FROM segment WHERE removed_at IS NULL) r',
  key: 'r.id',
  fields: {
    segment_id: { kind: 'segment', sql: 'r.id' },
    account_id: { kind: 'account', sql: 'r.account' },
    name: { kind: 'text', sql: 'r.name' },
    wanted: { kind: 'flag', sql: 'r.wanted' },
    contacts: { kind: 'whole', sql: 'r.contacts' },
    id: { kind: 'text', sql: 'r.id' },
  },
  more: {
    names: ['active', 'holds'],
    of: (db, keys) =>
      new Map(
        [...listedSegments(db, keys)].map(([key, { active, holds }]) => [
          key,
          { active, holds: holds.map(({ cause, since, until, source }) => ({ cause, since: iso(since), until: iso(until), source })) },
        ]),
      ),
  },
}

/** SEG-03: the ledger, released holds too. */
export const holds: Listed = {
  from: 'segment_hold r',
  key: "(r.segment || ' ' || r.placed_by)",
  fields: {
    segment_id: { kind: 'segment', sql: 'r.segment' },
    account_id: { kind: 'account', sql: 'r.account' },
    cause: { kind: 'text', sql: 'r.cause' },
    since: { kind: 'instant', sql: 'r.since' },
    until: { kind: 'instant', sql: 'r.until' },
    released_at: { kind: 'instant', sql: 'r.released_at' },
    source: { kind: 'text', sql: 'coalesce((SELECT x.external FROM external_id x WHERE x.entity = r.source LIMIT 1), r.source)' },
    state: { kind: 'text', sql: '(SELECT h.state FROM hold_source h WHERE h.id = r.source)' },
  },
}

/** SEG-06: `id` and `version` are what `do segments.…_maintenance` takes. */
export const maintenance: Listed = {
  from: 'maintenance_window r',
  key: 'r.id',
  fields: {
    id: { kind: 'text', sql: 'r.id' },
    version: { kind: 'whole', sql: 'r.version' },
    state: { kind: 'text', sql: `(SELECT ${WINDOW_STATE} FROM maintenance_window w WHERE w.id = r.id)` },
    starts_at: { kind: 'instant', sql: 'r.starts_at' },
    ends_at: { kind: 'instant', sql: 'r.ends_at' },
    told_from: { kind: 'instant', sql: 'r.told_from' },
    emergency: { kind: 'flag', sql: 'r.emergency' },
    segments: { kind: 'whole', sql: 'r.segments' },
    accounts: { kind: 'whole', sql: '(SELECT count(*) FROM maintenance_account m WHERE m.maintenance = r.id)' },
    text: { kind: 'text', sql: 'r.text' },
  },
}
