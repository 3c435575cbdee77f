import { IconFlag } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewRow } from '@contract/reviews'
import { useFormat } from '@/kit/format/use-format'
import { initials } from '@/kit/initials'
import { StatusBadge } from '@/kit/status-badge'
import classes from './queue.module.css'
import { markOf } from './review-marks'
import { SlaCountdown } from './sla-countdown'

interface QueueRowProps {
  row: ReviewRow
  /** The workspace clock, ms UTC. */
  now: number
}

/** One review in the queue: whose, what, how long, how complete, what speaks against it, who has it. */
export const QueueRow = memo(function QueueRow({ row, now }: QueueRowProps) {
  const { t } = useTranslation('reviews')
  const mark = markOf(row)
  const everything = useEverything(row, now)
  const method = row.method === null ? null : t(`method.${row.method}`)
  return (
    <div className={classes.row}>
      <div className={classes.words} onPointerEnter={(event) => void (event.currentTarget.title = everything())}>
        <div className={classes.company}>
          {row.changed ? <span className={classes.dot} role="img" aria-label={t('row.changed')} /> : null}
          <span className={classes.name}>{row.company}</span>
          <span className={classes.language}>{row.language}</span>
        </div>
        <div className={classes.group}>
          {mark === null ? null : <StatusBadge state={mark} />}
          <span className={classes.cut}>
            {method === null || mark !== null ? row.groupName : t('row.groupMethod', { group: row.groupName, method })}
          </span>
        </div>
      </div>
      <More row={row} now={now} />
      <div className={classes.numbers}>
        <div className={classes.due}>
          <When row={row} now={now} />
        </div>
        <div className={classes.measures}>
          <span className={classes.complete} title={t('row.completeness', { number: row.completeness })}>
            <span className={classes.track} aria-hidden>
              <span style={{ width: `${row.completeness}%` }} />
            </span>
            {row.completeness}
          </span>
          <Signals row={row} />
          <Claim row={row} />
        </div>
      </div>
    </div>
  )
})

/** Open ones: the clock. Decided a moment ago: that its message waits. Others: when they were decided or last changed. */
function When({ row, now }: QueueRowProps) {
  const format = useFormat()
  if (row.held !== null) return <StatusBadge state="messageHeld" />
  if (row.sla.stopped || row.sla.dueAt !== null) return <SlaCountdown sla={row.sla} now={now} />
  return <span className={classes.sla}>{format.when(row.decidedAt ?? row.changedAt, now)}</span>
}

/** REV-12: how many speak against it, the heaviest by name; never a sum. */
function Signals({ row: { signals } }: { row: ReviewRow }) {
  const { t } = useTranslation(['reviews', 'signals'])
  if (signals.against === 0) return <span className={classes.signals} />
  const worst = signals.worst === null ? '' : t(`signals:${signals.worst}.title`)
  const label = t('reviews:row.signals', { count: signals.against, worst })
  return (
    <span className={classes.signals} title={label}>
      <IconFlag size={13} stroke={1.7} role="img" aria-label={label} />
      {signals.against}
    </span>
  )
}

function Claim({ row: { claim } }: { row: ReviewRow }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  if (claim === null) return <span className={classes.by} />
  const label = t(claim.mine ? 'claim.mine' : 'claim.other', { name: claim.name, until: format.time(claim.until) })
  return (
    <span className={classes.by} data-claimed data-mine={claim.mine || undefined} role="img" aria-label={label} title={label}>
      {initials(claim.name)}
    </span>
  )
}

/** In a wide list only. */
function More({ row, now }: QueueRowProps) {
  const { t } = useTranslation(['reviews', 'signals'])
  const format = useFormat()
  return (
    <div className={classes.more}>
      <div>
        <span className={classes.id}>{row.accountId}</span>
        <span>{t('reviews:row.receivers', { count: row.receivers, number: format.number(row.receivers) })}</span>
      </div>
      <div>
        <span>{row.submittedAt === null ? null : format.ago(row.submittedAt, now)}</span>
        <span className={classes.cut}>{row.signals.worst === null ? null : t(`signals:${row.signals.worst}.title`)}</span>
      </div>
    </div>
  )
}

/** What a narrow row has no room for. */
function useEverything(row: ReviewRow, now: number): () => string {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  return () => {
    const parts = [
      row.accountId,
      t(`language.${row.language}`),
      t('row.receivers', { count: row.receivers, number: format.number(row.receivers) }),
      row.method === null ? null : t(`method.${row.method}`),
      row.submittedAt === null ? null : t('row.submitted', { ago: format.ago(row.submittedAt, now) }),
      row.snoozedUntil === null ? null : t('row.snoozed', { until: format.when(row.snoozedUntil, now) }),
    ]
    return [row.company, row.groupName, parts.filter((part) => part !== null).join(' · ')].join('\n')
  }
}
