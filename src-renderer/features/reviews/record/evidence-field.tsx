import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CompletenessPart, EvidencePart } from '@contract/reviews'
import { DateField } from '@/kit/date-field'
import { useFormat } from '@/kit/format/use-format'
import type { Field } from './draft'
import { FieldText, useProblemText } from './field-text'
import classes from './record.module.css'
import type { StepProps } from './step-fields'

interface EvidenceFieldProps extends StepProps {
  part: EvidencePart
  /** REV-05: what it brings; null: not judged yet. */
  points: CompletenessPart | null
  formLink: 'deep' | 'bare' | null
}

type TextField = 'formUrl' | 'consentText' | 'eventName' | 'partnerName' | 'partnerContract' | 'previousProvider' | 'details' | 'senderDomain'
type DayField = 'collectedFrom' | 'collectedTo' | 'eventDate'

/** One part of the evidence: its fields, and what it does for the speed of the review (REV-05). */
export function EvidenceField(props: EvidenceFieldProps) {
  const { part, points } = props
  const { t } = useTranslation('record')
  const format = useFormat()
  return (
    <div className={classes.part} data-part={part}>
      <Inputs {...props} />
      {points === null ? null : (
        <span className={classes.points} title={t('pointsText')}>
          {t('points', { points: format.number(points.points), most: format.number(points.most) })}
        </span>
      )}
    </div>
  )
}

function Inputs({ part, formLink, draft, change, problem, leave }: EvidenceFieldProps) {
  const { t } = useTranslation('record')
  const inWords = useProblemText()
  const text = (field: TextField, more: { rows?: number; description?: string; spellCheck?: boolean } = {}) => (
    <FieldText
      key={field}
      label={t(`field.${field}`)}
      value={draft[field]}
      problem={problem(field)}
      onLeave={() => leave(field)}
      onChange={(value) => change({ [field]: value })}
      {...more}
    />
  )
  const day = (field: DayField) => {
    const wrong = inWords(problem(field as Field))
    return (
      <div key={field}>
        <DateField label={t(`field.${field}`)} value={draft[field]} clearable onChange={(date) => (change({ [field]: date }), leave(field))} />
        {wrong === null ? null : (
          <p className={classes.wrong} role="alert">
            {wrong}
          </p>
        )}
      </div>
    )
  }
  switch (part) {
    case 'link':
      return text('formUrl', { spellCheck: false, ...(formLink === null ? {} : { description: t(`link.${formLink}`) }) })
    case 'double_opt_in':
      return (
        <div>
          <p className={classes.label} id="record-double-opt-in">
            {t('field.doubleOptIn')}
          </p>
          <SegmentedControl
            aria-labelledby="record-double-opt-in"
            value={draft.doubleOptIn === null ? 'unsaid' : draft.doubleOptIn ? 'yes' : 'no'}
            onChange={(answer) => change({ doubleOptIn: answer === 'unsaid' ? null : answer === 'yes' })}
            data={(['yes', 'no', 'unsaid'] as const).map((value) => ({ value, label: t(`optIn.${value}`) }))}
          />
        </div>
      )
    case 'consent':
      return text('consentText', { rows: 2, description: t('consentHint') })
    case 'period':
      return <div className={classes.pair}>{[day('collectedFrom'), day('collectedTo')]}</div>
    case 'event':
      return <div className={classes.pair}>{[text('eventName'), day('eventDate')]}</div>
    case 'partner':
      return <div className={classes.pair}>{[text('partnerName'), text('partnerContract')]}</div>
    case 'provider':
      return text('previousProvider')
    case 'details':
      return text('details', { rows: 2, description: t('detailsHint') })
    case 'sender':
      return text('senderDomain', { spellCheck: false })
  }
}
