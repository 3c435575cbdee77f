import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ReviewView } from '@contract/reviews'
import { KeyHint } from '@/kit/key-hint'
import { useFormat } from '@/kit/format/use-format'
import classes from './detail.module.css'
import type { ReviewDetailProps } from './props'
import { Section } from './section'

type EvidenceProps = Pick<ReviewDetailProps, 'review' | 'parts' | 'ticked' | 'onTick'>

/** REV-08: what was looked at is recorded with the decision; ticked by itself once it was whole on screen, or by its number. */
export function Evidence({ review, parts, ticked, onTick }: EvidenceProps) {
  const { t } = useTranslation('reviewDetail')
  const format = useFormat()
  if (parts.length === 0) return null
  const checked = parts.filter((part) => ticked.has(part)).length
  return (
    <Section title={t('evidence.title')} note={t('evidence.checked', { checked: format.number(checked), all: format.number(parts.length) })}>
      <ul className={classes.checks}>
        {parts.map((part, nth) => (
          <li key={part}>
            <Checkbox
              id={`evidence-${part}`}
              checked={ticked.has(part)}
              onChange={(event) => onTick(part, event.currentTarget.checked)}
              label={t(`evidence.part.${part}` as 'evidence.part.form')}
            />
            <Remark part={part} review={review} />
            <span className={classes.end}>
              <KeyHint keys={String(nth + 1)} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Remark({ part, review: { sample } }: { part: string; review: ReviewView }) {
  const { t } = useTranslation('reviewDetail')
  const format = useFormat()
  if (part === 'form') return <span className={classes.quiet}>{t('evidence.form')}</span>
  if (part !== 'sample' || sample === null) return null
  return <span className={classes.quiet}>{t('evidence.sample', { count: sample.count, number: format.number(sample.count) })}</span>
}
