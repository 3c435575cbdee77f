import { useState } from 'react'
import { useSession } from '@/app/session/session'

/** In memory only: what somebody typed outlives a lock of the desk, and is found again by the same person. */
const kept = new Map<string, unknown>()

interface Kept<T> {
  value: T
  change: (part: Partial<T>) => void
  /** True when something was typed. */
  dirty: boolean
  forget: () => void
}

/** A form's draft, kept until it is sent or thrown away. `name` tells the form and what it is about. */
export function useKept<T extends object>(name: string, empty: T): Kept<T> {
  const key = `${useSession().operatorId} ${name}`
  const [value, setValue] = useState(() => (kept.get(key) as T | undefined) ?? empty)
  return {
    value,
    change: (part) =>
      setValue((now) => {
        const next = { ...now, ...part }
        kept.set(key, next)
        return next
      }),
    dirty: JSON.stringify(value) !== JSON.stringify(empty),
    forget: () => kept.delete(key),
  }
}
