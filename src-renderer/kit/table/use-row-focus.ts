import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

export interface RowFocus {
  /** -1: no row. */
  index: number
  id: string | null
  /** Where the held row stood before it vanished from the list; null: it is there, or never was. */
  gap: number | null
  move: (index: number) => void
}

interface FocusInput {
  ids: readonly string[]
  initial: string | undefined
  onChange: ((id: string | null) => void) | undefined
  /** Undefined: kept here. */
  current: string | null | undefined
  onCurrent: ((id: string) => void) | undefined
}

/**
 * Which row keys act on. Kept here, the focus stays at its place in the list when its row vanishes (decided, filtered away), so that the
 * next row comes under it. Held from outside it never slides onto another row.
 */
export function useRowFocus({ ids, initial, onChange, current, onCurrent }: FocusInput): RowFocus {
  const held = current !== undefined
  const [kept, setKept] = useState<{ id: string | null; index: number }>({ id: initial ?? null, index: -1 })
  const places = useMemo(() => new Map(ids.map((id, index) => [id, index])), [ids])
  const wanted = held ? current : kept.id
  const own = wanted === null ? undefined : places.get(wanted)
  const index = own ?? (held ? -1 : Math.min(kept.index, ids.length - 1))
  const id = ids[index] ?? null

  const stood = useRef<{ id: string | null; index: number }>({ id: null, index: -1 })
  if (own !== undefined) stood.current = { id: wanted, index: own }
  const gap = held && index === -1 && wanted !== null && stood.current.id === wanted ? stood.current.index : null

  useEffect(() => {
    if (!held && id !== kept.id && ids.length > 0) setKept({ id, index })
  }, [held, id, index, kept.id, ids.length])

  const latest = useRef({ onChange, onCurrent })
  latest.current = { onChange, onCurrent }
  useEffect(() => latest.current.onChange?.(id), [id])

  const move = useCallback(
    (next: number) => {
      const to = ids[next]
      if (!held) setKept({ id: to ?? null, index: next })
      else if (to !== undefined) latest.current.onCurrent?.(to)
    },
    [ids, held],
  )
  return { index, id, gap, move }
}
