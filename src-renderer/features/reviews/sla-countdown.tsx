import { IconAlertTriangle, IconClock, IconClockExclamation, IconClockPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SlaView } from '@contract/reviews'
import { useDeadlineText } from '@/kit/deadline'
import { useFormat } from '@/kit/format/use-format'
import classes from './queue.module.css'
import { countdown, isSpan, slaTone, spanText } from './sla-words'

const ICON = { plain: IconClock, warn: IconClockExclamation, bad: IconAlertTriangle, stopped: IconClockPause } as const

interface SlaCountdownProps {
  sla: SlaView
  /** The workspace clock, ms UTC. */
  now: number
  /** `1 h 47 left`, for a head; a time of another day stands alone. */
  left?: boolean
}

/** REV-06: time left, and on hover how the due time came about. */
export function SlaCountdown({ sla, now, left = false }: SlaCountdownProps) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  const deadline = useDeadlineText()
  const tone = slaTone(sla, now)
  if (tone === null) return null
  const SlaIcon = ICON[tone]
  const text = countdown(sla, now, format)
  // Worked out when somebody points at it: hundreds of rows pass by while scrolling.
  const why = (): string => (sla.stopped ? t('sla.stoppedWhy', { left: spanText(sla.remainingMs ?? 0) }) : sla.why === null ? '' : deadline(sla.why))
  return (
    <span className={classes.sla} data-tone={tone} onPointerEnter={(event) => void (event.currentTarget.title = why())}>
      <SlaIcon size={15} stroke={1.7} aria-hidden />
      {tone === 'bad' ? <span className={classes.spoken}>{t('sla.overdue')}</span> : null}
      {tone === 'stopped' ? t('sla.stopped') : left && isSpan(sla, now, format) ? t('sla.left', { text: text ?? '' }) : text}
    </span>
  )
}
