import { parse } from 'tldts'

interface Registered {
  readonly domain: string
  readonly suffix: string
  /** A public suffix that a company keeps: `github.io`. */
  readonly shared: boolean
}

/** RFC 2606: nobody's on the internet, and everybody's in demos and rehearsals. */
const RESERVED = /^(.+)\.(example|test)$/
/** What stands before a reserved ending is taken for a suffix only where companies of every country have one. */
const ENDINGS = /(?:^|\.)(?:[a-z]{2}|com|net|org)$/

/** What somebody registered of a host in punycode, by the public suffix list. Null: nothing that can be registered: numbers, `localhost`, a bare suffix. */
export function registeredOf(host: string): Registered | null {
  const [, before, ending] = RESERVED.exec(host) ?? []
  if (before !== undefined && ending !== undefined) return reserved(before, ending)
  const { domain, publicSuffix: suffix, isIcann, isPrivate, isIp } = parse(host, { allowPrivateDomains: true })
  if (isIp === true || domain === null || suffix === null || !(isIcann === true || isPrivate === true)) return null
  return { domain, suffix, shared: isPrivate === true }
}

/** `shop.co.uk.example` as `shop.co.uk`; `news.shop.example` as `news.shop.com`. */
function reserved(before: string, ending: string): Registered {
  const inner = registeredOf(before)
  if (inner !== null && ENDINGS.test(inner.suffix))
    return { domain: `${inner.domain}.${ending}`, suffix: `${inner.suffix}.${ending}`, shared: inner.shared }
  return { domain: `${before.slice(before.lastIndexOf('.') + 1)}.${ending}`, suffix: ending, shared: false }
}
