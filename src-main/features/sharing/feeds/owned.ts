import { entityTaker, type Changes, type EntityFeed, type FeedTaker } from '@kernel/feeds/index'
import { allKnown, idOf, lookUp, type Reference, type References } from './references'

type Owned = Pick<EntityFeed<References>, 'kind' | 'entity' | 'table' | 'id' | 'copies' | 'inserted' | 'updated'> & {
  /** Columns of the table that hold what columns of the feed name. */
  readonly parents: readonly (readonly [column: string, reference: Reference])[]
  readonly acceptable?: EntityFeed<References>['acceptable']
  /** What a stored row keeps whatever the feed says. */
  readonly keeps?: (stored: Readonly<Record<string, unknown>>, changes: Changes | null) => Changes | null
}

/** A kind with ids of its own, whose rows belong to other things. */
export function ownedTaker({ parents, acceptable, keeps, ...feed }: Owned): FeedTaker {
  const references = parents.map(([, reference]) => reference)
  return entityTaker<References>({
    ...feed,
    versioned: false,
    prepare: (taking, rows) => lookUp(taking, rows, references),
    acceptable: (taking, row, found, stored) =>
      allKnown(taking, row, references, found) && (acceptable === undefined || acceptable(taking, row, found, stored)),
    extra: (row, found) => Object.fromEntries(parents.map(([column, reference]) => [column, idOf(row, reference, found)])),
    moves(_taking, row, found, stored, copied) {
      let changes = copied
      for (const [column, reference] of parents) {
        const id = idOf(row, reference, found)
        if (id !== stored[column]) changes = { ...changes, [column]: id }
      }
      return { changes: keeps === undefined ? changes : keeps(stored, changes), awaited: false }
    },
  })
}
