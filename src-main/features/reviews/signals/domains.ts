import { domainToASCII, domainToUnicode } from 'node:url'
import { confusablesMap } from 'confusables'
import { fold } from '@kernel/search/index'
import { remembering } from '../remembered'
import { hostedName } from './known-domains'
import { registeredOf } from './registered'

export interface Domain {
  /** Lower case, punycode, without `www.` and the root's dot. */
  readonly host: string
  /** What somebody registered: `example.co.uk`, `somebody.github.io`. */
  readonly registrable: string
  /** The registrable domain without its public suffix, international letters as such. */
  readonly name: string
  readonly suffix: string
  /** A subdomain at a host of many: github.io, blogspot. */
  readonly hosted: boolean
}

/** No domain is longer; what surrounds it in an address may be. */
const LONGEST_TEXT = 2_100
const LONGEST_HOST = 253
/** A hostile feed can't grow what is remembered any further. */
const REMEMBERED = 20_000
const LABELS = /^(?!-)[a-z0-9_-]{1,63}$/

/**
 * The domain in what a customer typed: a domain, an e-mail address or an address on the web, in any spelling. Null: there is none, or none
 * that is registered somewhere: numbers, `localhost`, a bare public suffix.
 */
export function domainOf(text: string | null): Domain | null {
  if (text === null || text.length > LONGEST_TEXT) return null
  const bare = text
    .replaceAll(/[\p{Cf}\p{Cc}]/gu, '')
    .trim()
    .replace(/^[a-z][a-z0-9+.-]{0,30}:\/\//i, '')
    .split(/[/?#\\]/, 1)[0]!
  const host = bare.slice(bare.lastIndexOf('@') + 1).replace(/:\d{0,5}$/, '')
  if (host === '' || host.length > LONGEST_HOST || host.includes('%')) return null
  return registered(domainToASCII(host).replace(/\.$/, ''))
}

/** Every signal asks for the same few hosts. */
const registered = remembering(REMEMBERED, judged)

function judged(ascii: string): Domain | null {
  if (ascii === '' || ascii.length > LONGEST_HOST || !ascii.split('.').every((label) => LABELS.test(label))) return null
  const host = ascii.replace(/^www\.(?=.+\.)/, '')
  const known = registeredOf(host)
  if (known === null) return null
  const hosted = hostedName(host)
  const registrable = hosted ?? known.domain
  const suffix = hosted === null ? known.suffix : registrable.slice(registrable.indexOf('.') + 1)
  const name = domainToUnicode(registrable.slice(0, -suffix.length - 1))
  return name === '' ? null : { host, registrable, name, suffix, hosted: hosted !== null || known.shared }
}

/** For the eye: international letters as such and, since they can deceive it, as punycode too. */
export function shown({ registrable, name, suffix }: Domain): string {
  const readable = `${name}.${domainToUnicode(suffix) || suffix}`
  return readable === registrable ? registrable : `${readable} (${registrable})`
}

/**
 * How near two domains are: the `same`; a `variant` in spelling (müller, mueller; a hyphen); a `sibling` under another suffix; a `lookalike`
 * for the eye (Cyrillic а, rn for m, 0 for o); `near`, one letter off; or `other`.
 */
export type Relation = 'same' | 'variant' | 'sibling' | 'lookalike' | 'near' | 'other'

const NEAREST_FIRST: readonly Relation[] = ['same', 'variant', 'sibling', 'lookalike', 'near', 'other']
/** In shorter names one letter makes another name. */
const SHORTEST_NEAR = 6

export function relation(a: Domain, b: Domain): Relation {
  if (a.registrable === b.registrable) return 'same'
  const suffix = a.suffix === b.suffix
  if (isVariant(a.name, b.name)) return suffix ? 'variant' : 'sibling'
  if (spellingsOf(a.name).skeleton === spellingsOf(b.name).skeleton) return 'lookalike'
  return suffix && Math.min(a.name.length, b.name.length) >= SHORTEST_NEAR && isOneEdit(a.name, b.name) ? 'near' : 'other'
}

/** The nearest relation to any of some domains, and to which; null: there are none. */
export function nearest(domain: Domain, others: readonly Domain[]): { readonly relation: Relation; readonly to: Domain } | null {
  let best: { relation: Relation; to: Domain } | null = null
  for (const to of others) {
    const found = relation(domain, to)
    if (best === null || NEAREST_FIRST.indexOf(found) < NEAREST_FIRST.indexOf(best.relation)) best = { relation: found, to }
  }
  return best
}

/** Letters of the languages of our customers: their marks are left out in plain spelling, and deceive nobody. */
const OUR_LETTERS = /^[a-z0-9_åäöüßéèæøáíóúýčďěňřšťůž-]+$/

/** A name in the spellings it is compared by. */
interface Spellings {
  readonly ours: boolean
  readonly plain: string
  readonly written: string
  readonly skeleton: string
}

/** A feed compares each name with a score of others: worked out once. */
const spellingsOf = remembering<Spellings>(REMEMBERED, (name) => ({
  ours: OUR_LETTERS.test(name),
  plain: plain(name),
  written: written(name),
  skeleton: skeleton(name),
}))

function isVariant(a: string, b: string): boolean {
  const [left, right] = [spellingsOf(a), spellingsOf(b)]
  if (!left.ours || !right.ours) return a === b
  return left.plain === right.plain || left.written === right.written
}

const plain = (name: string): string => fold(name).replaceAll('-', '')
const written = (name: string): string =>
  plain(name.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('å', 'aa').replaceAll('ø', 'oe'))

/** What the eye sees: letters of other scripts as the ones they resemble, then the pairs that resemble one letter. */
function skeleton(name: string): string {
  const letters = [...name].map((letter) => (letter < '\x80' ? letter : (confusablesMap.get(letter) ?? letter))).join('')
  return fold(letters)
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd')
    .replaceAll(/[1i|]/g, 'l')
    .replaceAll('0', 'o')
    .replaceAll('5', 's')
}

/** One letter more, less, another, or two neighbours swapped. Linear. */
function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  return Math.max(left.length, right.length) === 1 || (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0])
}
