import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

export interface RowFocus {
  /** -1: no row. */
  index: number
  id: string | null
  move: (index: number) => void
}

/**
 * Which row keys act on. When it vanishes (decided, filtered away) the focus stays at its place in the list, so that
 * the next row comes under it.
 */
export function useRowFocus(ids: readonly string[], initial: string | undefined, onChange: ((id: string | null) => void) | undefined): RowFocus {
  const [kept, setKept] = useState<{ id: string | null; index: number }>({ id: initial ?? null, index: -1 })
  const places = useMemo(() => new Map(ids.map((id, index) => [id, index])), [ids])
  const own = kept.id === null ? undefined : places.get(kept.id)
  const index = own ?? Math.min(kept.index, ids.length - 1)
  const id = ids[index] ?? null

  useEffect(() => {
    if (id !== kept.id && ids.length > 0) setKept({ id, index })
  }, [id, index, kept.id, ids.length])

  const latest = useRef(onChange)
  latest.current = onChange
  useEffect(() => latest.current?.(id), [id])

  const move = useCallback((next: number) => setKept({ id: ids[next] ?? null, index: next }), [ids])
  return { index, id, move }
}
