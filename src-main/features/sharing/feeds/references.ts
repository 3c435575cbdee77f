import type { FeedKind } from '@contract/feeds'
import { ownersOf } from '@features/accounts/index'
import { distinctEntities, textOf, type Entity, type FeedRow, type Taking } from '@kernel/feeds/index'

/** A column that names something else the platform knows. */
export interface Reference {
  readonly column: string
  readonly place: number
  readonly entity: Entity
  readonly kind: FeedKind
}

export const account = (place: number, column = 'account_id'): Reference => ({ column, place, entity: 'account', kind: 'accounts' })

/** What the rows name, by column: internal uuids by platform id. */
export interface References {
  readonly known: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly erased: ReadonlySet<string>
}

export function lookUp({ db }: Taking, rows: readonly FeedRow[], references: readonly Reference[]): References {
  const known = new Map<string, ReadonlyMap<string, string>>()
  const erased = new Set<string>()
  for (const { column, place, entity } of references) {
    const named = rows.map(({ values }) => values[place])
    if (entity !== 'account') known.set(column, distinctEntities(db, entity, named))
    else {
      const owners = ownersOf(db, named)
      known.set(column, new Map([...owners].map(([external, { id }]) => [external, id])))
      for (const { id, status } of owners.values()) if (status === 'erased') erased.add(id)
    }
  }
  return { known, erased }
}

/** Refuses a row that names something unknown, or an erased account. */
export function allKnown(taking: Taking, row: FeedRow, references: readonly Reference[], found: References): boolean {
  for (const { column, place, kind } of references) {
    const external = textOf(row, place)
    const id = found.known.get(column)?.get(external)
    const code = id === undefined ? (taking.announced.has(kind, external) ? null : 'unknown_reference') : found.erased.has(id) ? 'erased' : null
    if (code === null) continue
    taking.refuse(row, column, code)
    return false
  }
  return true
}

/** The internal uuid; in a preview of something that an earlier file brings in, a word that equals no stored one. */
export const idOf = (row: FeedRow, { column, place }: Reference, found: References): string =>
  found.known.get(column)?.get(textOf(row, place)) ?? `announced ${textOf(row, place)}`
