import { Checkbox } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { PointerEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { setWidth } from './arrangement'
import type { Column } from './columns'
import classes from './data-table.module.css'
import type { TableModel } from './use-table-model'

interface TableHeadProps<Row> {
  table: string
  model: TableModel<Row>
  columns: ReadonlyMap<string, Column<Row>>
  /** Null: no selection in this table. */
  check: { all: boolean; some: boolean; toggle: () => void } | null
  /** Instead of columns, where rows are laid out by themselves. */
  layout?: ReactNode
}

const SORTED = { asc: 'ascending', desc: 'descending' } as const

/** The sticky head: sorts by its buttons, resizes by its edges (also by the column choice, for keys). */
export function TableHead<Row>({ table, model, columns, check, layout }: TableHeadProps<Row>) {
  const { t } = useTranslation('kit')
  if (layout !== undefined) {
    return (
      <div role="rowgroup" className={classes.headGroup}>
        <div role="row" aria-rowindex={1} className={classes.line}>
          <div role="columnheader" className={classes.laidOutHead}>
            {layout}
          </div>
        </div>
      </div>
    )
  }
  return (
    <div role="rowgroup" className={classes.headGroup}>
      {model.getHeaderGroups().map((group) => (
        <div key={group.id} role="row" aria-rowindex={1} className={classes.line}>
          {check === null ? null : (
            <div role="columnheader" className={classes.check} aria-label={t('table.selection')}>
              <Checkbox
                tabIndex={-1}
                checked={check.all}
                indeterminate={check.some && !check.all}
                onChange={check.toggle}
                aria-label={t('table.selectLoaded')}
              />
            </div>
          )}
          {group.headers.map((header) => {
            const { column } = header
            const align = columns.get(column.id)?.align
            const sorted = column.getIsSorted()
            return (
              <div
                key={header.id}
                role="columnheader"
                className={classes.head}
                data-align={align}
                aria-sort={sorted === false ? (column.getCanSort() ? 'none' : undefined) : SORTED[sorted]}
              >
                {column.getCanSort() ? (
                  <button type="button" className={classes.sort} onClick={() => column.toggleSorting()}>
                    <span className={classes.headText}>{columns.get(column.id)?.header}</span>
                    {sorted === false ? null : sorted === 'asc' ? <IconArrowUp size={12} aria-hidden /> : <IconArrowDown size={12} aria-hidden />}
                  </button>
                ) : (
                  <span className={classes.headText} title={columns.get(column.id)?.header}>
                    {columns.get(column.id)?.header}
                  </span>
                )}
                <span
                  className={classes.resizer}
                  aria-hidden
                  onDoubleClick={() => setWidth(table, column.id, null)}
                  onPointerDown={(event) => startResize(event, (width) => setWidth(table, column.id, width))}
                />
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}

/** Follows the pointer from the column's width on screen, which for a growing column isn't the designed one. */
function startResize(event: PointerEvent<HTMLElement>, resize: (width: number) => void): void {
  const handle = event.currentTarget
  const from = handle.parentElement?.getBoundingClientRect().width
  if (from === undefined || event.button !== 0) return
  const start = event.clientX
  event.preventDefault()
  handle.setPointerCapture(event.pointerId)
  const onMove = (move: globalThis.PointerEvent): void => resize(from + move.clientX - start)
  const onEnd = (): void => {
    handle.removeEventListener('pointermove', onMove)
    handle.removeEventListener('pointerup', onEnd)
    handle.removeEventListener('pointercancel', onEnd)
  }
  handle.addEventListener('pointermove', onMove)
  handle.addEventListener('pointerup', onEnd)
  handle.addEventListener('pointercancel', onEnd)
}
