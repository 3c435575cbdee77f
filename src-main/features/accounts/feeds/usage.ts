import { textOf, USAGE, type FeedRow, type FeedTaker } from '@kernel/feeds/index'
import { hasOwner, ownersOf } from './contacts'

const { at } = USAGE

interface StoredUsage {
  readonly account: string
  readonly resource: string
  used: number
  observed_at: number
}

/** Usage is an observation: the newest counts. One file may hold several of the same account and resource. */
export const usageFeed: FeedTaker = {
  kind: 'usage',
  take(taking, rows) {
    const owners = ownersOf(
      taking.db,
      rows.map(({ values }) => values[at.account_id]),
    )
    const known = taking.db.all<StoredUsage>(
      'SELECT u.account, u.resource, u.used, u.observed_at FROM json_each(?) AS j CROSS JOIN usage AS u ON u.account = j.value',
      JSON.stringify([...owners.values()].map(({ id }) => id)),
    )
    const stored = new Map(known.map((usage) => [usage.resource + usage.account, usage]))
    for (const row of rows) {
      if (!hasOwner(taking, row, owners, at.account_id)) continue
      const external = textOf(row, at.account_id)
      const account = owners.get(external)?.id ?? external
      const resource = textOf(row, at.resource)
      const key = resource + account
      const before = stored.get(key)
      const used = row.values[at.used] as number
      const outcome = judge(row, used, before)
      taking.count(row, outcome)
      if (outcome === 'stale' || (outcome === 'same' && row.observedAt === before?.observed_at)) continue
      stored.set(key, { account, resource, used, observed_at: row.observedAt })
      const { unit } = taking
      if (unit === null) continue
      unit.db.run('INSERT OR REPLACE INTO usage (account, resource, used, observed_at) VALUES (?, ?, ?, ?)', account, resource, used, row.observedAt)
      if (outcome === 'same') continue
      if (resource === 'contacts') unit.db.run('UPDATE account SET contacts_used = ? WHERE id = ?', used, account)
      taking.touch(account)
    }
  },
}

function judge(row: FeedRow, used: number, before: StoredUsage | undefined): 'new' | 'changed' | 'same' | 'stale' {
  if (before === undefined) return 'new'
  if (row.observedAt < before.observed_at) return 'stale'
  return used === before.used ? 'same' : 'changed'
}
