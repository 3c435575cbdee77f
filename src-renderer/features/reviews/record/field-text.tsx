import { TextInput, Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/kit/format/use-format'
import type { Problem } from './problems'

interface FieldTextProps {
  label: ReactNode
  value: string
  onChange: (value: string) => void
  onLeave: () => void
  problem: Problem | undefined
  /** Several lines. */
  rows?: number
  description?: ReactNode
  placeholder?: string
  first?: boolean
  disabled?: boolean
  spellCheck?: boolean
}

/** A problem in words. */
export function useProblemText(): (problem: Problem | undefined) => string | null {
  const { t } = useTranslation('record')
  const format = useFormat()
  return (problem) => (problem === undefined ? null : t(`problem.${problem.code}`, { limit: format.number(problem.limit) }))
}

/** A text field whose problem stands under it once it was left. */
export function FieldText({
  label,
  value,
  onChange,
  onLeave,
  problem,
  rows,
  description,
  placeholder,
  first = false,
  disabled = false,
  spellCheck,
}: FieldTextProps) {
  const inWords = useProblemText()
  const shared = {
    label,
    value,
    disabled,
    ...(description === undefined ? {} : { description }),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(spellCheck === undefined ? {} : { spellCheck }),
    error: inWords(problem),
    onBlur: onLeave,
    ...(first ? { 'data-autofocus': true } : {}),
  }
  return rows === undefined ? (
    <TextInput {...shared} onChange={(event) => onChange(event.currentTarget.value)} />
  ) : (
    <Textarea {...shared} autosize minRows={rows} maxRows={10} onChange={(event) => onChange(event.currentTarget.value)} />
  )
}
