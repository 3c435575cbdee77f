import { IconCircleDashed } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Banner } from '@/kit/panel'
import { useFormat } from '@/kit/format/use-format'
import classes from './detail.module.css'
import { Evidence } from './evidence'
import { ListFigures } from './list-figures'
import type { ReviewDetailProps } from './props'
import { Submission } from './submission'
import { Thread } from './thread'
import { ChangesSince, Versions } from './versions'

/** All that a reviewer decides on: what the customer submitted by step, the evidence, the list, what was said. */
export function ReviewDetail({ review, onEvidence, parts, ticked, onTick, seenEvidence, versionsOpen, onVersions }: ReviewDetailProps) {
  const { t } = useTranslation('reviewDetail')
  const format = useFormat()
  const submission = review.submissions.at(-1)
  const onSeen = (part: string): void => {
    if (parts.includes(part)) seenEvidence(part, true)
  }
  return (
    <div className={classes.detail}>
      <ChangesSince review={review} />
      {submission === undefined ? (
        <Banner icon={IconCircleDashed}>{t('submission.none')}</Banner>
      ) : (
        <>
          {review.missing.length === 0 ? null : (
            <Banner tone="warn" icon={IconCircleDashed}>
              {t('submission.incomplete', { parts: format.list(review.missing.map((part) => t(`missing.${part}` as 'missing.contact'))) })}
            </Banner>
          )}
          {versionsOpen ? <Versions review={review} onClose={() => onVersions(false)} /> : null}
          <Submission review={review} submission={submission} onEvidence={onEvidence} onSeen={onSeen} onVersions={() => onVersions(!versionsOpen)} />
          <Evidence review={review} parts={parts} ticked={ticked} onTick={onTick} />
        </>
      )}
      <ListFigures review={review} onSeen={onSeen} />
      <Thread review={review} />
    </div>
  )
}
