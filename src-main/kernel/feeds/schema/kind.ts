import type { FeedKind } from '@contract/feeds'
import { country, currency, zones } from './known'
import { date, email, flag, id, instant, limits, oneOf, resource, text, typedUrl, url, whole, type ReadCell } from './value'

export interface Column {
  readonly name: string
  readonly required: boolean
  readonly read: ReadCell
}

/** What one kind of feed consists of. `at.company` is the place of a column in a row's values. */
export interface Schema<Name extends string = string> {
  readonly kind: FeedKind
  readonly columns: readonly Column[]
  readonly at: Readonly<Record<Name, number>>
  /** Places of the columns that together tell rows apart; one file may hold each key once. */
  readonly key: readonly number[]
}

export interface Declared {
  readonly read: ReadCell
  readonly required: boolean
}

const optional = (read: ReadCell): Declared => ({ read, required: false })

/** Column types. Each is optional until `required` says otherwise. */
export const type = {
  id: optional(id()),
  /** A name, an address line. */
  line: optional(text(500)),
  /** What somebody wrote. */
  prose: optional(text(20_000)),
  whole: optional(whole),
  flag: optional(flag),
  date: optional(date),
  instant: optional(instant),
  country: optional(country),
  currency: optional(currency),
  language: optional(oneOf(['sv', 'de', 'cs', 'nb', 'en'])),
  zone: optional(zones()),
  email: optional(email),
  url: optional(url),
  typedUrl: optional(typedUrl),
  resource: optional(resource),
  limits: optional(limits),
  oneOf: (values: string): Declared => optional(oneOf(values.split(' '))),
} as const

export const required = (declared: Declared): Declared => ({ ...declared, required: true })

/** Declares a kind. Every kind carries `observed_at`; one with an id of its own (`removable`) also `removed_at`. */
export function schema<const Columns extends Record<string, Declared>>(
  kind: FeedKind,
  key: readonly (keyof Columns & string)[],
  columns: Columns,
): Schema<(keyof Columns & string) | 'observed_at'> {
  const all: Record<string, Declared> = 'observed_at' in columns ? columns : { ...columns, observed_at: type.instant }
  const names = Object.keys(all)
  const place = (name: string): number => names.indexOf(name)
  return {
    kind,
    columns: names.map((name) => ({ name, ...all[name]! })),
    at: Object.fromEntries(names.map((name) => [name, place(name)])) as Record<(keyof Columns & string) | 'observed_at', number>,
    key: key.map(place),
  }
}
