import { useMemo } from 'react'
import type { ReviewRow } from '@contract/reviews'
import { useDeskPages, type Rows } from '@/app/bridge/queries'
import type { Formatters } from '@/kit/format/formatters'
import { narrowingOf, type ReviewFilter } from './review-filter'
import { dueGroups } from './sla-words'

export interface QueuePart {
  /** `overdue`, `stopped`, `none`, or a date. */
  key: string
  rows: Rows<ReviewRow>
}

export interface Queue {
  all: Rows<ReviewRow>
  /** Null: the order isn't by due time, so that heads would tear it apart. */
  parts: QueuePart[] | null
}

const PARTED: ReadonlySet<string> = new Set(['queue', 'mine', 'snoozed'])

/** The rows of a filter, paged; by due time under heads: overdue, today, the days to come. */
export function useQueue(filter: ReviewFilter, now: number, format: Formatters): Queue {
  const all = useDeskPages('reviews.list', { ...narrowingOf(filter), sort: filter.sort, descending: filter.descending })
  const parted = PARTED.has(filter.tab) && filter.sort === 'due' && !filter.descending
  const parts = useMemo(() => (parted ? partsOf(all, now, format) : null), [all, parted, now, format])
  return useMemo(() => ({ all, parts }), [all, parts])
}

/** Neighbours with the same head together; only the last part goes on with further pages. */
export function partsOf(all: Rows<ReviewRow>, now: number, format: Formatters): QueuePart[] {
  const groupOf = dueGroups(now, format)
  const found: { key: string; rows: ReviewRow[] }[] = []
  for (const row of all.rows) {
    const key = groupOf(row.sla)
    const last = found.at(-1)
    if (last?.key === key) last.rows.push(row)
    else found.push({ key, rows: [row] })
  }
  if (found.length === 0) return [{ key: 'none', rows: all }]
  return found.map(({ key, rows }, index) => ({ key, rows: { ...all, rows, hasMore: all.hasMore && index === found.length - 1 } }))
}
