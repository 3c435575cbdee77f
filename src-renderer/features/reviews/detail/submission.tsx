import { Anchor } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconExternalLink } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewView, SubmissionView } from '@contract/reviews'
import { KeyHint } from '@/kit/key-hint'
import { useFormat } from '@/kit/format/use-format'
import { Contact } from './contact'
import { fieldText } from './field-text'
import { fieldsOf, type Field } from './fields'
import classes from './detail.module.css'
import { Section } from './section'
import { useWholeOnScreen } from './whole-on-screen'

interface SubmissionProps {
  review: ReviewView
  submission: SubmissionView
  onEvidence: () => void
  onSeen: (part: string) => void
  onVersions: () => void
}

/** REV-02, REV-03: the customer's three steps, with exactly the evidence the method asks for. */
export function Submission({ review, submission, onEvidence, onSeen, onVersions }: SubmissionProps) {
  const { t } = useTranslation('reviewDetail')
  const format = useFormat()
  const by = submission.recordedBy
  const when = format.dateTime(submission.submittedAt)
  return (
    <Section
      title={t('submission.title')}
      note={by === null ? t('submission.at', { when }) : t('submission.recorded', { when, by, source: submission.source ?? '' })}
      end={
        review.submissions.length > 1 ? (
          <Anchor component="button" type="button" onClick={onVersions}>
            {t('versions.open', { number: format.number(review.submissions.length) })} <KeyHint keys="v" />
          </Anchor>
        ) : undefined
      }
    >
      <dl className={classes.fields}>
        <Row label={t('step.policy')}>
          {submission.policyConfirmed ? (
            <span className={classes.given}>
              <IconCheck size={14} stroke={2} data-tone="ok" aria-hidden />
              {t('submission.confirmed')}
            </span>
          ) : (
            <Missing>{t('submission.notConfirmed')}</Missing>
          )}
        </Row>
        <Row label={t('step.acquired')}>{t(`method.${submission.method}`)}</Row>
        {fieldsOf(submission).map((field) => (
          <EvidenceRow
            key={field.name}
            field={field}
            submission={submission}
            needed={review.missing.includes(snakeCase(field.name))}
            onEvidence={onEvidence}
            onSeen={onSeen}
          />
        ))}
        <Row label={t('step.contact')}>{submission.hasContact ? <Contact id={review.id} /> : <Missing>{t('submission.noContact')}</Missing>}</Row>
      </dl>
    </Section>
  )
}

function Row({ label, children, rowRef }: { label: string; children: ReactNode; rowRef?: React.Ref<HTMLDivElement> }) {
  return (
    <div className={classes.field} ref={rowRef}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Missing({ children }: { children: ReactNode }) {
  return (
    <span className={classes.given} data-missing>
      <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
      {children}
    </span>
  )
}

/** `review.missing` names fields as the feeds do. */
const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Amber only where it keeps the submission from being complete. */
function NotGiven({ needed }: { needed: boolean }) {
  const { t } = useTranslation('reviewDetail')
  return needed ? <Missing>{t('submission.notGiven')}</Missing> : <span className={classes.quiet}>{t('submission.notGiven')}</span>
}

interface EvidenceRowProps {
  field: Field
  submission: SubmissionView
  /** Missing, it keeps the submission from being complete (REV-02). */
  needed: boolean
  onEvidence: () => void
  onSeen: (part: string) => void
}

function EvidenceRow({ field, submission, needed, onEvidence, onSeen }: EvidenceRowProps) {
  const { t } = useTranslation('reviewDetail')
  const given = submission[field.name] !== null
  // The form itself is what counts, not its address: ticked once it was opened.
  const row = useWholeOnScreen<HTMLDivElement>(given && field.name !== 'formUrl' ? () => onSeen(field.tick) : null)
  const label = field.name === 'collectedFrom' ? t('field.period') : t(`field.${field.name}` as 'field.formUrl')
  return (
    <Row label={label} rowRef={row}>
      {field.name === 'formUrl' && given ? (
        <FormLink submission={submission} onEvidence={onEvidence} />
      ) : field.name === 'collectedFrom' ? (
        <Period submission={submission} />
      ) : given ? (
        <Given field={field} submission={submission} />
      ) : (
        <NotGiven needed={needed} />
      )}
    </Row>
  )
}

function Given({ field, submission }: { field: Field; submission: SubmissionView }) {
  const { t } = useTranslation('reviewDetail')
  const format = useFormat()
  if (field.name === 'doubleOptIn') return <>{submission.doubleOptIn === true ? t('submission.doubleOptIn') : t('submission.singleOptIn')}</>
  const text = fieldText(field.name, submission[field.name], format)
  if (field.name === 'consentText' || field.name === 'details') return <blockquote className={classes.quote}>{text}</blockquote>
  return <span className={field.name === 'senderDomain' ? classes.mono : undefined}>{text}</span>
}

function Period({ submission: { collectedFrom, collectedTo } }: { submission: SubmissionView }) {
  const { t } = useTranslation('reviewDetail')
  const format = useFormat()
  if (collectedFrom === null && collectedTo === null) return <NotGiven needed={false} />
  if (collectedFrom === null) return <>{t('submission.until', { to: format.date(collectedTo!) })}</>
  if (collectedTo === null) return <>{t('submission.since', { from: format.date(collectedFrom) })}</>
  return <>{t('submission.span', { from: format.date(collectedFrom), to: format.date(collectedTo) })}</>
}

/** REV-04: the direct link counts; the bare main domain doesn't show what people agreed to. */
function FormLink({ submission, onEvidence }: { submission: SubmissionView; onEvidence: () => void }) {
  const { t } = useTranslation('reviewDetail')
  const link = submission.formLink ?? 'none'
  return (
    <div className={classes.link}>
      <span className={classes.mono} data-url>
        {submission.formUrl}
      </span>
      <span className={classes.given}>
        <span className={classes.chip} data-tone={link === 'deep' ? 'ok' : 'bad'}>
          {t(`link.${link}`)}
        </span>
        {submission.formOpens === null ? null : (
          <Anchor component="button" type="button" className={classes.open} onClick={onEvidence}>
            <IconExternalLink size={14} stroke={1.7} aria-hidden />
            {t('link.open')} <KeyHint keys="e" />
          </Anchor>
        )}
      </span>
      {link === 'deep' ? null : <p className={classes.quiet}>{t(`linkWhy.${link}`)}</p>}
      {submission.formOpens === null && link !== 'none' ? <p className={classes.quiet}>{t('linkWhy.closed')}</p> : null}
    </div>
  )
}
