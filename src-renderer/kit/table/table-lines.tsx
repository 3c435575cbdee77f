import { Button, Checkbox, Loader } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { CSSProperties, MouseEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { failureSentence } from '@/app/bridge/sentences'
import type { Column } from './columns'
import classes from './data-table.module.css'
import type { DisplayItem } from './display'
import type { RowLayout } from './table-props'
import type { TableModel } from './use-table-model'

export interface LineContext<Row> {
  /** Prefix of the rows' element ids, for aria-activedescendant. */
  baseId: string
  model: TableModel<Row>
  columns: ReadonlyMap<string, Column<Row>>
  focusedIndex: number
  selected: ((id: string) => boolean) | null
  expanded: ReadonlySet<string> | null
  /** Names a row for its checkbox. */
  nameOf: (row: Row) => string
  detail: ((row: Row) => ReactNode) | null
  layout: RowLayout<Row> | null
  /** The focused row is held from outside: it is the one that is shown beside the list. */
  held: boolean
  onFold: (group: string) => void
  onCheck: (index: number, range: boolean) => void
  onPress: (index: number, event: MouseEvent) => void
  onOpen: (index: number) => void
}

interface LineProps<Row, Type extends DisplayItem<Row>['type']> {
  item: Extract<DisplayItem<Row>, { type: Type }>
  context: LineContext<Row>
  /** Where the virtual list puts it. */
  style: CSSProperties
  /** Position among all lines, the head being the first. */
  ariaRow: number
}

export function GroupLine<Row>({ item, context, style, ariaRow }: LineProps<Row, 'group'>) {
  const group = item.key.slice('group:'.length)
  const { t } = useTranslation('kit')
  return (
    <div role="row" className={classes.group} style={style} aria-rowindex={ariaRow}>
      <div role="gridcell" className={classes.groupCell}>
        <button
          type="button"
          tabIndex={-1}
          className={classes.fold}
          aria-expanded={!item.folded}
          aria-label={t(item.folded ? 'table.unfold' : 'table.fold')}
          onClick={() => context.onFold(group)}
        >
          <IconChevronDown size={14} aria-hidden />
        </button>
        <strong>{item.label}</strong>
        {item.summary}
      </div>
    </div>
  )
}

export function RowLine<Row>({ item, context, style, ariaRow }: LineProps<Row, 'row'>) {
  const { key, index, row } = item
  const selected = context.selected?.(key)
  const { t } = useTranslation('kit')
  return (
    <div
      role="row"
      id={`${context.baseId}${index}`}
      className={`${classes.row} ${classes.line}`}
      style={style}
      aria-rowindex={ariaRow}
      aria-selected={selected ?? (context.held ? index === context.focusedIndex : undefined)}
      data-focused={index === context.focusedIndex || undefined}
      data-row={key}
      onClick={(event) => context.onPress(index, event)}
      onDoubleClick={() => context.onOpen(index)}
    >
      {selected === undefined ? null : (
        <div
          role="gridcell"
          className={classes.check}
          onClick={(event) => {
            event.stopPropagation()
            event.preventDefault()
            context.onCheck(index, event.shiftKey)
          }}
        >
          <Checkbox tabIndex={-1} readOnly checked={selected} aria-label={t('table.selectRow', { row: context.nameOf(row) })} />
        </div>
      )}
      {context.layout !== null ? (
        <div role="gridcell" className={classes.laidOut}>
          {context.layout.row(row)}
        </div>
      ) : (
        context.model
          .getRowModel()
          .rows[index]?.getVisibleCells()
          .map((cell, place) => (
            <div
              key={cell.id}
              role="gridcell"
              className={classes.cell}
              data-align={context.columns.get(cell.column.id)?.align}
              aria-expanded={place === 0 ? context.expanded?.has(key) : undefined}
            >
              <context.model.FlexRender cell={cell} />
            </div>
          ))
      )}
    </div>
  )
}

export function DetailLine<Row>({
  item,
  context,
  style,
  ariaRow,
  measure,
  index,
}: LineProps<Row, 'detail'> & { measure: (element: Element | null) => void; index: number }) {
  return (
    <div role="row" ref={measure} data-index={index} className={classes.detail} style={style} aria-rowindex={ariaRow}>
      <div role="gridcell">{context.detail?.(item.row)}</div>
    </div>
  )
}

export function MoreLine<Row>({ item, style, ariaRow }: Omit<LineProps<Row, 'more'>, 'context'>) {
  const { t } = useTranslation('kit')
  const { failure, loadMore, reload, rows } = item.rows
  const again = (): void => (rows.length === 0 ? reload() : void loadMore())
  return (
    <div role="row" className={classes.more} style={style} aria-rowindex={ariaRow}>
      <div role="gridcell" className={classes.moreCell}>
        {failure === null ? (
          <>
            <Loader size={12} color="gray" aria-hidden /> {t('table.loadingMore')}
          </>
        ) : (
          <>
            {failureSentence(failure)}{' '}
            <Button variant="subtle" onClick={again}>
              {t('error.retry')}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
