import { useState } from 'react'
import { recall, remember } from '@/app/remembered'

/** A choice kept on this workstation. */
export function useRemembered<T extends string>(key: string, fallback: T, values: readonly T[]): [T, (value: T) => void] {
  const [value, setValue] = useState(() => recall<T>(key, fallback, (known): known is T => values.includes(known as T)))
  const choose = (next: T): void => {
    setValue(next)
    remember(key, next)
  }
  return [value, choose]
}
