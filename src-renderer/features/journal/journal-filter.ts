import type { Query } from '@/app/routes/route'

export interface JournalFilter {
  kind: string | null
  actor: string | null
  rule: string | null
  account: string | null
  /** `YYYY-MM-DD`, both included. */
  from: string | null
  to: string | null
}

export const FILTER_NAMES = ['kind', 'actor', 'rule', 'account', 'from', 'to'] as const
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

const date = (text: string | undefined): string | null => (text !== undefined && ISO_DATE.test(text) ? text : null)

/** The narrowing as the address carries it. */
export function filterOf(query: Query): JournalFilter {
  return {
    kind: query['kind'] ?? null,
    actor: query['actor'] ?? null,
    rule: query['rule'] ?? null,
    account: query['account'] ?? null,
    from: date(query['from']),
    to: date(query['to']),
  }
}

export const isNarrowed = (filter: JournalFilter): boolean => FILTER_NAMES.some((name) => filter[name] !== null)
