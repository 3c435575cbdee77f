import { keepPreviousData, useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Page } from '@contract/define'
import type { Input, Output, QueryName } from '@contract/index'
import type { Progress } from '@contract/wire'
import { callDesk } from './call'
import { asFailure, type CallFailure } from './failure'

export interface DeskQueryOptions {
  enabled?: boolean
  /** Shows the last answer while the next one is on its way. */
  keepPrevious?: boolean
  refetchEveryMs?: number
  onProgress?: (progress: Progress) => void
}

/** Asks the desk, and asks again when it says that the answer changed. */
export function useDeskQuery<K extends QueryName>(op: K, input: Input<K>, options: DeskQueryOptions = {}): UseQueryResult<Output<K>, CallFailure> {
  const { enabled = true, keepPrevious = false, refetchEveryMs, onProgress } = options
  return useQuery<Output<K>, CallFailure>({
    queryKey: [op, input],
    queryFn: ({ signal }) => callDesk(op, input, { signal, ...(onProgress === undefined ? {} : { onProgress }) }),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData as never } : {}),
    ...(refetchEveryMs === undefined ? {} : { refetchInterval: refetchEveryMs, refetchIntervalInBackground: true }),
  })
}

type PagedName = { [K in QueryName]: Output<K> extends Page<unknown> ? K : never }[QueryName]
type RowOf<K extends PagedName> = Output<K> extends Page<infer Row> ? Row : never

/** Rows of a keyset-paged list, as far as they were scrolled to. */
export interface Rows<Row> {
  rows: readonly Row[]
  loading: boolean
  /** The rows of the filter before: those asked for are on their way. */
  previous?: boolean
  loadingMore: boolean
  hasMore: boolean
  loadMore: () => Promise<{ rows: readonly Row[]; hasMore: boolean }>
  failure: CallFailure | null
  reload: () => void
}

const NONE: readonly never[] = []

/** Pages through a list by its cursor; `input` is the filter and sort without cursor and limit. */
export function useDeskPages<K extends PagedName>(
  op: K,
  input: Omit<Input<K>, 'cursor' | 'limit'>,
  options: { enabled?: boolean; pageSize?: number } = {},
): Rows<RowOf<K>> {
  const { enabled = true, pageSize = 100 } = options
  const result = useInfiniteQuery({
    queryKey: [op, input, 'pages', pageSize],
    queryFn: async ({ pageParam, signal }) =>
      (await callDesk(op, { ...input, cursor: pageParam, limit: pageSize } as unknown as Input<K>, { signal })) as Page<RowOf<K>>,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.cursor,
    placeholderData: keepPreviousData,
    enabled,
  })
  const pages = result.data?.pages
  const rows = useMemo(() => (pages === undefined ? NONE : pages.flatMap((page) => page.rows)), [pages])
  const { fetchNextPage, refetch } = result
  const loadMore = useCallback(async () => {
    const next = await fetchNextPage({ cancelRefetch: false })
    return { rows: next.data?.pages.flatMap((page) => page.rows) ?? NONE, hasMore: next.hasNextPage }
  }, [fetchNextPage])
  const reload = useCallback(() => void refetch(), [refetch])
  const { error, isPending, isPlaceholderData: previous, isFetchingNextPage: loadingMore, hasNextPage: hasMore } = result
  return useMemo(
    () => ({
      rows,
      loading: isPending && enabled,
      previous,
      loadingMore,
      hasMore,
      loadMore,
      failure: error === null ? null : asFailure(error),
      reload,
    }),
    [rows, isPending, enabled, previous, loadingMore, hasMore, loadMore, error, reload],
  )
}
