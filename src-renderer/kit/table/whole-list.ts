import type { UseQueryResult } from '@tanstack/react-query'
import type { Rows } from '@/app/bridge/queries'
import type { CallFailure } from '@/app/bridge/failure'

const NONE: readonly never[] = []

/** A list that comes in one answer, for a table that otherwise pages. */
export function wholeList<Row>(query: Pick<UseQueryResult<readonly Row[], CallFailure>, 'data' | 'error' | 'isPending' | 'refetch'>): Rows<Row> {
  const rows = query.data ?? NONE
  return {
    rows,
    loading: query.isPending,
    loadingMore: false,
    hasMore: false,
    loadMore: () => Promise.resolve({ rows, hasMore: false }),
    failure: query.error,
    reload: () => void query.refetch(),
  }
}
