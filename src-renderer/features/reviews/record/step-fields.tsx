import { Checkbox, Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EVIDENCE, METHODS, type Method } from '@contract/reviews'
import type { Draft, Field } from './draft'
import { EvidenceField } from './evidence-field'
import { FieldText } from './field-text'
import type { Problem } from './problems'
import classes from './record.module.css'
import type { Steps } from './use-submission'

export interface StepProps {
  draft: Draft
  change: (part: Partial<Draft>) => void
  /** Its problem, once it may be told. */
  problem: (field: Field) => Problem | undefined
  leave: (field: Field) => void
}

/** Step 1: where the text comes from, and the customer's confirmation. */
export function ConfirmationFields({ draft, change, problem, leave }: StepProps) {
  const { t } = useTranslation('record')
  return (
    <div className={classes.fields}>
      <FieldText
        label={t('source')}
        description={t('sourceText')}
        placeholder={t('sourceExample')}
        value={draft.source}
        first
        problem={problem('source')}
        onLeave={() => leave('source')}
        onChange={(source) => change({ source })}
      />
      <Checkbox
        label={t('confirmed')}
        description={t('confirmedText')}
        checked={draft.policyConfirmed}
        onChange={(event) => change({ policyConfirmed: event.currentTarget.checked })}
      />
    </div>
  )
}

/** Step 2: how the addresses were acquired, and the evidence of exactly that (REV-03). */
export function AcquisitionFields({ steps, ...rest }: StepProps & { steps: Steps }) {
  const { t } = useTranslation('record')
  const { draft, change } = rest
  return (
    <div className={classes.fields}>
      <Radio.Group aria-label={t('method')} value={draft.method} onChange={(method) => change({ method: method as Method })}>
        <div className={classes.methods}>
          {METHODS.map((method) => (
            <Radio key={method} size="xs" value={method} label={t(`methodName.${method}`)} />
          ))}
        </div>
      </Radio.Group>
      {draft.method === null
        ? null
        : EVIDENCE[draft.method].map((part) => (
            <EvidenceField
              key={`${draft.method} ${part}`}
              part={part}
              points={steps.check?.completenessParts.find((one) => one.part === part) ?? null}
              formLink={steps.check?.formLink ?? null}
              {...rest}
            />
          ))}
    </div>
  )
}

/** Step 3: whom to ask in special cases; enters no signal (REV-12). */
export function ContactFields({ draft, change, problem, leave }: StepProps) {
  const { t } = useTranslation('record')
  const field = (name: 'contactName' | 'contactPhone' | 'contactEmail') => (
    <FieldText
      key={name}
      label={t(`field.${name}`)}
      value={draft[name]}
      problem={problem(name)}
      spellCheck={false}
      onLeave={() => leave(name)}
      onChange={(value) => change({ [name]: value })}
    />
  )
  return (
    <div className={classes.fields}>
      <p className={classes.text}>{t('contactText')}</p>
      <div className={classes.pair}>{[field('contactName'), field('contactEmail'), field('contactPhone')]}</div>
    </div>
  )
}
