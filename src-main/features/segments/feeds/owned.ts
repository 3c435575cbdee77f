import type { FeedKind } from '@contract/feeds'
import { hasOwner, ownersOf, type Owners } from '@features/accounts/index'
import { entityTaker, textOf, type Copies, type FeedRow, type FeedTaker, type Stored, type Taking } from '@kernel/feeds/index'

interface Owned {
  readonly kind: FeedKind
  readonly entity: 'mailbox' | 'crm' | 'invoice'
  readonly id: number
  /** Place of the account's id. */
  readonly owner: number
  readonly copies: Copies
}

/** Facts that belong to an account and never move to another; holds follow at the end of the chunk (SEG-02). */
export function ownedTaker({ kind, entity, id, owner, copies }: Owned): FeedTaker {
  return entityTaker<Owners>({
    kind,
    entity,
    table: entity,
    versioned: false,
    id,
    copies,
    prepare: ({ db }, rows) =>
      ownersOf(
        db,
        rows.map(({ values }) => values[owner]),
      ),
    acceptable: (taking, row, owners, stored) => hasOwner(taking, row, owners, owner) && isOwn(taking, row, owners, owner, stored),
    extra: (row, owners) => ({ account: owners.get(textOf(row, owner))!.id }),
    inserted(_unit, taking, rows, owners) {
      for (const { row } of rows) taking.touch(owners.get(textOf(row, owner))!.id)
    },
    updated: (_unit, taking, _row, stored) => taking.touch(stored['account'] as string),
  })
}

/** What one account's connection or invoice stops doesn't move to another account. */
export function isOwn(taking: Taking, row: FeedRow, owners: Owners, owner: number, stored: Stored | undefined): boolean {
  if (stored === undefined || stored['account'] === owners.get(textOf(row, owner))?.id) return true
  taking.refuse(row, 'account_id', 'other_account')
  return false
}
