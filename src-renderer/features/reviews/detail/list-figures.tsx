import { useTranslation } from 'react-i18next'
import type { ReviewView } from '@contract/reviews'
import { useFormat } from '@/kit/format/use-format'
import classes from './detail.module.css'
import { Section } from './section'
import { useWholeOnScreen } from './whole-on-screen'

/** The list itself: its size, and the counts of its address sample; the addresses are nobody's to read (REV-17). */
export function ListFigures({ review, onSeen }: { review: ReviewView; onSeen: (part: string) => void }) {
  const { t } = useTranslation('reviewDetail')
  const format = useFormat()
  const { sample } = review
  const figures = useWholeOnScreen<HTMLDListElement>(sample === null ? null : () => onSeen('sample'))
  const note =
    sample === null
      ? t('list.noSample')
      : sample.erasedAt === null
        ? t('list.sample', { count: sample.count, number: format.number(sample.count) })
        : t('list.erased', { count: sample.count, number: format.number(sample.count), when: format.dateTime(sample.erasedAt) })
  const shares: [string, string][] =
    sample === null
      ? []
      : [
          [t('list.malformed'), format.permille(Math.round(sample.malformedShare * 1000), false)],
          [t('list.roles'), format.permille(Math.round(sample.roleShare * 1000), false)],
        ]
  const cells: [string, string][] = [
    [t('list.receivers'), format.number(review.receivers)],
    ...shares,
    [t('list.created'), format.date(format.isoDate(review.createdAt))],
    [t('list.source'), review.source ?? t('list.unknown')],
  ]
  return (
    <Section title={t('list.title')} note={note}>
      <dl className={classes.figures} ref={figures}>
        {cells.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
