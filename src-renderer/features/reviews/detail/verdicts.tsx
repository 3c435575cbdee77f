import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { VerdictView } from '@contract/reviews'
import { useFormat } from '@/kit/format/use-format'
import { StatusBadge } from '@/kit/status-badge'
import classes from './detail.module.css'
import { Section } from './section'

/** REV-19: earlier verdicts on the same form, domain, source or account stand beside the case. */
export function Verdicts({ verdicts, onReview }: { verdicts: readonly VerdictView[]; onReview: (id: string) => void }) {
  const { t } = useTranslation('reviewDetail')
  const format = useFormat()
  return (
    <Section title={t('verdicts.title')} note={format.number(verdicts.length)}>
      {verdicts.length === 0 ? <p className={classes.quiet}>{t('verdicts.none')}</p> : null}
      <ul className={classes.verdicts}>
        {verdicts.map(({ reviewId, outcome, at, company, groupName, same, reasons }) => (
          <li key={reviewId}>
            <StatusBadge state={outcome === 'accept' ? 'accepted' : 'rejected'} />
            <div>
              <p className={classes.quiet}>
                {t('verdicts.same', { what: format.list(same.map((kind) => t(`same.${kind}`))) })} {format.date(format.isoDate(at))}
              </p>
              <Anchor component="button" type="button" onClick={() => onReview(reviewId)}>
                {t('verdicts.of', { company, group: groupName })}
              </Anchor>
              {reasons.length === 0 ? null : <p className={classes.quiet}>{reasons.join(' · ')}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
