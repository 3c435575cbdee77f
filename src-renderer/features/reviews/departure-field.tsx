import { Textarea } from '@mantine/core'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'

interface DepartureFieldProps {
  value: string
  onChange: (value: string) => void
  fieldRef: RefObject<HTMLTextAreaElement | null>
}

/** REV-19: why this verdict departs from earlier ones; journaled, not sent. */
export function DepartureField({ value, onChange, fieldRef }: DepartureFieldProps) {
  const { t } = useTranslation('reviews')
  return (
    <Textarea
      ref={fieldRef}
      label={t('departure.label')}
      description={t('departure.note')}
      value={value}
      maxLength={2000}
      autosize
      minRows={1}
      maxRows={4}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
