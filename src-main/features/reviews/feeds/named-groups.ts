import type { ReadDb } from '@kernel/database/index'
import { distinctEntities, storedRows, textOf, type Cell, type FeedRow, type Taking } from '@kernel/feeds/index'
import { isClosed } from '../store'

/** A group that rows name. */
export interface NamedGroup {
  /** Internal uuids. */
  readonly id: string
  readonly account: string
  /** The account's. */
  readonly status: string
}

/** The groups a chunk's rows name, by platform id. */
export type NamedGroups = ReadonlyMap<string, NamedGroup>

export function groupsNamed(db: ReadDb, groups: readonly Cell[]): NamedGroups {
  const entities = distinctEntities(db, 'group', groups)
  const rows = storedRows<NamedGroup>(db, 'contact_group', 't.id, t.account, (SELECT a.status FROM account a WHERE a.id = t.account) AS status', [
    ...entities.values(),
  ])
  return new Map([...entities].flatMap(([external, id]) => (rows.has(id) ? [[external, rows.get(id)!]] : [])))
}

/** Refuses rows of unknown groups, and of groups whose account was erased. `place`: where the row names its group. */
export function hasGroup(taking: Taking, row: FeedRow, groups: NamedGroups, place: number): boolean {
  const external = textOf(row, place)
  const group = groups.get(external)
  if (group === undefined && !taking.announced.has('groups', external)) {
    taking.refuse(row, 'group_id', 'unknown_reference')
    return false
  }
  if (group?.status !== 'erased') return true
  taking.refuse(row, 'group_id', 'erased')
  return false
}

/** What somebody said about one group was never said about another: such a row is refused. */
export function staysWith(taking: Taking, row: FeedRow, group: NamedGroup | undefined, stored: { readonly [column: string]: unknown } | undefined): boolean {
  if (stored === undefined || stored['contact_group'] === group?.id) return true
  taking.refuse(row, 'group_id', 'other_group')
  return false
}

/** In a preview: whether nothing of the account is reviewed once the files before are taken (CAP-03). `account`: internal uuid. */
export function wouldBeClosed({ db, announced }: Taking, account: string): boolean {
  const there = announced.accounts.get(account)
  if (there === undefined) return isClosed(db, account)
  return !there || db.get("SELECT 1 FROM account WHERE id = ? AND status IN ('erased', 'blocked', 'ended')", account) !== undefined
}
