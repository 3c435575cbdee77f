import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageView } from '@contract/messages'
import { useDeskCommand } from '@/app/bridge/commands'
import { ConfirmDialog } from '@/kit/dialog'
import { tell } from '@/kit/tell'
import { templateName } from './message-name'
import classes from './messages.module.css'

export type Settling = 'was_delivered' | 'send_again'

/** MSG-01: a person says what became of a message, and why they know. */
export function SettleDialog({ message, how, onClose }: { message: MessageView; how: Settling; onClose: () => void }) {
  const { t } = useTranslation('messages')
  const [reason, setReason] = useState('')
  const done = (): void => {
    tell({ tone: 'ok', text: t(`settle.${how}.done`, { company: message.company }) })
    onClose()
  }
  const delivered = useDeskCommand('messages.was_delivered', { failures: 'inline', onDone: done })
  const again = useDeskCommand('messages.send_again', { failures: 'inline', onDone: done })
  const command = how === 'was_delivered' ? delivered : again
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(`settle.${how}.title`)}
      confirmLabel={t(`settle.${how}.confirm`)}
      onConfirm={() => void command.run({ id: message.id, reason: reason.trim() })}
      confirmDisabled={reason.trim().length < 3}
      running={command.running}
      failure={command.failure}
    >
      <p className={classes.quiet}>{t('settle.which', { template: templateName(message.template), to: message.to })}</p>
      <p>{t(`settle.${how}.text`)}</p>
      <Textarea
        label={t('settle.reason')}
        description={t(`settle.${how}.hint`)}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        minRows={2}
        autosize
        maxRows={6}
        maxLength={2000}
      />
    </ConfirmDialog>
  )
}
