import { CASE_CAUSES, CASE_TABS, type CaseTab } from '@contract/limits'
import type { Query } from '@/app/routes/route'
import { GROUPINGS, type CaseFilter, type Grouping } from './use-case-groups'

const oneOf = <T extends string>(values: readonly T[], value: string | undefined, fallback: T): T => values.find((one) => one === value) ?? fallback

/** The narrowing as the address carries it. */
export function caseFilterOf(query: Query): CaseFilter {
  const day = Number(query['day'])
  return {
    tab: oneOf<CaseTab>(CASE_TABS, query['tab'], 'open'),
    group: oneOf<Grouping>(GROUPINGS, query['group'], 'day'),
    search: query['search'] ?? '',
    cause: CASE_CAUSES.find((cause) => cause === query['cause']) ?? null,
    day: day >= 1 && day <= 4 ? day : null,
    sort: oneOf(['next', 'over', 'opened'] as const, query['sort'], 'next'),
    descending: query['descending'] === '1',
  }
}
