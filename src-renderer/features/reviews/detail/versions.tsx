import { Button, NativeSelect } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewView, SubmissionView } from '@contract/reviews'
import { useFormat } from '@/kit/format/use-format'
import classes from './detail.module.css'
import { fieldText } from './field-text'
import { COMPARED } from './fields'
import { Section } from './section'

interface ComparedRow {
  field: string
  before: string | null
  after: string | null
}

/** A table of what was and what is, one field a row. */
export function Differences({ rows, heads }: { rows: readonly ComparedRow[]; heads: readonly [string, string] }) {
  const { t } = useTranslation('reviewDetail')
  return (
    <table className={classes.compare}>
      <thead>
        <tr>
          <th scope="col">{t('versions.field')}</th>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{t(`field.${field}` as 'field.formUrl')}</th>
            <td>{before ?? <span className={classes.quiet}>{t('submission.notGiven')}</span>}</td>
            <td>{after ?? <span className={classes.quiet}>{t('submission.notGiven')}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** REV-07: what the customer changed since this reviewer last looked. */
export function ChangesSince({ review }: { review: ReviewView }) {
  const { t } = useTranslation('reviewDetail')
  const format = useFormat()
  if (review.changes.length === 0) return null
  const rows = review.changes.map(({ field, before, after }) => ({
    field,
    before: fieldText(field, before, format),
    after: fieldText(field, after, format),
  }))
  return (
    <Section title={t('changes.title')} note={format.number(rows.length)}>
      <Differences rows={rows} heads={[t('changes.before'), t('changes.after')]} />
    </Section>
  )
}

/** V: an earlier submission beside the newest, only where they differ. */
export function Versions({ review, onClose }: { review: ReviewView; onClose: () => void }) {
  const { t } = useTranslation('reviewDetail')
  const format = useFormat()
  const earlier = review.submissions.slice(0, -1)
  const [chosen, setChosen] = useState<string | null>(null)
  const newest = review.submissions.at(-1)
  const other = earlier.find(({ submissionId }) => submissionId === chosen) ?? earlier.at(-1)
  if (newest === undefined || other === undefined) return null
  const shown = (submission: SubmissionView, field: (typeof COMPARED)[number]): string | null => fieldText(field, submission[field], format)
  const rows = COMPARED.map((field) => ({ field, before: shown(other, field), after: shown(newest, field) })).filter(({ before, after }) => before !== after)
  return (
    <Section
      title={t('versions.title')}
      end={
        <>
          {earlier.length === 1 ? null : (
            <NativeSelect
              aria-label={t('versions.choose')}
              value={other.submissionId}
              data={earlier.map(({ submissionId, submittedAt }) => ({ value: submissionId, label: format.dateTime(submittedAt) }))}
              onChange={(event) => setChosen(event.currentTarget.value)}
            />
          )}
          <Button variant="subtle" leftSection={<IconX size={14} stroke={1.7} aria-hidden />} onClick={onClose}>
            {t('versions.close')}
          </Button>
        </>
      }
    >
      {rows.length === 0 ? (
        <p className={classes.quiet}>{t('versions.same')}</p>
      ) : (
        <Differences rows={rows} heads={[format.dateTime(other.submittedAt), format.dateTime(newest.submittedAt)]} />
      )}
    </Section>
  )
}
