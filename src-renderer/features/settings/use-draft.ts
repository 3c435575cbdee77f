import { useEffect, useRef, useState } from 'react'

export interface Draft<T> {
  value: T
  change: (part: Partial<T>) => void
  dirty: boolean
  reset: () => void
}

const same = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other)

/** A form's own copy of a setting. It follows what the desk says until something is typed. */
export function useDraft<T extends object>(stored: T): Draft<T> {
  const [value, setValue] = useState(stored)
  const before = useRef(stored)
  const dirty = !same(value, stored)
  useEffect(() => {
    const untouched = same(value, before.current)
    before.current = stored
    // An equal copy made while drawing must not draw again, and so on without end.
    if (untouched) setValue((now) => (same(now, stored) ? now : stored))
    // Only a change of what is stored matters here, not each key typed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [stored])
  return { value, change: (part) => setValue((now) => ({ ...now, ...part })), dirty, reset: () => setValue(stored) }
}
