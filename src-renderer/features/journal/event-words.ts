import i18next from 'i18next'
import { codeInWords } from '@/app/bridge/sentences'
import type { Formatters } from '@/kit/format/formatters'

export interface BodyLine {
  name: string
  label: string
  text: string
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /(^at|^until|^since|^now|^due|^sent|^on|^tried|At|Until|Since)$/
/** Below, a number under such a name is no instant: 1973. */
const LEAST_INSTANT = 100_000_000_000

/** What happened, in words, with the warning's number where there is one; a kind that Reeve has never heard of shows itself. */
export function eventTitle(kind: string, body: Readonly<Record<string, unknown>> = {}): string {
  const numbered = `journal:numbered.${kind}`
  if (typeof body['n'] === 'number' && i18next.exists(numbered)) return i18next.t(numbered as never, { n: body['n'] }) as string
  return codeInWords('journal:kind', kind)
}

/** What it was about, beside the title: the message's name, the resource and its figure. */
export function eventSubject(body: Readonly<Record<string, unknown>>, format: Formatters): string | null {
  const { template, resource, used } = body
  if (typeof template === 'string') return codeInWords('messages:template', template)
  if (typeof resource === 'string') return `${codeInWords('limits:resource', resource)}${typeof used === 'number' ? ` ${format.number(used)}` : ''}`
  return null
}

/** A state before or after, a cause, a role: any token of the journal in words. */
export function tokenInWords(token: string): string {
  return codeInWords('journal:token', token)
}

export function actorInWords(actor: string, name: string): string {
  return actor === 'scheduler' || actor === 'feed' ? i18next.t(`journal:actor.${actor}`) : name
}

/** Counters that tell a person nothing. */
const SILENT: ReadonlySet<string> = new Set(['round', 'nth'])

interface Wording {
  names: ReadonlyMap<string, string>
  format: Formatters
  /** A detail is what a person wrote: shown as it is, however much it looks like a token. */
  verbatim: boolean
}

/** Fields that speak another feature's words. */
const FAMILY: Readonly<Record<string, string>> = {
  template: 'messages:template',
  problem: 'messages:problem',
  resource: 'limits:resource',
  notice: 'accounts:notice',
}
const ROLE_BITS = [
  [1, 'reviewer'],
  [2, 'support'],
  [4, 'admin'],
] as const

function amountsText(name: string, amounts: object, wording: Wording): string | null {
  const family = name === 'limits' ? 'limits:resource' : 'journal:field'
  const parts = Object.entries(amounts).flatMap(([key, one]) => {
    const text = one === 0 && name !== 'limits' ? null : valueText(key, one, wording)
    return text === null ? [] : [`${codeInWords(family, key)} ${text}`]
  })
  return parts.length === 0 ? null : parts.join(', ')
}

function valueText(name: string, value: unknown, wording: Wording): string | null {
  const { names, format, verbatim } = wording
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return i18next.t(value ? 'journal:yes' : 'journal:no')
  if (typeof value === 'number' && name === 'port') return String(value)
  if (typeof value === 'number' && name === 'roles')
    return format.list(ROLE_BITS.filter(([bit]) => (value & bit) !== 0).map(([, role]) => tokenInWords(role)))
  if (typeof value === 'number') return INSTANT.test(name) && value > LEAST_INSTANT ? format.dateTimeFull(value) : format.number(value)
  if (Array.isArray(value)) {
    const parts = value.map((one) => valueText(name, one, wording)).filter((part) => part !== null)
    return parts.length === 0 ? null : format.list(parts)
  }
  if (typeof value === 'object') return amountsText(name, value, wording)
  if (typeof value !== 'string') return null
  const text = value
  if (verbatim) return text
  const family = FAMILY[name]
  if (family !== undefined) return codeInWords(family, text)
  if (UUID.test(text)) return names.get(text) ?? null
  return ISO_DATE.test(text) ? format.date(text) : tokenInWords(text)
}

function linesOf(values: Readonly<Record<string, unknown>> | null, wording: Wording): BodyLine[] {
  if (values === null) return []
  return Object.entries(values).flatMap(([name, value]) => {
    const text = SILENT.has(name) ? null : valueText(name, value, wording)
    return text === null ? [] : [{ name, label: codeInWords('journal:field', name), text }]
  })
}

/** An entry's body as label and text; ids that name nothing a person knows are left out. `names` resolves plans. */
export function bodyLines(body: Readonly<Record<string, unknown>>, names: ReadonlyMap<string, string>, format: Formatters): BodyLine[] {
  return linesOf(body, { names, format, verbatim: false })
}

/** An entry's erasable detail as label and text, the texts verbatim. */
export function detailLines(detail: Readonly<Record<string, unknown>> | null, format: Formatters): BodyLine[] {
  return linesOf(detail, { names: new Map(), format, verbatim: true })
}

/** "being warned → enforced"; null when nothing changed or one side is missing. */
export function changeInWords(before: string | null, after: string | null): string | null {
  if (before === after) return null
  if (before === null || after === null) return null
  return `${tokenInWords(before)} → ${tokenInWords(after)}`
}
