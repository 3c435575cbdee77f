import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeskCommand } from '@/app/bridge/commands'
import { announce } from '@/kit/live-region'
import type { Decided } from './use-decide'

export interface Held {
  /** Given in this screen and still to be undone, the latest last. */
  decisions: readonly Decided[]
  push: (decided: Decided) => void
  undo: () => void
  /** It has taken effect, or was overtaken. */
  over: (decisionId: string) => void
}

/** REV-13: what was just decided, one after the other to be undone while the window lasts. */
export function useHeld(onUndone: (reviewId: string) => void): Held {
  const { t } = useTranslation('reviews')
  const [decisions, setDecisions] = useState<readonly Decided[]>([])
  const over = useCallback((decisionId: string) => setDecisions((before) => before.filter((one) => one.decisionId !== decisionId)), [])
  const push = useCallback((decided: Decided) => setDecisions((before) => [...before, decided]), [])
  const undone = useRef<Decided | null>(null)
  const { run } = useDeskCommand('reviews.undo', {
    onDone: () => {
      const review = undone.current?.review
      if (review === undefined) return
      announce(t('undo.done', { group: review.groupName }))
      onUndone(review.id)
    },
  })
  const latest = decisions.at(-1)
  const undo = useCallback(() => {
    if (latest === undefined) return
    undone.current = latest
    over(latest.decisionId)
    void run({ decisionId: latest.decisionId })
  }, [latest, over, run])
  return { decisions, push, undo, over }
}
