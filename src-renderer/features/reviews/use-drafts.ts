import { useCallback, useState } from 'react'

/** What was typed about one review; neither a fact nor a decision. */
export interface Draft {
  question: string
  explanation: string
  reasons: readonly string[]
  departure: string
}

const EMPTY: Draft = { question: '', explanation: '', reasons: [], departure: '' }

export interface Drafts {
  of: (review: string) => Draft
  write: (review: string, patch: Partial<Draft>) => void
  drop: (review: string) => void
}

/** Kept per review while the screen lives: a refusal, a look at another review or J loses nothing that was typed. */
export function useDrafts(): Drafts {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map())
  const of = useCallback((review: string) => drafts.get(review) ?? EMPTY, [drafts])
  const write = useCallback(
    (review: string, patch: Partial<Draft>) => setDrafts((before) => new Map(before).set(review, { ...(before.get(review) ?? EMPTY), ...patch })),
    [],
  )
  const drop = useCallback(
    (review: string) =>
      setDrafts((before) => {
        const rest = new Map(before)
        rest.delete(review)
        return rest
      }),
    [],
  )
  return { of, write, drop }
}
