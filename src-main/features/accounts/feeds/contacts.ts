import type { ReadDb } from '@kernel/database/index'
import { CONTACTS, distinctEntities, entityTaker, storedRows, textOf, type Cell, type FeedRow, type Taking } from '@kernel/feeds/index'
import { addTokens, replaceTokens, tokensOf } from '@kernel/search/index'

const { at } = CONTACTS

interface AccountStanding {
  readonly id: string
  readonly status: string
}

/** The accounts a chunk's rows name, by platform id. */
export type Owners = ReadonlyMap<string, AccountStanding>

export function ownersOf(db: ReadDb, accounts: readonly Cell[]): Owners {
  const entities = distinctEntities(db, 'account', accounts)
  const rows = storedRows<AccountStanding>(db, 'account', 't.id, t.status', [...entities.values()])
  return new Map([...entities].map(([external, id]) => [external, rows.get(id)!]))
}

/** Refuses rows of unknown and erased accounts. `place`: where the row names its account. */
export function hasOwner(taking: Taking, row: FeedRow, owners: Owners, place: number): boolean {
  const external = textOf(row, place)
  const owner = owners.get(external)
  if (owner?.status !== 'erased' && (owner !== undefined || taking.announced.has('accounts', external))) return true
  taking.refuse(row, 'account_id', owner === undefined ? 'unknown_reference' : 'erased')
  return false
}

export const contactFeed = entityTaker<Owners>({
  kind: 'contacts',
  entity: 'contact',
  table: 'contact',
  versioned: false,
  id: at.contact_id,
  copies: [
    ['name', at.name],
    ['email', at.email],
    ['phone', at.phone],
    ['settings_access', at.settings_access],
    ['removed_at', at.removed_at],
  ],
  prepare: ({ db }, rows) =>
    ownersOf(
      db,
      rows.map(({ values }) => values[at.account_id]),
    ),
  acceptable: (taking, row, owners) => hasOwner(taking, row, owners, at.account_id),
  extra: (row, owners) => ({ account: owners.get(textOf(row, at.account_id))!.id }),
  moves(_taking, row, owners, stored, changes) {
    const account = owners.get(textOf(row, at.account_id))?.id ?? 'announced'
    return { changes: account === stored['account'] ? changes : { ...changes, account }, awaited: false }
  },
  inserted: (unit, _taking, rows) =>
    addTokens(
      unit.db,
      'contact',
      rows.map(({ id, row }) => ({ entity: id, tokens: wordsOf(row) })),
    ),
  updated(unit, _taking, row, stored, changes) {
    if ('name' in changes || 'email' in changes)
      replaceTokens(unit.db, 'contact', stored.id, tokensOf([stored['name'] as string, stored['email'] as string]), wordsOf(row))
  },
})

function wordsOf(row: FeedRow): string[] {
  return tokensOf([textOf(row, at.name), textOf(row, at.email)])
}
