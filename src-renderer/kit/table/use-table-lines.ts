import { useCallback, useMemo, useState } from 'react'
import type { Rows } from '@/app/bridge/queries'
import { displayItems, type DisplayItem, type RowGroup } from './display'

export interface TableLines<Row> {
  lists: readonly Rows<Row>[]
  /** Every line in order: heads, rows, opened details. */
  items: readonly DisplayItem<Row>[]
  rows: readonly Row[]
  ids: readonly string[]
  /** The line of each row. */
  lineOf: readonly number[]
  expanded: ReadonlySet<string>
  fold: (group: string) => void
  expand: (id: string, on: boolean) => void
}

/** What a table shows, line by line, and what is folded and opened in it. */
export function useTableLines<Row>(source: Rows<Row> | readonly RowGroup<Row>[], rowId: (row: Row) => string): TableLines<Row> {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())
  const headed = Array.isArray(source)
  const groups = useMemo(
    () => (headed ? (source as readonly RowGroup<Row>[]) : [{ key: 'all', label: null, rows: source as Rows<Row> }]),
    [source, headed],
  )
  const lists = useMemo(() => groups.map(({ rows }) => rows), [groups])
  const items = useMemo(() => displayItems({ groups, headed, folded, expanded, rowId }), [groups, headed, folded, expanded, rowId])
  const rows = useMemo(() => items.flatMap((item) => (item.type === 'row' ? [item.row] : [])), [items])
  const ids = useMemo(() => rows.map(rowId), [rows, rowId])
  const lineOf = useMemo(() => items.flatMap((item, line) => (item.type === 'row' ? [line] : [])), [items])
  const fold = useCallback((group: string) => setFolded((before) => changed(before, group, !before.has(group))), [])
  const expand = useCallback((id: string, on: boolean) => setExpanded((before) => changed(before, id, on)), [])
  return { lists, items, rows, ids, lineOf, expanded, fold, expand }
}

function changed(set: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set)
  if (on) next.add(key)
  else next.delete(key)
  return next
}
