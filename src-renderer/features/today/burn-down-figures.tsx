import { IconAlertTriangle, IconClock, IconClockExclamation, IconClockPause, type Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BurnDown } from '@contract/reviews'
import { go } from '@/app/routes/use-route'
import { useFormat } from '@/kit/format/use-format'
import type { Tone } from '@/kit/states'
import classes from './today.module.css'

interface Figure {
  id: string
  icon: Icon
  value: number
  tone: Tone
  note: string
  narrowed: Readonly<Record<string, string>>
}

/** What is overdue, due soon, due today, and waits for customers; each opens those reviews. */
export function BurnDownFigures({ burnDown }: { burnDown: BurnDown }) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const { overdue, overdueSince, dueWithinHour, dueToday, stopped, points, now, zone } = burnDown
  const closing = points.at(-1)?.at
  const figures: Figure[] = [
    {
      id: 'overdue',
      icon: IconAlertTriangle,
      value: overdue,
      tone: overdue > 0 ? 'bad' : 'plain',
      note: overdueSince === null ? '' : t('burnDown.since', { since: format.when(overdueSince, now.at, zone) }),
      narrowed: { overdue: '1' },
    },
    { id: 'withinHour', icon: IconClockExclamation, value: dueWithinHour, tone: dueWithinHour > 0 ? 'warn' : 'plain', note: '', narrowed: {} },
    {
      id: 'dueToday',
      icon: IconClock,
      value: dueToday,
      tone: 'plain',
      note: closing === undefined ? '' : t('burnDown.by', { time: format.time(closing, zone) }),
      narrowed: {},
    },
    { id: 'stopped', icon: IconClockPause, value: stopped, tone: 'plain', note: t('burnDown.forCustomers'), narrowed: { tab: 'query' } },
  ]
  return (
    <ul className={classes.figures}>
      {figures.map(({ id, icon: FigureIcon, value, tone, note, narrowed }) => (
        <li key={id}>
          <button type="button" className={classes.figureRow} data-tone={tone} onClick={() => go({ screen: 'reviews', query: narrowed })}>
            <strong>{format.number(value)}</strong>
            <span className={classes.figureWord}>
              <FigureIcon size={15} stroke={1.7} aria-hidden />
              {t(`burnDown.figure.${id}`)}
            </span>
            <span className={classes.figureNote}>{note}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
