import type { ReactNode } from 'react'
import type { Total } from '@contract/define'
import type { Rows } from '@/app/bridge/queries'
import type { Column, Sort } from './columns'
import type { RowGroup } from './display'
import type { Selection } from './selection'

export interface RowLayout<Row> {
  head: ReactNode
  row: (row: Row) => ReactNode
}

export interface DataTableProps<Row> {
  /** Names the table for its kept arrangement. */
  id: string
  /** Spoken: "Accounts". */
  label: string
  columns: readonly Column<Row>[]
  /** One list, or several under heads. */
  rows: Rows<Row> | readonly RowGroup<Row>[]
  rowId: (row: Row) => string
  rowHeight?: 32 | 38 | 46
  sort?: Sort
  onSort?: (sort: Sort) => void
  selection?: Selection<Row>
  /** Buttons for the selected rows. */
  bulk?: ReactNode
  /** At the bulk bar's end: a sum of what is selected. */
  bulkNote?: ReactNode
  /** Shown under a row when it is opened (click, Enter without onOpen, right arrow). */
  detail?: (row: Row) => ReactNode
  /** Enter and double click. */
  onOpen?: (row: Row) => void
  /** The row under the focus, for an aside. */
  onFocusRow?: (row: Row | null) => void
  initialFocus?: string | undefined
  /**
   * The row under the focus, held by its id: whoever gives this moves it, and when the row vanishes no other takes its place; the next key
   * goes on from where it stood. Undefined: the table holds it itself.
   */
  current?: string | null
  onCurrent?: (id: string) => void
  /** One cell a row instead of columns, for narrow lists; the columns are still what is copied. */
  layout?: RowLayout<Row>
  empty: ReactNode
  /** "The accounts could not be read" */
  errorTitle: string
  /** Left in the foot: a legend, a remark. */
  foot?: ReactNode
  total?: Total | undefined
  /** As `total`, without the foot that shows it. */
  rowTotal?: Total | undefined
  /** False: its keys rest (a second table beside the main one). */
  keys?: boolean
}
