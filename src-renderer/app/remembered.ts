import { bridge } from './bridge/bridge'

/**
 * What a person arranged on this workstation: column widths, pane sizes, theme, zoom. Never customer data. The host
 * keeps it, as the window's own storage ends with the window; if it refuses, the choice lasts until then.
 */
const memory = new Map<string, string>()

export function recall<T>(key: string, fallback: T, accept: (value: unknown) => value is T): T {
  const text = memory.get(key) ?? kept(key)
  if (text === undefined) return fallback
  try {
    const value: unknown = JSON.parse(text)
    return accept(value) ? value : fallback
  } catch {
    return fallback
  }
}

export function remember(key: string, value: unknown): void {
  const text = JSON.stringify(value)
  if (memory.get(key) === text) return
  memory.set(key, text)
  bridge()
    .host('host.remember', { key, value: text })
    .catch(() => null)
}

function kept(key: string): string | undefined {
  const { preferences } = bridge()
  return Object.hasOwn(preferences, key) ? preferences[key] : undefined
}
