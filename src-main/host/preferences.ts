import { readSmallFile, writeSmallFile } from './small-file'

export interface Preferences {
  all(): Readonly<Record<string, string>>
  set(key: string, value: string): void
  /** Writes what is not on disk yet. */
  flush(): void
}

const WRITE_AFTER_MS = 500
/** More would be a fault: one per table, pane and choice. */
const MOST = 500

/** What people arranged on this workstation, as the window's own storage ends with the window. */
export function openPreferences(path: string): Preferences {
  const kept = new Map(Object.entries(asTexts(readSmallFile(path))))
  let timer: ReturnType<typeof setTimeout> | null = null

  const flush = (): void => {
    if (timer === null) return
    clearTimeout(timer)
    timer = null
    writeSmallFile(path, Object.fromEntries(kept))
  }

  return {
    all: () => Object.fromEntries(kept),
    set: (key, value) => {
      if (kept.get(key) === value || (!kept.has(key) && kept.size >= MOST)) return
      kept.set(key, value)
      timer ??= setTimeout(flush, WRITE_AFTER_MS)
    },
    flush,
  }
}

function asTexts(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
