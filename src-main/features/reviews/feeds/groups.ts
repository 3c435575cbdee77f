import { hasOwner, ownersOf, type Owners } from '@features/accounts/index'
import { entityTaker, GROUPS, textOf, type FeedRow, type Stored, type Taking } from '@kernel/feeds/index'
import { shown } from '../carry-out'
import { groupGone, openReview } from '../evaluate'
import { addGroupWords, moveGroupWords } from '../search'
import { latestReviewOf } from '../store'
import { wouldBeClosed } from './named-groups'

const { at } = GROUPS

/** REV-01: the customers' contact lists. A new one opens its review, one that is gone closes it as moot. */
export const groupFeed = entityTaker<Owners>({
  kind: 'groups',
  entity: 'group',
  table: 'contact_group',
  versioned: false,
  id: at.group_id,
  copies: [
    ['name', at.name],
    ['receivers', at.receivers],
    ['source', at.source],
    ['created_at', at.created_at],
    ['removed_at', at.removed_at],
  ],
  prepare: ({ db }, rows) =>
    ownersOf(
      db,
      rows.map(({ values }) => values[at.account_id]),
    ),
  acceptable(taking, row, owners, stored) {
    if (!hasOwner(taking, row, owners, at.account_id)) return false
    // What one sender was allowed isn't allowed to another.
    if (stored === undefined || stored['account'] === owners.get(textOf(row, at.account_id))?.id) return true
    taking.refuse(row, 'account_id', 'other_account')
    return false
  },
  extra: (row, owners) => ({ account: owners.get(textOf(row, at.account_id))!.id }),
  moves(_taking, row, _owners, stored, changes) {
    if (changes === null || !('receivers' in changes)) return { changes, awaited: false }
    // REV-12: sudden growth is told from what it was before.
    return { changes: { ...changes, receivers_before: stored['receivers'] as number, receivers_changed_at: row.observedAt }, awaited: false }
  },
  foreseen(taking, row, stored, changes, owners) {
    const account = owners.get(textOf(row, at.account_id))?.id
    if (isRemoved(row) || (account !== undefined && wouldBeClosed(taking, account))) return
    if (stored === null || (changes?.['removed_at'] === null && isUnreviewed(taking, stored))) taking.follow('reviewsOpened')
  },
  inserted(unit, taking, rows, owners) {
    addGroupWords(
      unit.db,
      rows.map(({ id, row }) => ({ id, name: textOf(row, at.name), external: textOf(row, at.group_id) })),
    )
    for (const { id, row } of rows) {
      if (isRemoved(row)) continue
      const account = owners.get(textOf(row, at.account_id))!.id
      if (openReview(unit, { group: id, account, at: row.values[at.created_at] as number }) !== null) taking.follow('reviewsOpened')
    }
    unit.changed('accounts')
  },
  updated(unit, taking, row, stored, changes) {
    const account = stored['account'] as string
    if ('name' in changes) {
      const external = textOf(row, at.group_id)
      moveGroupWords(unit.db, stored.id, { name: stored['name'] as string, external }, { name: textOf(row, at.name), external })
    }
    if (typeof changes['removed_at'] === 'number') groupGone(unit, { group: stored.id, account })
    // Evaluated with the account: what was complete before waits again.
    else if (changes['removed_at'] === null) taking.touch(account)
    const review = latestReviewOf(unit.db, stored.id)
    if (review !== null) shown(unit, review)
  },
})

const isRemoved = ({ values }: FeedRow): boolean => typeof values[at.removed_at] === 'number'

function isUnreviewed({ db }: Taking, { id }: Stored): boolean {
  const latest = latestReviewOf(db, id)
  return latest === null || latest.state === 'moot'
}
