import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/kit/format/use-format'
import classes from './access.module.css'
import { LEAST, STRENGTH_PARTS, strengthOf } from './strength'

/** A passphrase that is already set: to sign in. */
export function PassphraseField(props: PasswordInputProps) {
  const { t } = useTranslation('access')
  return <PasswordInput maxLength={256} visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show') }} {...props} />
}

interface NewPassphraseProps {
  value: string
  again: string
  onChange: (value: string) => void
  onAgain: (value: string) => void
  /** Names that don't count. */
  personal?: readonly string[]
  label?: string
}

/** True when it may be sent. */
export function isNewPassphraseReady(value: string, again: string): boolean {
  return strengthOf(value) !== 'short' && value === again
}

/** A new passphrase, twice, with what can honestly be said about it. */
export function NewPassphrase({ value, again, onChange, onAgain, personal = [], label }: NewPassphraseProps) {
  const { t } = useTranslation('access')
  const format = useFormat()
  const strength = strengthOf(value, personal)
  const length = [...value].length
  const parts = STRENGTH_PARTS[strength]
  return (
    <>
      <div>
        <PassphraseField
          label={label ?? t('passphrase.label')}
          value={value}
          autoComplete="new-password"
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <div className={classes.meter} role="status">
          <span className={classes.parts} data-weak={parts < 2 || undefined} aria-hidden>
            {[1, 2, 3, 4].map((part) => (
              <span key={part} data-on={part <= parts || undefined} />
            ))}
          </span>
          {length === 0 ? null : <strong>{t(`strength.${strength}`)}</strong>}
          {strength === 'short' ? <span>{t('passphrase.length', { count: length, number: format.number(length), least: LEAST })}</span> : null}
        </div>
      </div>
      <PassphraseField
        label={t('passphrase.again')}
        value={again}
        autoComplete="new-password"
        error={again !== '' && again !== value ? t('passphrase.differ') : undefined}
        onChange={(event) => onAgain(event.currentTarget.value)}
      />
    </>
  )
}
