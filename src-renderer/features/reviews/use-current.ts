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
  const [held, setHeld] = useState<{ id: string | null; list: string }>({ id: asked ?? null, list })
  const left = useRef(new Set<string>())
  if (held.list !== list) setHeld({ id: asked ?? null, list })
  else if (held.id === null && all.previous !== true) {
    const first = all.rows.find(({ id }) => !left.current.has(id))
    if (first !== undefined) setHeld({ ...held, id: first.id })
  }
  // What was written here comes back from the address a moment later, when keys may have gone on: only others' addresses lead somewhere.
  const written = useRef(new Set<string>())
  useEffect(() => {
    if (asked === undefined || written.current.delete(asked)) return
    setHeld((before) => (before.id === asked ? before : { ...before, id: asked }))
  }, [asked])

  const { id } = held
  const latest = useRef({ all, write })
  latest.current = { all, write }
  // The order in which the current one last stood: what is decided may have left the list before the next one is looked for.
  const order = useRef(all.rows)
  if (all.rows.some((row) => row.id === id)) order.current = all.rows
  useEffect(() => {
    if (id === asked || id === null) return
    const timer = setTimeout(() => {
      written.current.add(id)
      latest.current.write(id)
    }, WRITE_MS)
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
    const stood = rows.some((row) => row.id === from) ? rows : order.current
    const here = new Map(rows.map((row) => [row.id, row]))
    const place = stood.findIndex((row) => row.id === from)
    const behind = stood.slice(place + 1).find((row) => here.has(row.id) && free(here.get(row.id)!))
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
