import type { ReadDb } from '@kernel/database/index'
import { holdsOn, PURGES } from '@features/retention/index'
import type { Listed } from './table'

/** RET-08: what goes when, why, what stops it. */
export const purges: Listed = {
  from: `${PURGES} r`,
  key: 'r.key',
  fields: {
    account_id: { kind: 'account', sql: 'r.account' },
    due_at: { kind: 'instant', sql: 'r.at' },
    ground: { kind: 'text', sql: 'r.ground' },
    state: { kind: 'text', sql: 'r.state' },
    id: { kind: 'text', sql: 'r.id' },
    account_uuid: { kind: 'text', sql: 'r.account' },
    announced_at: { kind: 'instant', sql: '(SELECT p.announced_at FROM purge p WHERE p.id = r.id)' },
  },
  more: {
    names: ['hold'],
    of: (db: ReadDb, keys) =>
      new Map(
        keys.map((key) => {
          const account = db.get<{ account: string }>(
            'SELECT account FROM purge WHERE id = ? UNION ALL SELECT account FROM limit_case WHERE id = ?',
            key,
            key,
          )
          const hold = account === undefined ? undefined : holdsOn(db, account.account)[0]
          return [
            key,
            {
              hold:
                hold === undefined
                  ? null
                  : { id: hold.id, since: new Date(hold.since).toISOString(), until: hold.until, by: hold.by, reason: hold.reason },
            },
          ]
        }),
      ),
  },
}
