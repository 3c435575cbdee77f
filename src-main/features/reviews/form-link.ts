import { parse } from 'tldts'

/** Tells where a visitor came from, never which form it is. */
const TRACKING = /^(?:utm_\w+|gclid|fbclid|msclkid|mc_[ce]id|pk_\w+|mtm_\w+|_ga|ref)$/i
/** Pages that a bare domain shows anyway. */
const START_PAGE = /^\/(?:(?:index|default|home|start)(?:\.\w{2,5})?\/?)?$/i

interface Parts {
  readonly url: URL
  /** Without `www.`, international letters as punycode. */
  readonly host: string
  readonly parameters: readonly [string, string][]
}

/** Null: not an address that a browser opens on the web. */
function partsOf(text: string | null): Parts | null {
  const url = text === null ? null : parsed(text)
  if (url === null || !/^https?:$/.test(url.protocol) || !(url.hostname.includes('.') || url.hostname.startsWith('['))) return null
  const host = url.hostname.replace(/\.$/, '').replace(/^www\.(?=.+\.)/, '')
  const parameters = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).sort(([a, x], [b, y]) => (a + x < b + y ? -1 : 1))
  return { url, host, parameters }
}

function parsed(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/**
 * REV-04: the direct link to a form, or the bare main domain, which shows no form. Null: no usable address. A domain of its own for the
 * form (`newsletter.example.com`) and a place on the start page (`#newsletter`) are direct.
 */
export function formLink(url: string | null): 'deep' | 'bare' | null {
  const parts = partsOf(url)
  if (parts === null) return null
  const { host, parameters } = parts
  const own = parse(host, { allowPrivateDomains: true })
  const main = own.domain === null || own.domain === host
  return main && START_PAGE.test(parts.url.pathname) && parameters.length === 0 && parts.url.hash.length < 2 ? 'bare' : 'deep'
}

/** REV-12, REV-19: the same for every spelling of one form's address. Null: no usable address. */
export function formKey(url: string | null): string | null {
  const parts = partsOf(url)
  if (parts === null) return null
  const query = new URLSearchParams([...parts.parameters]).toString()
  const port = parts.url.port === '' ? '' : `:${parts.url.port}`
  return `${parts.host}${port}${parts.url.pathname.replace(/\/+$/, '')}${query === '' ? '' : `?${query}`}`
}

/** REV-12, REV-19: the domain somebody registered, as punycode; an address by number stands for itself. Null: no usable address. */
export function formDomain(url: string | null): string | null {
  const parts = partsOf(url)
  return parts === null ? null : (parse(parts.host, { allowPrivateDomains: true }).domain ?? parts.host)
}
