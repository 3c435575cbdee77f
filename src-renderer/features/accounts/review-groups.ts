import type { ReviewRow } from '@contract/reviews'
import type { Query } from '@/app/routes/route'

/** A group as its latest review shows it, with the ones before. */
export interface ReviewedGroup {
  current: ReviewRow
  earlier: readonly ReviewRow[]
}

const OPEN: ReadonlySet<ReviewRow['state']> = new Set(['unsubmitted', 'pending', 'query'])

/** The account's reviews, latest first, by group. The open one is the current one: ids follow the clock, and clocks are set back. */
export function byGroup(rows: readonly ReviewRow[]): ReviewedGroup[] {
  const groups = new Map<string, ReviewRow[]>()
  for (const row of rows) {
    const own = groups.get(row.groupId)
    if (own === undefined) groups.set(row.groupId, [row])
    else own.push(row)
  }
  return [...groups.values()].map((own) => {
    const current = own.find(({ state }) => OPEN.has(state)) ?? own[0]!
    return { current, earlier: own.filter((row) => row !== current) }
  })
}

/** The list of the reviews screen in which a review stands. */
export function reviewPlace({ id, state }: Pick<ReviewRow, 'id' | 'state'>): Query {
  if (state === 'pending') return { id }
  return { tab: state === 'query' || state === 'unsubmitted' ? state : 'decided', id }
}
