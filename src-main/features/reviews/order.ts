import type { REVIEW_SORTS } from '@contract/reviews'
import { Refusal } from '@kernel/refusal'

export interface ReviewOrder {
  readonly sort: (typeof REVIEW_SORTS)[number]
  readonly descending: boolean
}

export type Key = string | number
/** What a row is sorted by, its id last. */
export type Place = readonly Key[]

/** REV-05: behind the due time the most complete comes first. `flipped`: stored the other way round. */
export const SORTS: Readonly<Record<ReviewOrder['sort'], { columns: readonly string[]; flipped?: true }>> = {
  due: { columns: ['due_key', 'incompleteness'] },
  submitted: { columns: ['submitted_at'] },
  completeness: { columns: ['incompleteness'], flipped: true },
  company: { columns: ['company_key'] },
  receivers: { columns: ['receivers'] },
}

/** As SQLite compares: numbers by size, text byte by byte. */
export function compare(a: Place, b: Place): number {
  for (const [n, key] of a.entries()) {
    const other = b[n]!
    if (key === other) continue
    return typeof key === 'number' ? key - Number(other) : Buffer.compare(Buffer.from(key), Buffer.from(String(other)))
  }
  return 0
}

/** @throws Refusal `cursor_malformed` */
export function readCursor(cursor: string, { sort }: ReviewOrder): Place {
  try {
    const place = JSON.parse(cursor) as unknown
    const types = [...SORTS[sort].columns.map((column) => (column === 'company_key' ? 'string' : 'number')), 'string']
    if (Array.isArray(place) && place.length === types.length && place.every((key, n) => typeof key === types[n])) return place as Place
  } catch {
    // Falls through to the refusal.
  }
  throw new Refusal('cursor_malformed', {}, 'invalid')
}
