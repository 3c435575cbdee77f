import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '@/app/shortcuts'
import { KeyHint } from './key-hint'

interface FilterFieldProps {
  /** What is filtered: "Filter accounts". */
  label: string
  value: string
  /** Called 200 ms after the last key. */
  onChange: (value: string) => void
  width?: number
}

/** The screen's filter: `/` or Ctrl F goes there, Esc clears it and goes back. */
export function FilterField({ label, value, onChange, width = 168 }: FilterFieldProps) {
  const { t } = useTranslation('app')
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  const told = useRef(value)
  useShortcuts([
    { id: 'screen.filter', keys: ['/', 'mod+f'], label: t('action.filter'), group: 'screen', run: () => field.current?.select(), palette: false },
  ])

  useEffect(() => {
    if (value === told.current) return
    told.current = value
    setText(value)
  }, [value])

  useEffect(() => {
    if (text === told.current) return
    const timer = setTimeout(() => {
      told.current = text
      onChange(text)
    }, 200)
    return () => clearTimeout(timer)
  }, [text, onChange])

  const clear = (): void => {
    told.current = ''
    setText('')
    onChange('')
  }

  return (
    <TextInput
      ref={field}
      role="searchbox"
      aria-label={label}
      placeholder={label}
      value={text}
      w={width}
      leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
      rightSection={text === '' ? <KeyHint keys="/" /> : <CloseButton size="sm" aria-label={t('action.clearFilter')} onClick={clear} />}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        if (text !== '') clear()
        else field.current?.blur()
      }}
    />
  )
}
