import type { ReactNode } from 'react'
import type { Rows } from '@/app/bridge/queries'

/** One group of a table: its own paged rows under a head. */
export interface RowGroup<Row> {
  key: string
  label: ReactNode
  /** Beside the label: counts, what follows. */
  summary?: ReactNode
  rows: Rows<Row>
}

export type DisplayItem<Row> =
  | { type: 'group'; key: string; label: ReactNode; summary: ReactNode; folded: boolean }
  | { type: 'row'; key: string; row: Row; index: number }
  | { type: 'detail'; key: string; row: Row }
  | { type: 'more'; key: string; rows: Rows<Row> }

interface DisplayInput<Row> {
  groups: readonly RowGroup<Row>[]
  /** False: one nameless group, shown without head. */
  headed: boolean
  folded: ReadonlySet<string>
  expanded: ReadonlySet<string>
  rowId: (row: Row) => string
}

/** The lines of a table in order: group heads, rows, opened details, and a place that loads more. */
export function displayItems<Row>({ groups, headed, folded, expanded, rowId }: DisplayInput<Row>): DisplayItem<Row>[] {
  const items: DisplayItem<Row>[] = []
  // When no group has rows, the table as a whole says what failed or comes next.
  const any = groups.some(({ rows }) => rows.rows.length > 0)
  let index = 0
  for (const { key, label, summary, rows } of groups) {
    if (headed && rows.rows.length === 0 && (rows.failure === null || !any)) continue
    const isFolded = headed && folded.has(key)
    if (headed) items.push({ type: 'group', key: `group:${key}`, label, summary, folded: isFolded })
    if (isFolded) continue
    for (const row of rows.rows) {
      const id = rowId(row)
      items.push({ type: 'row', key: id, row, index })
      index += 1
      if (expanded.has(id)) items.push({ type: 'detail', key: `detail:${id}`, row })
    }
    if (rows.hasMore || (headed && rows.failure !== null)) items.push({ type: 'more', key: `more:${key}`, rows })
  }
  return items
}

/** Where a key moves the focus among `count` rows; null when the key doesn't move. `page` is the rows in view. */
export function movedFocus(key: string, from: number, count: number, page: number): number | null {
  if (count === 0) return null
  const clamp = (index: number): number => Math.min(count - 1, Math.max(0, index))
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return clamp(from + 1)
    case 'ArrowUp':
    case 'k':
      return clamp(from === -1 ? 0 : from - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'PageDown':
      return clamp(from + page)
    case 'PageUp':
      return clamp(from - page)
    default:
      return null
  }
}
