import { useTranslation } from 'react-i18next'
import { useShortcuts, type Shortcut } from '@/app/shortcuts'
import { movedFocus } from './display'

interface RowKeys {
  id: string
  count: number
  index: number
  /** Where the focus stood before its row vanished; null: it is at `index`. */
  gap: number | null
  /** Rows in view. */
  page: () => number
  active: boolean
  move: (index: number) => void
  open: (() => void) | null
  expand: ((open: boolean) => void) | null
  copy: () => void
  selection: {
    anchorAt: (index: number) => void
    toggle: (index: number) => void
    extend: (index: number) => void
    selectAll: () => void
    clear: () => void
    any: boolean
  } | null
}

const MOVES = [
  { id: 'down', keys: ['j', 'ArrowDown'], key: 'j' },
  { id: 'up', keys: ['k', 'ArrowUp'], key: 'k' },
  { id: 'first', keys: ['Home'], key: 'Home' },
  { id: 'last', keys: ['End'], key: 'End' },
  { id: 'pageDown', keys: ['PageDown'], key: 'PageDown' },
  { id: 'pageUp', keys: ['PageUp'], key: 'PageUp' },
] as const

/** The keys of a list; they work wherever the focus is, except where text is written. */
export function useRowKeys({ id, count, index, gap, page, active, move, open, expand, copy, selection }: RowKeys): void {
  const { t } = useTranslation('kit')
  const to = (key: string): number | null => movedFocus(key, gap === null ? index : key === 'k' || key === 'PageUp' ? gap : gap - 1, count, page())
  const entry = (name: string, keys: readonly string[], run: () => void, enabled = true): Shortcut => ({
    id: `list.${id}.${name}`,
    keys,
    label: t(`table.key.${name}`),
    group: 'list',
    run,
    enabled: active && enabled,
    palette: false,
    menu: false,
  })
  const extendTo = (key: string): void => {
    const next = to(key)
    if (next === null || selection === null) return
    selection.extend(next)
    move(next)
  }
  const shortcuts: Shortcut[] = MOVES.map(({ id: name, keys, key }) =>
    entry(name, keys, () => {
      const next = to(key)
      if (next === null) return
      selection?.anchorAt(next)
      move(next)
    }),
  )
  if (open !== null) shortcuts.push(entry('open', ['Enter'], open, index >= 0))
  if (expand !== null) {
    shortcuts.push(
      entry('expand', ['ArrowRight'], () => expand(true), index >= 0),
      entry('collapse', ['ArrowLeft'], () => expand(false), index >= 0),
    )
  }
  if (selection !== null) {
    shortcuts.push(
      entry('select', ['space'], () => selection.toggle(index), index >= 0),
      entry('extend', ['shift+space'], () => selection.extend(index), index >= 0),
      entry('extendDown', ['shift+ArrowDown', 'shift+j'], () => extendTo('j')),
      entry('extendUp', ['shift+ArrowUp', 'shift+k'], () => extendTo('k')),
      entry('selectAll', ['mod+a'], selection.selectAll, count > 0),
      entry('clear', ['esc'], selection.clear, selection.any),
    )
  }
  shortcuts.push(entry('copy', ['mod+c'], copy, index >= 0))
  useShortcuts(shortcuts)
}
