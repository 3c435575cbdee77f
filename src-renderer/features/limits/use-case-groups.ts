import type { Input } from '@contract/index'
import { CASE_CAUSES, type CaseCause, type CaseRow, type CaseTab } from '@contract/limits'
import { useDeskPages, type Rows } from '@/app/bridge/queries'

export const GROUPINGS = ['day', 'cause', 'none'] as const
export type Grouping = (typeof GROUPINGS)[number]

export interface CaseFilter {
  tab: CaseTab
  group: Grouping
  search: string
  cause: CaseCause | null
  day: number | null
  sort: 'next' | 'over' | 'opened'
  descending: boolean
}

export type CaseGroup = { key: string; day: number | null; cause: CaseCause | null; rows: Rows<CaseRow> }

type ListInput = Omit<Input<'limits.list'>, 'cursor' | 'limit'>
const DAYS = [4, 3, 2, 1] as const

function usePart(filter: CaseFilter, index: 0 | 1 | 2 | 3): CaseGroup | null {
  const day = filter.group === 'day' ? DAYS[index] : filter.day
  const cause = filter.group === 'cause' ? CASE_CAUSES[index]! : filter.cause
  const asked =
    (filter.group === 'day' && (filter.day === null || filter.day === day)) ||
    (filter.group === 'cause' && (filter.cause === null || filter.cause === cause)) ||
    (filter.group === 'none' && index === 0)
  const input: ListInput = { tab: filter.tab, search: filter.search || null, cause, day, sort: filter.sort, descending: filter.descending }
  const rows = useDeskPages('limits.list', input, { enabled: asked })
  if (!asked) return null
  return { key: filter.group === 'none' ? 'all' : String(filter.group === 'day' ? day : cause), day, cause, rows }
}

/** The cases of one tab, each day or cause with its own pages; days from the last to the first, as they need a person. */
export function useCaseGroups(filter: CaseFilter): CaseGroup[] {
  const parts = [usePart(filter, 0), usePart(filter, 1), usePart(filter, 2), usePart(filter, 3)]
  const asked = parts.filter((part) => part !== null)
  const seen = new Set<string>()
  return asked.map((part) => ({ ...part, rows: withoutSeen(part.rows, seen) }))
}

/** A case that has just moved to another day stands in both groups until both are read anew; it is shown once. */
function withoutSeen(rows: Rows<CaseRow>, seen: Set<string>): Rows<CaseRow> {
  const fresh = rows.rows.filter(({ id }) => !seen.has(id))
  for (const { id } of fresh) seen.add(id)
  return fresh.length === rows.rows.length ? rows : { ...rows, rows: fresh }
}
