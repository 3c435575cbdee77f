import {
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type ReactTable,
  type SortingState,
  type Updater,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import { isShown, type Arrangement } from './arrangement'
import type { Column, Sort } from './columns'

/** The desk sorts; the table only says what is asked for. */
export const features = tableFeatures({ columnVisibilityFeature, columnSizingFeature, rowSortingFeature })
export type TableModel<Row> = ReactTable<typeof features, Row & object>

interface ModelInput<Row> {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
  arrangement: Arrangement
  sort: Sort | undefined
  onSort: ((sort: Sort) => void) | undefined
}

function toDefinition<Row>(column: Column<Row>): ColumnDef<typeof features, Row & object> {
  return {
    id: column.id,
    header: column.header,
    accessorFn: column.text,
    cell: ({ row }) => column.cell(row.original),
    size: column.width,
    enableSorting: column.sort !== undefined,
    sortDescFirst: column.align === 'right',
  }
}

/** Columns, visibility, widths and sort as TanStack Table keeps them; order and rows come from the desk. */
export function useTableModel<Row>({ columns, rows, rowId, arrangement, sort, onSort }: ModelInput<Row>): TableModel<Row> {
  const definitions = useMemo(() => columns.map(toDefinition), [columns])
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map((column) => [column.id, isShown(column, arrangement)])),
    [columns, arrangement],
  )
  const sorting = useMemo<SortingState>(() => {
    const sorted = columns.find((column) => column.sort !== undefined && column.sort === sort?.by)
    return sorted === undefined || sort === undefined ? [] : [{ id: sorted.id, desc: sort.descending }]
  }, [columns, sort])
  return useTable({
    features,
    columns: definitions,
    data: rows as readonly (Row & object)[] as (Row & object)[],
    getRowId: rowId,
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { columnVisibility, sorting, columnSizing: arrangement.widths },
    onSortingChange: (change: Updater<SortingState>) => {
      const next = (typeof change === 'function' ? change(sorting) : change)[0]
      const by = columns.find(({ id }) => id === next?.id)?.sort
      if (next !== undefined && by !== undefined) onSort?.({ by, descending: next.desc })
    },
  })
}
