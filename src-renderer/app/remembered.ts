import { bridge } from '@/app/bridge/bridge'

/**
 * What a person arranged on this workstation: column widths, pane sizes, theme, zoom. Never customer data. The host keeps it:
 * the window's own storage ends with the window. If that fails the choice lasts until the window closes.
 */
const memory = new Map<string, string>()

export function recall<T>(key: string, fallback: T, accept: (value: unknown) => value is T): T {
  const text = memory.get(key) ?? kept(key)
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
    void bridge().host('host.remember', { key, value: text })
  } catch {
    return
  }
}

function kept(key: string): string | null {
  try {
    return bridge().preferences[key] ?? null
  } catch {
    return null
  }
}
