/** ms. Journaling takes a moment; what was confirmed longer ago is no longer what a person sees. */
const LASTS_MS = 60_000
/** Characters; more would push the buttons off a small screen. */
const SHOWN = 300

export interface ExternalLinks {
  confirmed(window: object, href: string): void
  /** True once for the address this window had confirmed last, and not again. */
  take(window: object, href: string): boolean
}

/** REV-04: what a window may have opened outside: only what its person has just confirmed, once. `now`: ms, monotonic. */
export function externalLinks(now: () => number): ExternalLinks {
  const last = new WeakMap<object, { href: string; until: number }>()
  return {
    confirmed: (window, href) => void last.set(window, { href, until: now() + LASTS_MS }),
    take: (window, href) => {
      const kept = last.get(window)
      last.delete(window)
      return kept?.href === href && now() < kept.until
    },
  }
}

/** The address as the browser gets it. Null: not https, carries sign-in data, or no address at all. */
export function externalAddress(text: string): string | null {
  try {
    const { protocol, username, password, href } = new URL(text)
    return protocol === 'https:' && username === '' && password === '' ? href : null
  } catch {
    return null
  }
}

/** The address for a person to judge: the host always whole, foreign letters as punycode, a long rest cut in its middle. */
export function shownAddress(href: string): string {
  if (href.length <= SHOWN) return href
  const start = Math.max(new URL(href).origin.length + 1, SHOWN - 100)
  return `${href.slice(0, start)} … ${href.slice(-80)}`
}
