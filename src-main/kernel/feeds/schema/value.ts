import type { Params } from '../taker'

/** Why a cell can't be taken; translated as `feedReason.<code>`. */
export class CellProblem {
  readonly code: string
  readonly params: Params

  constructor(code: string, params: Params = {}) {
    this.code = code
    this.params = params
  }
}

/** Reads the text of a cell that isn't empty. */
export type ReadCell = (text: string) => string | number | CellProblem

const problem = (code: string, params?: Params): CellProblem => new CellProblem(code, params)

const MALFORMED_DATE = problem('not_a_date')
const MALFORMED_INSTANT = problem('not_an_instant')
const NO_SUCH_DATE = problem('no_such_date')
const NOT_WHOLE = problem('not_whole')
const NEGATIVE = problem('negative')
const TOO_LARGE = problem('too_large', { max: Number.MAX_SAFE_INTEGER })
const NOT_BOOLEAN = problem('not_boolean')

/** Rejects more than `max` UTF-16 units. */
export function text(max: number): ReadCell {
  const tooLong = problem('too_long', { max })
  return (value) => (value.length > max ? tooLong : value)
}

const LINE_OR_CONTROL = /[\0-\x1f\x7f-\x9f\u2028\u2029]/

/** A platform's id: 1–128 characters, any but control characters. */
export function id(): ReadCell {
  const tooLong = problem('too_long', { max: 128 })
  const control = problem('control_character')
  return (value) => (value.length > 128 && [...value].length > 128 ? tooLong : LINE_OR_CONTROL.test(value) ? control : value)
}

/** Whole, not negative, exact. */
export function whole(value: string): number | CellProblem {
  const length = value.length
  let sum = 0
  for (let at = 0; at < length; at++) {
    const digit = value.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return /^-\d+$/.test(value) ? NEGATIVE : NOT_WHOLE
    sum = sum * 10 + digit
    if (sum > Number.MAX_SAFE_INTEGER) return TOO_LARGE
  }
  return sum
}

const BOOLEANS = new Map([
  ['true', 1],
  ['1', 1],
  ['yes', 1],
  ['false', 0],
  ['0', 0],
  ['no', 0],
])

/** 1 or 0. Spreadsheets write TRUE. */
export function flag(value: string): number | CellProblem {
  return BOOLEANS.get(value) ?? BOOLEANS.get(value.toLowerCase()) ?? NOT_BOOLEAN
}

export function oneOf(values: readonly string[]): ReadCell {
  const known = new Set(values)
  const unknown = problem('not_one_of', { allowed: values.join(' ') })
  return (value) => (known.has(value) ? value : unknown)
}

/** A resource's name is a word of the journal too: no free text. */
export function resource(value: string): string | CellProblem {
  return /^[a-z][a-z0-9_]{0,63}$/.test(value) ? value : problem('not_a_resource')
}

/** `contacts=2000|campaigns=5` as JSON in a stable order; a resource without a number is unlimited and left out. */
export function limits(value: string): string | CellProblem {
  const found = new Map<string, number | null>()
  for (const part of value.split('|')) {
    const item = part.trim()
    if (item === '') continue
    const equals = item.indexOf('=')
    const name = (equals < 0 ? item : item.slice(0, equals)).trim()
    const amount = equals < 0 ? '' : item.slice(equals + 1).trim()
    if (typeof resource(name) !== 'string') return problem('not_a_resource')
    if (found.has(name)) return problem('resource_twice', { resource: name })
    const number = amount === '' ? null : whole(amount)
    if (number instanceof CellProblem) return number
    found.set(name, number)
  }
  if (found.size === 0 || found.size > 64) return problem('not_limits')
  const limited = [...found].filter(([, amount]) => amount !== null).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(Object.fromEntries(limited))
}

/** Good enough to be written to: one @, a domain with a dot, nothing that could break out of a header. */
const EMAIL = /^[^\s@<>()[\]\\,;:"\0-\x1f\x7f]{1,64}@[^\s@<>()[\]\\,;:"'`|&/.\0-\x1f\x7f]+(?:\.[^\s@<>()[\]\\,;:"'`|&/.\0-\x1f\x7f]+)+$/

export function email(value: string): string | CellProblem {
  return value.length <= 254 && EMAIL.test(value) ? value : problem('not_an_email')
}

export const isEmail = (text: string): boolean => typeof email(text) === 'string'

export function url(value: string): string | CellProblem {
  if (value.length > 2048) return problem('too_long', { max: 2048 })
  try {
    return /^https?:$/.test(new URL(value).protocol) ? value : problem('not_a_url')
  } catch {
    return problem('not_a_url')
  }
}

const SCHEME = /^[a-z][a-z0-9+.-]{0,30}:(?!\d{1,5}(?:[/?#]|$))/i

/** A web address as people type it: `https://` may be left out (REV-04). Kept as it was typed. */
export function typedUrl(value: string): string | CellProblem {
  const read = url(SCHEME.test(value) ? value : `https://${value}`)
  return read instanceof CellProblem ? read : value
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/

function exists(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false
  return day <= (month === 2 && isLeap(year) ? 29 : DAYS[month - 1]!)
}

/** A date that is in the calendar. */
export function date(value: string): string | CellProblem {
  const parts = DATE.exec(value)
  if (parts === null) return MALFORMED_DATE
  return exists(Number(parts[1]), Number(parts[2]), Number(parts[3])) ? value : NO_SUCH_DATE
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:(Z)|([+-])(\d{2}):?(\d{2})?)$/

let lastDay = ''
let lastDayStart = 0

/** ISO 8601 with zone or Z, as ms UTC. */
export function instant(value: string): number | CellProblem {
  const parts = INSTANT.exec(value)
  if (parts === null) return MALFORMED_INSTANT
  const day = parts[1]!
  if (day !== lastDay) {
    const known = date(day)
    if (known instanceof CellProblem) return known
    lastDay = day
    lastDayStart = new Date(`${day}T00:00:00Z`).getTime()
  }
  const hour = Number(parts[2])
  const minute = Number(parts[3])
  const second = Number(parts[4] ?? 0)
  if (hour > 23 || minute > 59 || second > 59) return MALFORMED_INSTANT
  const fraction = parts[5] === undefined ? 0 : Math.floor(Number(`0.${parts[5]}`) * 1000)
  let at = lastDayStart + ((hour * 60 + minute) * 60 + second) * 1000 + fraction
  if (parts[6] === undefined) {
    const hours = Number(parts[8])
    const minutes = Number(parts[9] ?? 0)
    if (hours > 14 || minutes > 59) return MALFORMED_INSTANT
    at -= (parts[7] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000
  }
  return at
}
