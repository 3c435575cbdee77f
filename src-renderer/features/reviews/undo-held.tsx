import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeskQuery } from '@/app/bridge/queries'
import { clockNow, useClockStands } from '@/app/session/clock'
import { UndoBar } from '@/kit/undo-bar'
import type { Held } from './use-held'

/** REV-13: the latest decision that can be undone. Where the workspace's clock stands still nothing counts down. */
export function UndoHeld({ held, windowMs }: { held: Held; windowMs: number }) {
  const { t } = useTranslation('reviews')
  const stands = useClockStands()
  const latest = held.decisions.at(-1)
  const id = latest?.review.id ?? ''
  const { over } = held
  const now = useDeskQuery('reviews.get', { id }, { enabled: latest !== undefined }).data
  const overtaken = latest !== undefined && now !== undefined && now.version > latest.review.version && now.held?.decisionId !== latest.decisionId
  useEffect(() => {
    if (overtaken && latest !== undefined) over(latest.decisionId)
  }, [overtaken, latest, over])
  if (latest === undefined || overtaken) return null
  const { decisionId, effectiveAt, outcome, review } = latest
  const before = held.decisions.filter((one) => one !== latest && (stands || one.effectiveAt > clockNow())).length
  return (
    <UndoBar
      key={decisionId}
      until={stands ? null : Date.now() + effectiveAt - clockNow()}
      totalMs={windowMs}
      onUndo={held.undo}
      onOver={() => held.decisions.filter((one) => one.effectiveAt <= effectiveAt).forEach((one) => over(one.decisionId))}
    >
      {t(`undo.${outcome}`)} <strong>{review.groupName}</strong>
      <br />
      {before > 0 ? t('undo.more', { count: before }) : t(stands ? 'undo.heldStill' : 'undo.held')}
    </UndoBar>
  )
}
