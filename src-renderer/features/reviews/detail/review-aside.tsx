import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ReviewView } from '@contract/reviews'
import { useDeskQuery } from '@/app/bridge/queries'
import { codeInWords } from '@/app/bridge/sentences'
import { go } from '@/app/routes/use-route'
import { useFormat } from '@/kit/format/use-format'
import { StatusBadge } from '@/kit/status-badge'
import { stateOf } from '../review-marks'
import classes from './detail.module.css'
import type { ReviewAsideProps } from './props'
import { Section } from './section'
import { Signals } from './signals'
import { Verdicts } from './verdicts'

/** Beside the case: signals, completeness, earlier verdicts, what the last decision was made on, the account. */
export function ReviewAside({ review, onReview }: ReviewAsideProps) {
  return (
    <div className={classes.aside}>
      <Signals signals={review.signalViews} />
      <Completeness review={review} />
      <Verdicts verdicts={review.verdicts} onReview={onReview} />
      <Frozen review={review} />
      <Account review={review} onReview={onReview} />
    </div>
  )
}

/** REV-05: the score and its parts. */
function Completeness({ review }: { review: ReviewView }) {
  const { t } = useTranslation('reviewDetail')
  const format = useFormat()
  if (review.completenessParts.length === 0) return null
  return (
    <Section
      title={t('completeness.title')}
      end={
        <>
          <strong>{format.number(review.completeness)}</strong> <span className={classes.quiet}>{t('completeness.of', { most: format.number(100) })}</span>
        </>
      }
    >
      <dl className={classes.scores}>
        {review.completenessParts.map(({ part, points, most }) => (
          <div key={part}>
            <dt>{t(`part.${part}` as 'part.link')}</dt>
            <dd data-full={points === most || undefined}>
              <strong>{format.number(points)}</strong> / {format.number(most)}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

/** REV-17: what was known when it was decided stays; this says where it differs from what is known now. */
function Frozen({ review: { frozen } }: { review: ReviewView }) {
  const { t } = useTranslation('reviewDetail')
  const format = useFormat()
  if (frozen === null) return null
  const differs = frozen.differences.map((word) => codeInWords('reviewDetail:field', word))
  return (
    <Section title={t('frozen.title')} note={format.dateTime(frozen.at)}>
      <p>
        {differs.length === 0 ? t('frozen.same') : t('frozen.differs', { fields: format.list(differs) })}{' '}
        <span className={classes.quiet}>{t('frozen.policy', { version: frozen.policyVersion })}</span>
      </p>
    </Section>
  )
}

const MOST_GROUPS = 6

function Account({ review, onReview }: ReviewAsideProps) {
  const { t } = useTranslation('reviewDetail')
  const others = useDeskQuery('reviews.of_account', { accountUuid: review.accountUuid, limit: MOST_GROUPS + 1 })
  const groups = (others.data?.rows ?? []).filter(({ id, groupId }) => id !== review.id && groupId !== review.groupId).slice(0, MOST_GROUPS)
  return (
    <Section
      title={t('account.title')}
      end={
        <Anchor component="button" type="button" onClick={() => go({ screen: 'account', id: review.accountUuid })}>
          {t('account.open')}
        </Anchor>
      }
    >
      <dl className={classes.facts}>
        <dt>{t('account.company')}</dt>
        <dd>
          {review.company} <span className={classes.mono}>{review.accountId}</span>
        </dd>
        <dt>{t('account.plan')}</dt>
        <dd>{review.planName}</dd>
        <dt>{t('account.domain')}</dt>
        <dd>{review.accountDomain ?? t('list.unknown')}</dd>
        <dt>{t('account.email')}</dt>
        <dd>{review.accountEmailDomain ?? t('list.unknown')}</dd>
      </dl>
      {groups.length === 0 ? null : (
        <ul className={classes.others} aria-label={t('account.groups')}>
          {groups.map((row) => (
            <li key={row.id}>
              <StatusBadge state={stateOf(row)} />
              <Anchor component="button" type="button" onClick={() => onReview(row.id)}>
                {row.groupName}
              </Anchor>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
