import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useMemo, useRef, type CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/kit/format/use-format'
import { tell } from '@/kit/tell'
import { gridTemplate, isShown, useArrangement } from './arrangement'
import { BulkBar } from './bulk-bar'
import classes from './data-table.module.css'
import { TableHead } from './table-head'
import { DetailLine, GroupLine, MoreLine, RowLine, type LineContext } from './table-lines'
import type { DataTableProps } from './table-props'
import { TableStates } from './table-states'
import { copyText, toTsv } from './tsv'
import { useRowFocus } from './use-row-focus'
import { useRowKeys } from './use-row-keys'
import { useTableLines } from './use-table-lines'
import { useTableModel } from './use-table-model'
import { useTableSelection } from './use-table-selection'

/** Heights before measuring, px. */
const HEAD = 28
const HEIGHTS = { group: 28, detail: 56, more: 36 } as const
/** A row laid out by itself takes the whole width. */
const LAYOUT_COLUMN = 'minmax(0, 1fr)'
/** A further page is asked for when this many lines are left. */
const AHEAD = 12

/** The desk's table: virtual, keyset-paged, grouped, by keyboard as by mouse (DSK-03). */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { id, columns, rowId, rowHeight = 32, selection, detail, onOpen, total } = props
  const counted = total ?? props.rowTotal
  const { t } = useTranslation('kit')
  const format = useFormat()
  const baseId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const { lists, items, rows, ids, lineOf, expanded, fold, expand } = useTableLines(props.rows, rowId)
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns])
  const arrangement = useArrangement(id)
  const visible = useMemo(() => columns.filter((column) => isShown(column, arrangement)), [columns, arrangement])
  const model = useTableModel({ columns, rows, rowId, arrangement, sort: props.sort, onSort: props.onSort })
  const focus = useRowFocus({
    ids,
    initial: props.initialFocus,
    onChange: (focused) => props.onFocusRow?.(rows[focused === null ? -1 : ids.indexOf(focused)] ?? null),
    current: props.current,
    onCurrent: props.onCurrent,
  })
  const choice = useTableSelection(rows, lists, rowId, selection)

  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (line) => {
      const type = items[line]?.type ?? 'row'
      return type === 'row' ? rowHeight : HEIGHTS[type]
    },
    getItemKey: (line) => items[line]?.key ?? line,
    overscan: 10,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
  })
  const lines = virtual.getVirtualItems()
  const firstLine = lines[0]?.index ?? 0
  const lastLine = lines.at(-1)?.index ?? -1
  useEffect(() => {
    for (const item of items.slice(firstLine, lastLine + 1 + AHEAD)) {
      if (item.type === 'more' && !item.rows.loadingMore && item.rows.failure === null) void item.rows.loadMore()
    }
  }, [items, firstLine, lastLine])

  const heldLine = props.current === undefined ? undefined : lineOf[focus.index]
  const showHeld = useRef(() => {})
  showHeld.current = () => {
    if (heldLine !== undefined) virtual.scrollToIndex(heldLine, { align: 'auto' })
  }
  // Only when another row is held: what comes and goes above it doesn't move the list under the reader.
  useEffect(() => showHeld.current(), [focus.id])

  const moveTo = (index: number): void => {
    focus.move(index)
    const line = lineOf[index]
    if (line !== undefined) virtual.scrollToIndex(line, { align: 'auto' })
    if (document.activeElement !== grid.current) grid.current?.focus({ preventScroll: true })
  }
  const focusedRow = rows[focus.index]
  const openFocused = (): void => {
    if (focusedRow === undefined || focus.id === null) return
    if (onOpen === undefined) expand(focus.id, !expanded.has(focus.id))
    else onOpen(focusedRow)
  }
  const copy = (): void => {
    const copied = selection !== undefined && selection.rows.size > 0 ? [...selection.rows.values()] : focusedRow === undefined ? [] : [focusedRow]
    if (copied.length === 0 || !copyText(toTsv(visible, copied))) return
    tell({ tone: 'ok', text: t('table.copied', { count: copied.length, number: format.number(copied.length) }) })
  }

  useRowKeys({
    id,
    count: ids.length,
    index: focus.index,
    gap: focus.gap,
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2),
    active: props.keys !== false,
    move: moveTo,
    open: onOpen === undefined && detail === undefined ? null : openFocused,
    expand: detail === undefined ? null : (on) => focus.id !== null && expand(focus.id, on),
    copy,
    selection:
      selection === undefined
        ? null
        : {
            ...choice,
            clear: () => (choice.reading === null ? selection.clear() : choice.stop()),
            any: selection.rows.size > 0 || choice.reading !== null,
          },
  })

  const context: LineContext<Row> = {
    baseId,
    model,
    columns: byId,
    focusedIndex: focus.index,
    selected: selection === undefined ? null : selection.has,
    expanded: detail === undefined ? null : expanded,
    nameOf: (row) => String(visible[0]?.text(row) ?? ''),
    detail: detail ?? null,
    layout: props.layout ?? null,
    held: props.current !== undefined,
    onFold: fold,
    onCheck: (index, range) => {
      focus.move(index)
      if (range) choice.extend(index)
      else choice.toggle(index)
    },
    onPress: (index, event) => {
      const row = ids[index]
      if (row === undefined || document.getSelection()?.isCollapsed === false) return
      if (event.shiftKey && selection !== undefined) choice.extend(index)
      else if ((event.ctrlKey || event.metaKey) && selection !== undefined) choice.toggle(index)
      else {
        choice.anchorAt(index)
        if (detail !== undefined && !(event.target as Element).closest('a, button')) expand(row, !expanded.has(row))
      }
      moveTo(index)
    },
    onOpen: (index) => {
      const row = rows[index]
      if (row !== undefined) onOpen?.(row)
    },
  }

  const allSelected = rows.length > 0 && rows.every((row) => selection?.has(rowId(row)) === true)
  const some = (selection?.rows.size ?? 0) > 0
  return (
    <div className={classes.root}>
      {selection !== undefined && (some || choice.reading !== null) ? (
        <BulkBar
          count={selection.rows.size}
          partly={!allSelected}
          reading={choice.reading}
          actions={props.bulk}
          note={props.bulkNote}
          onStop={choice.stop}
          onClear={selection.clear}
          onToggleLoaded={choice.toggleLoaded}
        />
      ) : null}
      <div className={classes.scroller} ref={scroller}>
        <div
          ref={grid}
          role="grid"
          className={classes.grid}
          aria-label={props.label}
          aria-rowcount={counted === undefined || counted.atLeast ? -1 : items.length - rows.length + counted.count + 1}
          aria-multiselectable={selection === undefined ? undefined : true}
          aria-activedescendant={lines.some(({ index }) => index === lineOf[focus.index]) ? `${baseId}${focus.index}` : undefined}
          tabIndex={0}
          style={{ '--columns': props.layout ? LAYOUT_COLUMN : gridTemplate(visible, arrangement.widths, selection !== undefined) } as CSSProperties}
        >
          <TableHead
            table={id}
            model={model}
            columns={byId}
            check={selection === undefined ? null : { all: allSelected, some, toggle: choice.toggleLoaded }}
            layout={props.layout?.head}
          />
          <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
            {lines.map(({ index, key, start, size }) => {
              const item = items[index]
              if (item === undefined) return null
              const place = { transform: `translateY(${start - HEAD}px)`, ...(item.type === 'detail' ? {} : { height: size }) }
              const common = { style: place, ariaRow: index + 2 }
              if (item.type === 'row') return <RowLine key={key} item={item} context={context} {...common} />
              if (item.type === 'group') return <GroupLine key={key} item={item} context={context} {...common} />
              if (item.type === 'more') return <MoreLine key={key} item={item} {...common} />
              return <DetailLine key={key} item={item} context={context} measure={virtual.measureElement} index={index} {...common} />
            })}
          </div>
        </div>
        <TableStates lists={lists} none={items.length === 0} empty={props.empty} errorTitle={props.errorTitle} />
      </div>
      {props.foot === undefined && total === undefined ? null : (
        <div className={classes.foot}>
          {props.foot}
          {total === undefined ? null : (
            <span className={classes.shown}>{t('table.shown', { shown: format.number(ids.length), total: format.total(total) })}</span>
          )}
        </div>
      )}
    </div>
  )
}
