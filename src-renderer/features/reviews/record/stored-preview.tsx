import { IconBan, IconMail } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EVIDENCE, type EvidencePart, type SubmissionCheck } from '@contract/reviews'
import { useSession } from '@/app/session/session'
import { useFormat } from '@/kit/format/use-format'
import { Banner } from '@/kit/panel'
import { FIELDS_OF, type Draft, type Field } from './draft'
import type { RecordDialogProps } from './record-dialogs'
import classes from './record.module.css'

interface StoredPreviewProps {
  draft: Draft
  row: RecordDialogProps['row']
  check: SubmissionCheck | null
}

/** What will be stored, word for word, and who gets a copy (REV-08). */
export function StoredPreview({ draft, row, check }: StoredPreviewProps) {
  const { t } = useTranslation('record')
  const format = useFormat()
  const { name } = useSession()
  const parts: readonly EvidencePart[] = draft.method === null ? [] : EVIDENCE[draft.method]
  const lines = parts.flatMap((part) =>
    FIELDS_OF[part].map((field) => {
      if (field === 'doubleOptIn') return { field, text: draft.doubleOptIn === null ? null : t(draft.doubleOptIn ? 'optIn.yes' : 'optIn.no') }
      const value = draft[field]
      const isDay = field === 'collectedFrom' || field === 'collectedTo' || field === 'eventDate'
      return { field, text: value === null || value.trim() === '' ? null : isDay ? format.date(value) : value }
    }),
  )
  const contact = (['contactName', 'contactEmail', 'contactPhone'] as const satisfies readonly Field[]).map((field) => ({
    field,
    text: draft[field] || null,
  }))
  return (
    <section className={classes.preview} aria-label={t('preview.title')}>
      <h3 className={classes.previewHead}>
        {t('preview.title')}
        {check === null ? null : <span>{t('preview.completeness', { number: format.number(check.completeness) })}</span>}
      </h3>
      <div className={classes.previewBody} tabIndex={0} role="group" aria-label={t('preview.title')}>
        <dl className={classes.stored}>
          <Line label={t('source')} text={draft.source.trim() || null} />
          <Line label={t('preview.recordedBy')} text={name} />
          <Line label={t('preview.confirmed')} text={t(draft.policyConfirmed ? 'optIn.yes' : 'optIn.no')} />
          <Line label={t('method')} text={draft.method === null ? null : t(`methodName.${draft.method}`)} />
          {[...lines, ...contact].map(({ field, text }) => (
            <Line key={field} label={t(`field.${field}`)} text={text} />
          ))}
        </dl>
      </div>
      <div className={classes.notes}>
        <Banner icon={IconMail}>{t('verbatim', { company: row.company, language: t(`reviews:language.${row.language}`) })}</Banner>
        <Banner icon={IconBan}>{t('barred')}</Banner>
      </div>
    </section>
  )
}

function Line({ label, text }: { label: string; text: string | null }) {
  const { t } = useTranslation('record')
  return (
    <>
      <dt>{label}</dt>
      <dd data-none={text === null || undefined}>{text ?? t('preview.none')}</dd>
    </>
  )
}
