import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReviewView } from '@contract/reviews'
import { useDeskCommand } from '@/app/bridge/commands'
import { useMay } from '@/app/session/session'

export interface Look {
  /** The review as the detail shows it: what changed before this look stays marked while it lasts. */
  review: ReviewView
  /** Another one begins when the person has looked at a change. */
  version: number
  /** REV-07: it has changed under the reader, who has to look again before deciding. */
  stale: boolean
  ticked: ReadonlySet<string>
  tick: (part: string, on: boolean) => void
  /** A part was whole on screen: ticked once, and not against the person's own will. */
  saw: (part: string, seen: boolean) => void
  again: () => void
}

/** How long a look takes; before that a review was only passed by. */
const LOOK_MS = 2000
const PASS_MS = 500

interface Seen {
  version: number
  changed: boolean
  changes: ReviewView['changes']
}

const seenOf = ({ version, changed, changes }: ReviewView): Seen => ({ version, changed, changes })
/** REV-04: an address was looked at when it was opened, not when it was read. */
const OPENED_ONLY: ReadonlySet<string> = new Set(['form'])

/** One look at one review: which version is before the reader, and which evidence was (REV-08). */
export function useLook(review: ReviewView): Look {
  const [seen, setSeen] = useState(() => seenOf(review))
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const byHand = useRef(new Set<string>())
  const stale = review.version !== seen.version

  const tick = useCallback((part: string, on: boolean) => {
    byHand.current.add(part)
    setTicked((before) => changed(before, part, on))
  }, [])
  const saw = useCallback((part: string, isSeen: boolean) => {
    if (!isSeen || OPENED_ONLY.has(part) || byHand.current.has(part)) return
    setTicked((before) => (before.has(part) ? before : changed(before, part, true)))
  }, [])
  const again = useCallback(() => {
    setSeen(seenOf(review))
    byHand.current.clear()
    setTicked(new Set())
  }, [review])

  useSeen(review.id, seen.version)
  return {
    version: seen.version,
    review: { ...review, changed: seen.changed, changes: stale ? review.changes : seen.changes },
    stale,
    ticked,
    tick,
    saw,
    again,
  }
}

/** REV-07: tells the desk what was looked at, after two seconds or when leaving. */
function useSeen(id: string, version: number): void {
  const mayLook = useMay(['reviewer'])
  const { run } = useDeskCommand('reviews.seen', { failures: 'inline' })
  useEffect(() => {
    if (!mayLook) return
    const since = Date.now()
    let told = false
    const tell = (): void => {
      if (told || !document.hasFocus()) return
      told = true
      void run({ id, version })
    }
    const timer = setTimeout(tell, LOOK_MS)
    return () => {
      clearTimeout(timer)
      if (Date.now() - since >= PASS_MS) tell()
    }
  }, [id, version, mayLook, run])
}

function changed(set: ReadonlySet<string>, part: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set)
  if (on) next.add(part)
  else next.delete(part)
  return next
}
