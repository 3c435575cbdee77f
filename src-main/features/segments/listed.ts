import type { ReadDb } from '@kernel/database/index'
import { maySegmentsRun } from './preview'
import { openHolds, type OpenHold } from './store'

export interface ListedSegment {
  readonly active: boolean
  /** `source`: the platform's id where there is one. */
  readonly holds: readonly OpenHold[]
}

/** SEG-03: what can't be read from the segment's own row. */
export function listedSegments(db: ReadDb, ids: readonly string[]): Map<string, ListedSegment> {
  const rows = db.all<{ id: string; account: string; wanted: number; removed_at: number | null }>(
    'SELECT s.id, s.account, s.wanted, s.removed_at FROM json_each(?) j CROSS JOIN segment s ON s.id = j.value',
    JSON.stringify(ids),
  )
  const holds = openHolds(db, ids)
  const mayRun = new Map([...new Set(rows.map(({ account }) => account))].map((account) => [account, maySegmentsRun(db, account)]))
  return new Map(
    rows.map(({ id, account, wanted, removed_at }) => {
      const own = holds.filter(({ segment }) => segment === id).map((hold) => ({ ...hold, source: known(db, hold.source) }))
      return [id, { active: wanted === 1 && removed_at === null && own.length === 0 && mayRun.get(account) === true, holds: own }]
    }),
  )
}

const known = (db: ReadDb, source: string): string =>
  db.get<{ external: string }>('SELECT external FROM external_id WHERE entity = ? LIMIT 1', source)?.external ?? source
