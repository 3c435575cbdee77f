import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReviewRow } from '@contract/reviews'
import type { Rows } from '@/app/bridge/queries'

export interface Current {
  id: string | null
  go: (id: string | null) => void
  /** The row after this one as the list stands; the first when there is none behind it. Null: nothing else is there. */
  after: (id: string) => Promise<string | null>
  /** Decided just now: no longer offered, though the list may still hold it. */
  leave: (id: string) => void
  /** Undone: offered again. */
  back: (id: string) => void
}

interface CurrentInput {
  all: Rows<ReviewRow>
  /** What the address asks for. */
  asked: string | undefined
  /** Names the filter; another one starts at its first row. */
  list: string
  /** Writes the review into the address, so that Back brings it back. */
  write: (id: string | null) => void
}

/** The address follows a moment later: J held down doesn't write each row it passes. */
const WRITE_MS = 300

/** The review that keys and commands act on, held by its id: no list that changes moves it (REV-13). */
export function useCurrent({ all, asked, list, write }: CurrentInput): Current {
  const [held, setHeld] = useState<{ id: string | null; list: string; asked: string | undefined }>({ id: asked ?? null, list, asked })
  const left = useRef(new Set<string>())
  if (held.list !== list) setHeld({ id: null, list, asked })
  else if (asked !== held.asked) setHeld({ ...held, asked, id: asked ?? held.id })
  else if (held.id === null && all.previous !== true) {
    const first = all.rows.find(({ id }) => !left.current.has(id))
    if (first !== undefined) setHeld({ ...held, id: first.id })
  }

  const { id } = held
  const latest = useRef({ all, write })
  latest.current = { all, write }
  useEffect(() => {
    if (id === asked || id === null) return
    const timer = setTimeout(() => latest.current.write(id), WRITE_MS)
    return () => clearTimeout(timer)
  }, [id, asked])

  useEffect(() => {
    const here = new Set(all.rows.map((row) => row.id))
    for (const gone of left.current) if (!here.has(gone)) left.current.delete(gone)
  }, [all.rows])

  const go = useCallback((next: string | null) => setHeld((before) => ({ ...before, id: next })), [])
  const after = useCallback(async (from: string): Promise<string | null> => {
    const free = (row: ReviewRow): boolean => row.id !== from && !left.current.has(row.id) && (row.claim === null || row.claim.mine)
    const { rows, hasMore, loadMore } = latest.current.all
    const place = rows.findIndex((row) => row.id === from)
    const behind = rows.slice(place + 1).find(free)
    if (behind !== undefined) return behind.id
    if (hasMore) {
      const further = (await loadMore()).rows.slice(rows.length).find(free)
      if (further !== undefined) return further.id
    }
    return rows.find(free)?.id ?? null
  }, [])
  const leave = useCallback((gone: string) => void left.current.add(gone), [])
  const back = useCallback((again: string) => void left.current.delete(again), [])
  return { id, go, after, leave, back }
}
