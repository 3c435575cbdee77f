import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewView } from '@contract/reviews'
import { bridge } from '@/app/bridge/bridge'
import { useDeskCommand } from '@/app/bridge/commands'
import { useMay } from '@/app/session/session'
import { tell } from '@/kit/tell'

/** REV-04: confirmed by the host, journaled by the desk, then opened in the external browser. Null: there is no address, or no right to. */
export function useOpenEvidence(review: ReviewView, tick: (part: string, on: boolean) => void): (() => void) | null {
  const { t } = useTranslation(['reviews', 'common'])
  const may = useMay(['reviewer', 'admin'])
  const { run } = useDeskCommand('reviews.open_evidence')
  const newest = review.submissions.at(-1)
  const url = newest?.formOpens ?? null
  const submissionId = newest?.submissionId ?? ''
  const given = newest?.formUrl ?? null
  const open = useCallback(async () => {
    if (given === null) return
    // The desk says why it opens nothing but https.
    if (url === null) return void run({ id: review.id, submissionId })
    const words = { question: t('reviews:external.question'), open: t('reviews:external.open'), cancel: t('common:cancel') }
    if (!(await bridge().host('host.confirm_external', { url, ...words }))) return
    const journaled = await run({ id: review.id, submissionId })
    if (journaled === null) return
    if (await bridge().host('host.open_external', { url: journaled.url })) tick('form', true)
    else tell({ tone: 'bad', text: t('reviews:external.failed') })
  }, [given, url, run, t, review.id, submissionId, tick])
  return given !== null && may ? () => void open() : null
}
