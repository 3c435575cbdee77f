import { LANGUAGES, type Language } from '@contract/constants'
import type { Input } from '@contract/index'
import { METHODS, REVIEW_SORTS, REVIEW_TABS, type Method } from '@contract/reviews'
import type { Query } from '@/app/routes/route'

export type ReviewTab = (typeof REVIEW_TABS)[number]
export type ReviewSort = (typeof REVIEW_SORTS)[number]

export interface ReviewFilter {
  tab: ReviewTab
  language: Language | null
  method: Method | null
  overdue: boolean
  flagged: boolean
  search: string
  sort: ReviewSort
  descending: boolean
}

/** The narrowing as the address carries it. */
export function reviewFilterOf(query: Query): ReviewFilter {
  return {
    tab: REVIEW_TABS.find((tab) => tab === query['tab']) ?? 'queue',
    language: LANGUAGES.find((language) => language === query['language']) ?? null,
    method: METHODS.find((method) => method === query['method']) ?? null,
    overdue: query['overdue'] === '1',
    flagged: query['flagged'] === '1',
    search: query['search'] ?? '',
    sort: REVIEW_SORTS.find((sort) => sort === query['sort']) ?? 'due',
    descending: query['descending'] === '1',
  }
}

export type Narrowing = Input<'reviews.total'>

/** What is asked of the desk, and what a saved view keeps. */
export function narrowingOf({ tab, language, method, overdue, flagged, search }: ReviewFilter): Narrowing {
  return { tab, language, method, overdue: overdue || null, flagged: flagged || null, search: search || null }
}

/** A saved view back in the address; what it doesn't narrow is taken out. */
export function addressOf(filter: Record<string, unknown>): Record<string, string | null> {
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
  const flag = (value: unknown): string | null => (value === true ? '1' : null)
  const tab = text(filter['tab'])
  return {
    tab: tab === 'queue' ? null : tab,
    language: text(filter['language']),
    method: text(filter['method']),
    overdue: flag(filter['overdue']),
    flagged: flag(filter['flagged']),
    search: text(filter['search']),
  }
}

/** How many of the menu's narrowings are on. */
export function narrowedBy({ language, method, overdue, flagged }: ReviewFilter): number {
  return [language !== null, method !== null, overdue, flagged].filter(Boolean).length
}
