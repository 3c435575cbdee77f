import { NativeSelect } from '@mantine/core'
import { useFormat } from '@/kit/format/use-format'

interface ClockSelectProps {
  label: string
  /** Minutes after midnight. */
  value: number
  onChange: (minutes: number) => void
  /** Spoken only. */
  quiet?: boolean
  from?: number
  to?: number
  disabled?: boolean
}

const STEP = 30

/** A time of day in half hours; one set otherwise is offered too. */
export function ClockSelect({ label, value, onChange, quiet = false, from = 0, to = 1440, disabled = false }: ClockSelectProps) {
  const format = useFormat()
  const steps = Array.from({ length: 1440 / STEP + 1 }, (_, index) => index * STEP).filter((minutes) => minutes >= from && minutes <= to)
  const offered = steps.includes(value) ? steps : [...steps, value].sort((a, b) => a - b)
  return (
    <NativeSelect
      {...(quiet ? { 'aria-label': label } : { label })}
      w={92}
      value={String(value)}
      disabled={disabled}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
      data={offered.map((minutes) => ({ value: String(minutes), label: format.clock(minutes) }))}
    />
  )
}
