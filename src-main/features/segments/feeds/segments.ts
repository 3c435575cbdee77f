import { hasOwner, ownersOf, type Owners } from '@features/accounts/index'
import { distinctEntities, entityTaker, SEGMENTS, storedRows, textOf, type FeedRow } from '@kernel/feeds/index'
import { isOwn } from './owned'

const { at } = SEGMENTS

interface Context {
  readonly owners: Owners
  /** By platform id. */
  readonly mailboxes: ReadonlyMap<string, { readonly id: string; readonly account: string }>
}

export const segmentFeed = entityTaker<Context>({
  kind: 'segments',
  entity: 'segment',
  table: 'segment',
  versioned: false,
  id: at.segment_id,
  copies: [
    ['name', at.name],
    ['wanted', at.wanted],
    ['contacts', at.contacts],
    ['removed_at', at.removed_at],
  ],
  prepare({ db }, rows) {
    const entities = distinctEntities(
      db,
      'mailbox',
      rows.map(({ values }) => values[at.mailbox_id]),
    )
    const stored = storedRows<{ id: string; account: string }>(db, 'mailbox', 't.id, t.account', [...entities.values()])
    return {
      owners: ownersOf(
        db,
        rows.map(({ values }) => values[at.account_id]),
      ),
      mailboxes: new Map([...entities].map(([external, id]) => [external, stored.get(id)!])),
    }
  },
  acceptable(taking, row, { owners, mailboxes }, stored) {
    if (!hasOwner(taking, row, owners, at.account_id) || !isOwn(taking, row, owners, at.account_id, stored)) return false
    const external = row.values[at.mailbox_id]
    if (typeof external !== 'string') return true
    const mailbox = mailboxes.get(external)
    if (mailbox?.account === owners.get(textOf(row, at.account_id))?.id) return true
    if (mailbox === undefined && taking.announced.has('mailboxes', external)) return true
    taking.refuse(row, 'mailbox_id', mailbox === undefined ? 'unknown_reference' : 'other_account')
    return false
  },
  extra: (row, context) => ({ account: context.owners.get(textOf(row, at.account_id))!.id, mailbox: mailboxOf(row, context) ?? null }),
  moves(_taking, row, context, stored, changes) {
    const mailbox = mailboxOf(row, context)
    return { changes: mailbox === undefined || mailbox === stored['mailbox'] ? changes : { ...changes, mailbox }, awaited: false }
  },
  inserted(unit, taking, rows, { owners }) {
    for (const { row } of rows) taking.touch(owners.get(textOf(row, at.account_id))!.id)
    unit.changed('segments')
  },
  updated(unit, taking, _row, stored) {
    taking.touch(stored['account'] as string)
    unit.changed('segments')
  },
})

/** undefined: the column is absent. In a preview an announced mailbox equals no stored one. */
function mailboxOf(row: FeedRow, { mailboxes }: Context): string | null | undefined {
  const external = row.values[at.mailbox_id]
  return typeof external === 'string' ? (mailboxes.get(external)?.id ?? 'announced') : (external as null | undefined)
}
