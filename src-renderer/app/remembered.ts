/**
 * What a person arranged on this workstation: column widths, pane sizes, theme, zoom. Never customer data.
 * Storage may refuse (quota, disabled): then the choice lasts until the window closes.
 */
const memory = new Map<string, string>()
const PREFIX = 'reeve.'

export function recall<T>(key: string, fallback: T, accept: (value: unknown) => value is T): T {
  const text = memory.get(key) ?? read(key)
  if (text === null) return fallback
  try {
    const value: unknown = JSON.parse(text)
    return accept(value) ? value : fallback
  } catch {
    return fallback
  }
}

export function remember(key: string, value: unknown): void {
  const text = JSON.stringify(value)
  memory.set(key, text)
  try {
    localStorage.setItem(PREFIX + key, text)
  } catch {
    return
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key)
  } catch {
    return null
  }
}
