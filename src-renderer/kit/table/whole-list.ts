import type { UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Rows } from '@/app/bridge/queries'
import type { CallFailure } from '@/app/bridge/failure'

const NONE: readonly never[] = []
type Whole<Row> = Pick<UseQueryResult<readonly Row[], CallFailure>, 'data' | 'error' | 'isPending'> & { refetch: () => unknown }

/** A list that comes in one answer, for a table that otherwise pages. `compare` is a function that stays the same. */
export function useWholeList<Row>({ data, error, isPending, refetch }: Whole<Row>, compare?: (a: Row, b: Row) => number): Rows<Row> {
  return useMemo(() => {
    const rows = data === undefined ? NONE : compare === undefined ? data : [...data].sort(compare)
    return {
      rows,
      loading: isPending,
      loadingMore: false,
      hasMore: false,
      loadMore: () => Promise.resolve({ rows, hasMore: false }),
      failure: error,
      reload: () => void refetch(),
    }
  }, [data, error, isPending, refetch, compare])
}
