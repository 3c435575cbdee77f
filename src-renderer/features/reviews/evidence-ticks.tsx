import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '@/kit/key-hint'
import classes from './deciding.module.css'

interface EvidenceTicksProps {
  parts: readonly string[]
  ticked: ReadonlySet<string>
  onTick: (part: string, on: boolean) => void
  /** Keys 1–9 tick them now. */
  keys: boolean
}

/** REV-08: what was looked at is recorded with the decision. */
export function EvidenceTicks({ parts, ticked, onTick, keys }: EvidenceTicksProps) {
  const { t } = useTranslation(['reviews', 'reviewDetail'])
  return (
    <fieldset className={classes.ticks}>
      <legend>{t('reviews:evidence.label')}</legend>
      {parts.map((part, index) => (
        <Checkbox
          key={part}
          size="xs"
          checked={ticked.has(part)}
          onChange={(event) => onTick(part, event.currentTarget.checked)}
          label={
            <span className={classes.tick}>
              {t(`reviewDetail:evidence.part.${part}` as 'reviewDetail:evidence.part.form')}
              {keys ? <KeyHint keys={String(index + 1)} /> : null}
            </span>
          }
        />
      ))}
    </fieldset>
  )
}
