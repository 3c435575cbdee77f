import type { SegmentSelection } from '@contract/segments'
import type { ReadDb } from '@kernel/database/index'
import { Refusal } from '@kernel/refusal'

type Kind = 'segment' | 'account' | 'mailbox'

/** The internal uuid of a platform id or a uuid. @throws Refusal `id_unknown` */
export function resolved(db: ReadDb, kind: Kind | 'crm' | 'invoice', id: string): string {
  const found = db.get<{ entity: string }>('SELECT entity FROM external_id WHERE kind = ? AND (external = ? OR entity = ?) LIMIT 1', kind, id, id)?.entity
  if (found === undefined) throw new Refusal('id_unknown', { kind, id })
  return found
}

const resolvedAll = (db: ReadDb, kind: Kind, ids: readonly string[]): string => JSON.stringify(ids.map((id) => resolved(db, kind, id)))

/** Segments by account, both by internal uuid; those that are gone are left out. @throws Refusal `id_unknown`, `nothing_chosen` */
export function chosenSegments(db: ReadDb, { segments = [], accounts = [], mailboxes = [], all }: SegmentSelection): Map<string, string[]> {
  const found = db.all<{ id: string; account: string }>(
    all === true
      ? 'SELECT id, account FROM segment WHERE removed_at IS NULL ORDER BY account, id'
      : `SELECT s.id, s.account FROM segment s WHERE s.removed_at IS NULL AND (s.id IN (SELECT value FROM json_each(?))
         OR s.account IN (SELECT value FROM json_each(?)) OR s.mailbox IN (SELECT value FROM json_each(?))) ORDER BY s.account, s.id`,
    ...(all === true ? [] : [resolvedAll(db, 'segment', segments), resolvedAll(db, 'account', accounts), resolvedAll(db, 'mailbox', mailboxes)]),
  )
  if (found.length === 0) throw new Refusal('nothing_chosen')
  const byAccount = new Map<string, string[]>()
  for (const { id, account } of found) {
    const own = byAccount.get(account)
    if (own === undefined) byAccount.set(account, [id])
    else own.push(id)
  }
  return byAccount
}
