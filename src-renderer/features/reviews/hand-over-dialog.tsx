import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeskCommand } from '@/app/bridge/commands'
import { useDeskQuery } from '@/app/bridge/queries'
import { ConfirmDialog } from '@/kit/dialog'
import { tell } from '@/kit/tell'
import type { ReviewDialogProps } from './review-dialogs'

/** The contract's least length of a note. */
const LEAST = 3

/** REV-14: to a colleague, with a note. */
export function HandOverDialog({ review, onClose, onDone }: ReviewDialogProps) {
  const { t } = useTranslation('reviews')
  const colleagues = useDeskQuery('reviews.colleagues', {}).data
  const [to, setTo] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const chosen = colleagues?.find(({ id }) => id === to)
  const { run, running, failure } = useDeskCommand('reviews.hand_over', {
    failures: 'inline',
    onDone: () => {
      tell({ tone: 'ok', text: t('handOver.done', { name: chosen?.name ?? '', group: review.groupName }) })
      onDone()
    },
  })
  const missing =
    colleagues?.length === 0
      ? t('handOver.nobody')
      : chosen === undefined
        ? t('handOver.choose')
        : note.trim().length < LEAST
          ? t('note.missing')
          : null
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('handOver.title', { group: review.groupName })}
      confirmLabel={t('handOver.confirm')}
      onConfirm={() => chosen !== undefined && void run({ id: review.id, to: chosen.id, note: note.trim() })}
      confirmDisabled={missing !== null}
      remark={missing ?? t('handOver.remark')}
      running={running}
      failure={failure}
    >
      <Select
        label={t('handOver.to')}
        data={(colleagues ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={to}
        onChange={setTo}
        searchable
        data-autofocus
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      <Textarea
        label={t('note.label')}
        value={note}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={6}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
