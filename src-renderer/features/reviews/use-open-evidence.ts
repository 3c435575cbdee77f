import { useCallback } from 'react'
import type { ReviewView } from '@contract/reviews'
import { useDeskCommand } from '@/app/bridge/commands'
import { useMay } from '@/app/session/session'
import { openOutside } from '@/kit/open-outside'

/** REV-04: confirmed by the host, journaled by the desk, then opened in the external browser. Null: there is no address, or no right to. */
export function useOpenEvidence(review: ReviewView, tick: (part: string, on: boolean) => void): (() => void) | null {
  const may = useMay(['reviewer', 'admin'])
  const { run } = useDeskCommand('reviews.open_evidence')
  const newest = review.submissions.at(-1)
  const url = newest?.formOpens ?? null
  const submissionId = newest?.submissionId ?? ''
  const given = newest?.formUrl ?? null
  const open = useCallback(async () => {
    const journal = () => run({ id: review.id, submissionId })
    // The desk says why it opens nothing but https.
    if (url === null) await journal()
    else if (await openOutside(url, journal)) tick('form', true)
  }, [url, run, review.id, submissionId, tick])
  return given !== null && may ? () => void open() : null
}
