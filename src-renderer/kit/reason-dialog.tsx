import { Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallFailure } from '@/app/bridge/failure'
import { ConfirmDialog } from './dialog'

interface ReasonDialogProps {
  opened: boolean
  onClose: () => void
  title: string
  children?: ReactNode
  confirmLabel: string
  onConfirm: (reason: string) => void
  danger?: boolean
  running: boolean
  failure: CallFailure | null
  remark?: ReactNode
}

/** The contract's least length of a reason. */
const LEAST = 3

/** Asks for the reason that the journal keeps. */
export function ReasonDialog({ children, onConfirm, opened, ...rest }: ReasonDialogProps) {
  const { t } = useTranslation('common')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(opened)
  if (asked !== opened) {
    setAsked(opened)
    setReason('')
  }
  return (
    <ConfirmDialog {...rest} opened={opened} confirmDisabled={reason.trim().length < LEAST} onConfirm={() => onConfirm(reason.trim())}>
      {children}
      <Textarea
        label={t('reason')}
        description={t('reasonNote')}
        value={reason}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={8}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
