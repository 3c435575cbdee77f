import { useMemo, useState } from 'react'

/** The contract takes at most this many ids in one command. */
export const SELECTION_MOST = 10_000

/** Selected rows as they were when they were selected: their version then is what a preview is held to (LIM-13). */
export interface Selection<Row> {
  rows: ReadonlyMap<string, Row>
  has: (id: string) => boolean
  toggle: (id: string, row: Row) => void
  /** Adds all of them, up to the most. */
  add: (entries: Iterable<readonly [string, Row]>) => void
  remove: (ids: Iterable<string>) => void
  clear: () => void
}

export function useSelection<Row>(): Selection<Row> {
  const [rows, setRows] = useState<ReadonlyMap<string, Row>>(() => new Map())
  return useMemo(
    () => ({
      rows,
      has: (id) => rows.has(id),
      toggle: (id, row) =>
        setRows((before) => {
          const next = new Map(before)
          if (!next.delete(id) && next.size < SELECTION_MOST) next.set(id, row)
          return next
        }),
      add: (entries) =>
        setRows((before) => {
          const next = new Map(before)
          for (const [id, row] of entries) if (next.size < SELECTION_MOST || next.has(id)) next.set(id, row)
          return next
        }),
      remove: (ids) =>
        setRows((before) => {
          const next = new Map(before)
          for (const id of ids) next.delete(id)
          return next
        }),
      clear: () => setRows(new Map()),
    }),
    [rows],
  )
}
