import { Button } from '@mantine/core'
import { IconLayoutSidebarRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Total } from '@contract/define'
import type { ReviewView } from '@contract/reviews'
import { go } from '@/app/routes/use-route'
import { Deadline } from '@/kit/deadline'
import { useFormat } from '@/kit/format/use-format'
import { KeyHint } from '@/kit/key-hint'
import { StatusBadge } from '@/kit/status-badge'
import classes from './reviews.module.css'
import { stateOf } from './review-marks'
import { SlaCountdown } from './sla-countdown'
import { slaTone, spanText } from './sla-words'

interface ReviewHeadProps {
  review: ReviewView
  /** Place in the loaded list, from 0; null: not in it. */
  place: number | null
  total: Total | undefined
  /** The workspace clock, ms UTC. */
  now: number
  /** Where the aside is a drawer: opens it. */
  onAside: (() => void) | null
}

/** What is reviewed, whose, in which state, and the clock as the sum it is (SCH-04). */
export function ReviewHead({ review, place, total, now, onAside }: ReviewHeadProps) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  return (
    <header className={classes.reviewHead}>
      <div className={classes.headLine}>
        <h2 className={classes.groupName} data-review-name>
          {review.groupName}
        </h2>
        <StatusBadge state={stateOf(review)} soft>
          <StateWord review={review} />
        </StatusBadge>
        {review.held === null ? null : <StatusBadge state="messageHeld" soft />}
        {review.scope === 'change' ? <StatusBadge state="grew" soft /> : null}
        {review.claim === null ? null : (
          <StatusBadge state="claimed" soft>
            {t(review.claim.mine ? 'claim.mine' : 'claim.other', { name: review.claim.name, until: format.time(review.claim.until) })}
          </StatusBadge>
        )}
        {review.snoozedUntil === null ? null : (
          <StatusBadge state="snoozed" soft>
            {t('row.snoozed', { until: format.when(review.snoozedUntil, now) })}
          </StatusBadge>
        )}
        {onAside === null ? null : (
          <Button size="compact-xs" leftSection={<IconLayoutSidebarRight size={13} stroke={1.7} aria-hidden />} onClick={onAside}>
            {t('detail.asideOpen')}
          </Button>
        )}
        {place === null || total === undefined ? null : (
          <span className={classes.place}>
            {t('detail.place', { place: format.number(place + 1), total: format.total(total) })}
            <KeyHint keys="j" />
            <KeyHint keys="k" />
          </span>
        )}
      </div>
      <div className={classes.accountLine}>
        <button type="button" className={classes.link} onClick={() => go({ screen: 'account', id: review.accountUuid })}>
          {review.company}
        </button>
        <span className={classes.mono}>{review.groupId}</span>
        <span className={classes.mono}>{review.accountId}</span>
        <span>{review.planName}</span>
        <span>{t('row.receivers', { count: review.receivers, number: format.number(review.receivers) })}</span>
        <span>{t(`language.${review.language}`)}</span>
      </div>
      <SlaLine review={review} now={now} />
    </header>
  )
}

function StateWord({ review }: { review: ReviewView }) {
  const { t } = useTranslation(['reviews', 'kit'])
  const word = t(`kit:state.${stateOf(review)}`)
  return <>{review.round > 1 ? t('reviews:detail.round', { state: word, round: review.round }) : word}</>
}

function SlaLine({ review, now }: { review: ReviewView; now: number }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  const { sla } = review
  if (sla.stopped)
    return (
      <div className={classes.slaLine}>
        {<SlaCountdown sla={sla} now={now} />}
        <small>{t('sla.stoppedWhy', { left: spanText(sla.remainingMs ?? 0) })}</small>
      </div>
    )
  if (sla.dueAt !== null) {
    return (
      <div className={classes.slaLine}>
        <SlaCountdown sla={sla} now={now} left={slaTone(sla, now) !== 'bad'} />
        {sla.why === null ? null : <Deadline why={sla.why} />}
      </div>
    )
  }
  const text =
    review.decidedAt !== null
      ? t(review.decidedBy === null ? 'detail.decided' : 'detail.decidedBy', { at: format.dateTime(review.decidedAt), name: review.decidedBy ?? '' })
      : t('detail.noClock')
  return <div className={classes.slaLine}>{<small>{text}</small>}</div>
}
