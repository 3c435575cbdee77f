import { useEffect, useRef, useState } from 'react'

export interface Draft<T> {
  value: T
  change: (part: Partial<T>) => void
  dirty: boolean
  reset: () => void
}

/** A form's own copy of a setting. It follows what the desk says until something is typed. */
export function useDraft<T extends object>(stored: T): Draft<T> {
  const [value, setValue] = useState(stored)
  const before = useRef(stored)
  const dirty = JSON.stringify(value) !== JSON.stringify(stored)
  useEffect(() => {
    const untouched = JSON.stringify(value) === JSON.stringify(before.current)
    before.current = stored
    if (untouched) setValue(stored)
    // Only a change of what is stored matters here, not each key typed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [stored])
  return { value, change: (part) => setValue((now) => ({ ...now, ...part })), dirty, reset: () => setValue(stored) }
}
