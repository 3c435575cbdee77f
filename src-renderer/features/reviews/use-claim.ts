import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewView } from '@contract/reviews'
import { useDeskCommand } from '@/app/bridge/commands'
import { useFormat } from '@/kit/format/use-format'
import { announce } from '@/kit/live-region'

/** REV-14: a claim is renewed while its holder works, looked at once a minute. */
const RENEW_MS = 60_000

/** Claims and releases a review; a claim of one's own goes on while keys or the mouse are used. */
export function useClaim({ id, claim }: ReviewView, mine: boolean): { claim: () => void; release: () => void } {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  const client = useQueryClient()
  const take = useDeskCommand('reviews.claim', {
    failures: 'inline',
    onDone: ({ until }) => {
      if (!mine) announce(t('claim.mine', { until: format.time(until) }))
      client.setQueryData<ReviewView>(['reviews.get', { id }], (before) =>
        before?.claim?.mine === true ? { ...before, claim: { ...before.claim, until } } : before,
      )
    },
  })
  const giveUp = useDeskCommand('reviews.release', { onDone: () => announce(t('claim.released')) })
  const { run } = take
  const active = useRef(false)
  const held = mine && claim !== null
  useEffect(() => {
    if (!held) return
    const used = (): void => void (active.current = true)
    const timer = setInterval(() => {
      if (!active.current || !document.hasFocus()) return
      active.current = false
      void run({ id })
    }, RENEW_MS)
    window.addEventListener('keydown', used)
    window.addEventListener('pointermove', used, { passive: true })
    return () => {
      clearInterval(timer)
      window.removeEventListener('keydown', used)
      window.removeEventListener('pointermove', used)
    }
  }, [held, id, run])
  const claimNow = useCallback(() => void run({ id }), [run, id])
  const { run: end } = giveUp
  const release = useCallback(() => void end({ id }), [end, id])
  return { claim: claimNow, release }
}
