import { Skeleton } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Total } from '@contract/define'
import type { Rows } from '@/app/bridge/queries'
import { useFormat } from '@/kit/format/use-format'
import { ErrorState, useDelayed } from '@/kit/state-views'
import { tell } from '@/kit/tell'
import { gridTemplate, isShown, useArrangement } from './arrangement'
import { BulkBar } from './bulk-bar'
import type { Column, Sort } from './columns'
import classes from './data-table.module.css'
import { displayItems, type RowGroup } from './display'
import type { Selection } from './selection'
import { TableHead } from './table-head'
import { DetailLine, GroupLine, MoreLine, RowLine, type LineContext } from './table-lines'
import { copyText, toTsv } from './tsv'
import { useRowFocus } from './use-row-focus'
import { useRowKeys } from './use-row-keys'
import { useTableModel } from './use-table-model'
import { useTableSelection } from './use-table-selection'

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
  empty: ReactNode
  /** "The accounts could not be read" */
  errorTitle: string
  /** Left in the foot: a legend, a remark. */
  foot?: ReactNode
  total?: Total | undefined
  /** False: its keys rest (a second table beside the main one). */
  keys?: boolean
}

const HEAD = 28
const GROUP = 28
const DETAIL = 56
const MORE = 36
/** A further page is asked for when this many lines are left. */
const AHEAD = 12

/** The desk's table: virtual, keyset-paged, grouped, by keyboard as by mouse (DSK-03). */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { id, label, columns, rowId, rowHeight = 32, selection, detail, onOpen, total } = props
  const { t } = useTranslation('kit')
  const format = useFormat()
  const baseId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())

  const source = props.rows
  const headed = Array.isArray(source)
  const groups = useMemo(
    () => (headed ? (source as readonly RowGroup<Row>[]) : [{ key: 'all', label: null, rows: source as Rows<Row> }]),
    [source, headed],
  )
  const lists = useMemo(() => groups.map(({ rows }) => rows), [groups])
  const items = useMemo(() => displayItems({ groups, headed, folded, expanded, rowId }), [groups, headed, folded, expanded, rowId])
  const shown = useMemo(() => items.flatMap((item) => (item.type === 'row' ? [item.row] : [])), [items])
  const ids = useMemo(() => shown.map(rowId), [shown, rowId])
  const lineOf = useMemo(() => items.flatMap((item, line) => (item.type === 'row' ? [line] : [])), [items])
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns])

  const arrangement = useArrangement(id)
  const visible = useMemo(() => columns.filter((column) => isShown(column, arrangement)), [columns, arrangement])
  const model = useTableModel({ columns, rows: shown, rowId, arrangement, sort: props.sort, onSort: props.onSort })
  const focus = useRowFocus(ids, props.initialFocus, (focused) => props.onFocusRow?.(shown[focused === null ? -1 : ids.indexOf(focused)] ?? null))
  const choice = useTableSelection(shown, lists, rowId, selection)

  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (line) => ({ group: GROUP, row: rowHeight, detail: DETAIL, more: MORE })[items[line]?.type ?? 'row'],
    getItemKey: (line) => items[line]?.key ?? line,
    overscan: 10,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
  })
  const lines = virtual.getVirtualItems()
  const lastLine = lines.at(-1)?.index ?? -1
  const firstLine = lines[0]?.index ?? 0

  useEffect(() => {
    for (const item of items.slice(firstLine, lastLine + 1 + AHEAD)) {
      if (item.type === 'more' && !item.rows.loadingMore && item.rows.failure === null) void item.rows.loadMore()
    }
  }, [items, firstLine, lastLine])

  const moveTo = (index: number): void => {
    focus.move(index)
    const line = lineOf[index]
    if (line !== undefined) virtual.scrollToIndex(line, { align: 'auto' })
    if (document.activeElement !== grid.current) grid.current?.focus({ preventScroll: true })
  }
  const open = (row: string, on: boolean): void => {
    if (detail === undefined) return
    setExpanded((before) => {
      const next = new Set(before)
      if (on) next.add(row)
      else next.delete(row)
      return next
    })
  }
  const focusedRow = shown[focus.index]
  const openFocused = (): void => {
    if (focusedRow === undefined || focus.id === null) return
    if (onOpen === undefined) open(focus.id, !expanded.has(focus.id))
    else onOpen(focusedRow)
  }
  const copy = (): void => {
    const rows = selection !== undefined && selection.rows.size > 0 ? [...selection.rows.values()] : focusedRow === undefined ? [] : [focusedRow]
    if (rows.length === 0 || !copyText(toTsv(visible, rows))) return
    tell({ tone: 'ok', text: t('table.copied', { count: rows.length, number: format.number(rows.length) }) })
  }

  useRowKeys({
    id,
    count: ids.length,
    index: focus.index,
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2),
    active: props.keys !== false,
    move: moveTo,
    open: onOpen === undefined && detail === undefined ? null : openFocused,
    expand: detail === undefined ? null : (on) => focus.id !== null && open(focus.id, on),
    copy,
    selection:
      selection === undefined
        ? null
        : { ...choice, clear: () => (choice.reading === null ? selection.clear() : choice.stop()), any: selection.rows.size > 0 || choice.reading !== null },
  })

  const onFold = useCallback(
    (group: string) =>
      setFolded((before) => {
        const next = new Set(before)
        if (!next.delete(group)) next.add(group)
        return next
      }),
    [],
  )
  const context: LineContext<Row> = {
    baseId,
    model,
    columns: byId,
    focusedIndex: focus.index,
    selected: selection === undefined ? null : selection.has,
    expanded: detail === undefined ? null : expanded,
    nameOf: (row) => String(visible[0]?.text(row) ?? ''),
    detail: detail ?? null,
    onFold,
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
        if (!(event.target as Element).closest('a, button')) open(row, !expanded.has(row))
      }
      moveTo(index)
    },
    onOpen: (index) => {
      const row = shown[index]
      if (row !== undefined) onOpen?.(row)
    },
  }

  const loading = ids.length === 0 && lists.some((list) => list.loading)
  const slow = useDelayed(loading)
  const failed = ids.length === 0 ? lists.find(({ failure }) => failure !== null) : undefined
  const allSelected = shown.length > 0 && shown.every((row) => selection?.has(rowId(row)) === true)
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
          aria-label={label}
          aria-rowcount={total === undefined || total.atLeast ? -1 : items.length - shown.length + total.count + 1}
          aria-multiselectable={selection === undefined ? undefined : true}
          aria-busy={loading}
          aria-activedescendant={lines.some(({ index }) => index === lineOf[focus.index]) ? `${baseId}${focus.index}` : undefined}
          tabIndex={0}
          style={{ '--columns': gridTemplate(visible, arrangement.widths, selection !== undefined) } as React.CSSProperties}
        >
          <TableHead
            table={id}
            model={model}
            columns={byId}
            check={selection === undefined ? null : { all: allSelected, some, toggle: choice.toggleLoaded }}
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
        {slow ? (
          <div className={classes.skeleton} role="status" aria-label={t('loading')}>
            {Array.from({ length: 8 }, (_, index) => (
              <Skeleton key={index} height={10} width={`${[62, 84, 71, 55][index % 4]}%`} animate={false} />
            ))}
          </div>
        ) : null}
        {failed?.failure == null ? null : <ErrorState title={props.errorTitle} failure={failed.failure} onRetry={failed.reload} />}
        {ids.length === 0 && !loading && failed === undefined && items.length === 0 ? props.empty : null}
      </div>
      {props.foot === undefined && total === undefined ? null : (
        <div className={classes.foot}>
          {props.foot}
          {total === undefined ? null : <span className={classes.shown}>{t('table.shown', { shown: format.number(ids.length), total: format.total(total) })}</span>}
        </div>
      )}
    </div>
  )
}
