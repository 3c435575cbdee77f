import { parse } from 'tldts'
import { hostedName } from './signals/known-domains'
import { registeredOf } from './signals/registered'

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

/** Longer than any form's address. */
const LONGEST = 4_000
const SCHEME = /^[a-z][a-z0-9+.-]{0,30}:(?!\d{1,5}(?:[/?#]|$))/i

/**
 * REV-04: the address as a browser would open it. People leave out `https://`, and it is put before what then is a domain. Null: nothing
 * that a browser opens on the web.
 */
export function formAddress(text: string | null): URL | null {
  const typed = text?.trim() ?? ''
  if (typed === '' || typed.length > LONGEST) return null
  const url = parsed(SCHEME.test(typed) ? typed : `https://${typed}`)
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && (url.hostname.includes('.') || url.hostname.startsWith('['))
  return isWeb ? url : null
}

/** REV-04: the address that is opened outside. Null: none, not https, or who the link signs in as would be ours to try. */
export function openableAddress(text: string | null): string | null {
  const url = formAddress(text)
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null
}

function parsed(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** Null: not an address that a browser opens on the web. */
function partsOf(text: string | null): Parts | null {
  const url = formAddress(text)
  if (url === null) return null
  const host = url.hostname.replace(/\.$/, '').replace(/^www\.(?=.+\.)/, '')
  const parameters = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).sort(([a, x], [b, y]) => (a + x < b + y ? -1 : 1))
  return { url, host, parameters }
}

/**
 * REV-04: the direct link to a form, or the bare main domain, which shows no form. Null: no usable address. A domain of its own for the
 * form (`newsletter.example.com`) and a place on the start page (`#newsletter`) are direct.
 */
export function formLink(url: string | null): 'deep' | 'bare' | null {
  const parts = partsOf(url)
  if (parts === null) return null
  const { host, parameters } = parts
  const own = ownName(host)
  const main = own === null || own === host
  return main && START_PAGE.test(parts.url.pathname) && parameters.length === 0 && parts.url.hash.length < 2 ? 'bare' : 'deep'
}

/** Endings that aren't public count here: the page is told apart all the same. */
const ownName = (host: string): string | null => hostedName(host) ?? registeredOf(host)?.domain ?? parse(host, { allowPrivateDomains: true }).domain

/** REV-12, REV-19: the same for every spelling of one form's address. Null: no usable address. */
export function formKey(url: string | null): string | null {
  const parts = partsOf(url)
  if (parts === null) return null
  const query = new URLSearchParams([...parts.parameters]).toString()
  const port = parts.url.port === '' ? '' : `:${parts.url.port}`
  // Pages that live behind the hash are pages of their own; a place on a page isn't.
  const page = /^#!?\//.test(parts.url.hash) ? parts.url.hash : ''
  return `${parts.host}${port}${pathOf(parts.url)}${query === '' ? '' : `?${query}`}${page}`
}

/** Case stays: servers may tell it apart. */
function pathOf({ pathname }: URL): string {
  const plain = pathname.replaceAll(/%([2-7][0-9a-f])/gi, (coded, hex: string) => {
    const letter = String.fromCharCode(Number.parseInt(hex, 16))
    return /[\w.~-]/.test(letter) ? letter : coded.toUpperCase()
  })
  const path = plain.replaceAll(/\/{2,}/g, '/')
  return START_PAGE.test(path) ? '' : path.endsWith('/') ? path.slice(0, -1) : path
}

/** REV-12, REV-19: the domain somebody registered, as punycode; an address by number stands for itself. Null: no usable address. */
export function formDomain(url: string | null): string | null {
  const parts = partsOf(url)
  return parts === null ? null : (ownName(parts.host) ?? parts.host)
}
