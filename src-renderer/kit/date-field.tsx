import { DatePickerInput } from '@mantine/dates'
import 'dayjs/locale/cs'
import 'dayjs/locale/de'
import 'dayjs/locale/nb'
import 'dayjs/locale/sv'
import { IconCalendar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from './format/use-format'

interface DateFieldProps {
  label: string
  /** `YYYY-MM-DD` or null. */
  value: string | null
  onChange: (date: string | null) => void
  /** First and last date that may be chosen. */
  min?: string
  max?: string
  clearable?: boolean
  /** Spoken only: the label stands beside the field or is its placeholder. */
  quiet?: boolean
  width?: number
  description?: string
}

/** A calendar date, chosen or moved to by keys, written as the language does. */
export function DateField({ label, value, onChange, min, max, clearable = false, quiet = false, width, description }: DateFieldProps) {
  const format = useFormat()
  const { i18n } = useTranslation()
  return (
    <DatePickerInput
      {...(quiet ? { 'aria-label': value === null ? label : `${label}: ${format.date(value)}`, placeholder: label } : { label })}
      {...(description === undefined ? {} : { description })}
      {...(min === undefined ? {} : { minDate: min })}
      {...(max === undefined ? {} : { maxDate: max })}
      {...(width === undefined ? {} : { w: width })}
      value={value}
      onChange={onChange}
      locale={i18n.language}
      firstDayOfWeek={1}
      highlightToday
      clearable={clearable}
      leftSection={<IconCalendar size={15} stroke={1.7} aria-hidden />}
      valueFormatter={({ date }) => (typeof date === 'string' ? format.dateShort(date) : '')}
      popoverProps={{ withinPortal: true, transitionProps: { duration: 0 } }}
    />
  )
}
