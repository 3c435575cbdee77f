import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewView } from '@contract/reviews'
import { bridge } from '@/app/bridge/bridge'
import { useDeskCommand } from '@/app/bridge/commands'
import { useMay } from '@/app/session/session'

const OTHER_SCHEME = /^(?!https:)[a-z][a-z0-9+.-]{0,30}:(?!\d{1,5}(?:[/?#]|$))/i

/** REV-04: confirmed by the host, journaled by the desk, then opened in the external browser. Null: there is no address, or no right to. */
export function useOpenEvidence(review: ReviewView, tick: (part: string, on: boolean) => void): (() => void) | null {
  const { t } = useTranslation(['reviews', 'common'])
  const may = useMay(['reviewer', 'admin'])
  const { run } = useDeskCommand('reviews.open_evidence')
  const newest = review.submissions.at(-1)
  const url = newest?.formUrl ?? null
  const submissionId = newest?.submissionId ?? ''
  const open = useCallback(async () => {
    if (url === null) return
    // The desk says why it opens nothing else.
    if (OTHER_SCHEME.test(url.trim())) return void run({ id: review.id, submissionId })
    const words = { question: t('reviews:external.question'), open: t('reviews:external.open'), cancel: t('common:cancel') }
    if (!(await bridge().host('host.confirm_external', { url, ...words }))) return
    const journaled = await run({ id: review.id, submissionId })
    if (journaled === null) return
    await bridge().host('host.open_external', { url: journaled.url })
    tick('form', true)
  }, [url, run, t, review.id, submissionId, tick])
  return url !== null && may ? () => void open() : null
}
