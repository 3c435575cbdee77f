import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewRow } from '@contract/reviews'
import { callDesk } from '@/app/bridge/call'
import { useDeskQuery } from '@/app/bridge/queries'
import { ErrorState, LoadingState } from '@/kit/state-views'
import { ReviewWork, type ReviewWorkProps } from './review-work'

interface ReviewPaneProps extends Omit<ReviewWorkProps, 'review' | 'place'> {
  id: string
  rows: readonly ReviewRow[]
  /** Counts own undoings: each begins a new look. */
  looks: number
}

/** The review that is looked at; its neighbours are fetched ahead, so that the next one is there when it is gone to. */
export function ReviewPane({ id, rows, looks, ...work }: ReviewPaneProps) {
  const { t } = useTranslation('reviews')
  const review = useDeskQuery('reviews.get', { id })
  const look = `${id} ${looks}`
  // A look doesn't begin with what is known to be out of date: it would say at once that it had changed.
  const [begun, setBegun] = useState<string | null>(null)
  const place = rows.findIndex((row) => row.id === id)
  const outdated = review.isFetching && (review.data?.version ?? 0) < (rows[place]?.version ?? 0)
  if (begun !== look && review.data !== undefined && !outdated) setBegun(look)
  useAhead([rows[place + 1]?.id, rows[place + 2]?.id, rows[place - 1]?.id])
  if (review.error !== null) return <ErrorState title={t('detail.error')} failure={review.error} onRetry={() => void review.refetch()} />
  if (review.data === undefined || begun !== look) return <LoadingState lines={6} />
  return <ReviewWork key={look} review={review.data} place={place < 0 ? null : place} {...work} />
}

/** A moment after the person stops: J held down fetches nothing it passes. */
const AHEAD_MS = 60

function useAhead(ids: readonly (string | undefined)[]): void {
  const client = useQueryClient()
  const key = ids.join(' ')
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const id of key.split(' ').filter((one) => one !== ''))
        void client.prefetchQuery({ queryKey: ['reviews.get', { id }], queryFn: () => callDesk('reviews.get', { id }) })
    }, AHEAD_MS)
    return () => clearTimeout(timer)
  }, [client, key])
}
