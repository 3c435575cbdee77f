import type { Column } from '@/kit/table'
import classes from './charts.module.css'

interface ChartTableProps<Row> {
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** The reader's own rows. */
  own?: (row: Row) => boolean
}

/** What a chart shows, as a table: the first column heads its row. */
export function ChartTable<Row>({ label, columns, rows, rowKey, own }: ChartTableProps<Row>) {
  const right = (column: Column<Row>) => (column.align === 'right' ? { 'data-right': true } : {})
  return (
    <div className={classes.tableRoom} tabIndex={0} role="group" aria-label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" {...right(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-own={own?.(row) === true || undefined}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.id} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} {...right(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
