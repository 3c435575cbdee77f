import { IconCheck, IconPlayerPause } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './day-track.module.css'

/**
 * done: handed over. next: this comes next. planned: after that. failed: not handed over or bounced. paused: stands still.
 * open: waits behind a failed one. approval: an operator first. enforced: carried out.
 */
export type DayMark = 'done' | 'next' | 'planned' | 'failed' | 'paused' | 'open' | 'approval' | 'enforced'

const INSIDE: Partial<Record<DayMark, React.ReactNode>> = {
  done: <IconCheck size={11} stroke={3} />,
  enforced: <IconCheck size={11} stroke={3} />,
  failed: '!',
  paused: <IconPlayerPause size={10} stroke={2.4} />,
}

/** Days 1 to 3 as circles, the fourth as a square. */
export function DayTrack({ marks }: { marks: readonly [DayMark, DayMark, DayMark, DayMark] }) {
  const { t } = useTranslation('kit')
  const spoken = marks.map((mark, index) => t('day.spoken', { day: index + 1, mark: t(`day.${mark}`) })).join(', ')
  return (
    <span className={classes.track} role="img" aria-label={spoken}>
      {marks.map((mark, index) => (
        <Fragment key={index}>
          {index === 0 ? null : <span className={classes.link} data-done={marks[index - 1] === 'done' || undefined} />}
          <span className={classes.mark} data-mark={mark} data-square={index === 3 || undefined}>
            {INSIDE[mark] ?? index + 1}
          </span>
        </Fragment>
      ))}
    </span>
  )
}
