import { useCallback, useEffect, useRef, useState } from 'react'
import type { Rows } from '@/app/bridge/queries'
import { loadForSelection, rowsBetween } from './ranges'
import type { Selection } from './selection'

export interface TableSelection {
  /** Where a range begins: the row pressed or moved to last. */
  anchorAt: (index: number) => void
  toggle: (index: number) => void
  /** From the anchor to this row. */
  extend: (index: number) => void
  toggleLoaded: () => void
  selectAll: () => void
  /** How many rows were read so far while everything is being selected; null when nothing is. */
  reading: number | null
  stop: () => void
}

/** What the mouse and keys do to a selection of these rows. */
export function useTableSelection<Row>(
  rows: readonly Row[],
  lists: readonly Rows<Row>[],
  rowId: (row: Row) => string,
  selection: Selection<Row> | undefined,
): TableSelection {
  const anchor = useRef(0)
  const going = useRef(false)
  const [reading, setReading] = useState<number | null>(null)
  const stop = useCallback(() => {
    going.current = false
  }, [])
  useEffect(() => stop, [stop])

  const entries = (some: readonly Row[]) => some.map((row) => [rowId(row), row] as const)
  return {
    reading,
    stop,
    anchorAt: (index) => {
      anchor.current = index
    },
    toggle: (index) => {
      const row = rows[index]
      if (row === undefined) return
      anchor.current = index
      selection?.toggle(rowId(row), row)
    },
    extend: (index) => selection?.add(entries(rowsBetween(rows, anchor.current, index))),
    toggleLoaded: () => {
      if (rows.every((row) => selection?.has(rowId(row)) === true)) selection?.remove(rows.map(rowId))
      else selection?.add(entries(rows))
    },
    selectAll: () => {
      if (selection === undefined || going.current) return
      going.current = true
      setReading(rows.length)
      void loadForSelection(lists, (loaded) => {
        if (going.current) setReading(loaded)
        return going.current
      }).then((all) => {
        if (going.current) selection.add(entries(all))
        going.current = false
        setReading(null)
      })
    },
  }
}
