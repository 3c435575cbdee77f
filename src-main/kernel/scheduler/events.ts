import { defineEvent, field } from '../journal'

/** SCH-05 */
export const schedulerPaused = defineEvent({
  kind: 'scheduler.paused',
  body: {},
  apply: (db, { at, actor, detail }) =>
    void db.run(
      'INSERT OR REPLACE INTO scheduler_pause (only, since, by, reason) VALUES (1, ?, ?, ?)',
      at,
      actor,
      (detail?.['reason'] as string | undefined) ?? null,
    ),
})

export const schedulerResumed = defineEvent({
  kind: 'scheduler.resumed',
  body: {},
  apply: (db) => void db.run('DELETE FROM scheduler_pause'),
})

/** SCH-03: restriction, upgrade and erasure wait from here on. */
export const clockDoubted = defineEvent({
  kind: 'scheduler.clock_doubted',
  body: { ground: field.oneOf(['ahead', 'long_gap']), hours: field.integer },
  apply: (db, { at, body }) =>
    void db.run('INSERT OR IGNORE INTO clock_check (only, since, ground, hours) VALUES (1, ?, ?, ?)', at, body.ground, body.hours),
})

export const clockConfirmed = defineEvent({
  kind: 'scheduler.clock_confirmed',
  body: {},
  apply: (db) => void db.run('DELETE FROM clock_check'),
})

export const schedulerEvents = [schedulerPaused, schedulerResumed, clockDoubted, clockConfirmed]
/** A pause's `reason` is erasable detail: it replays to null where it was erased. */
export const schedulerTables = [
  { table: 'scheduler_pause', key: ['only'] },
  { table: 'clock_check', key: ['only'] },
]
/** The one entity of workspace-wide decisions. */
export const WORKSPACE_ENTITY = '00000000-0000-7000-8000-000000000000'
