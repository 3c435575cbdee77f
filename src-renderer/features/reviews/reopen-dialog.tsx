import { useTranslation } from 'react-i18next'
import { useDeskCommand } from '@/app/bridge/commands'
import { ReasonDialog } from '@/kit/reason-dialog'
import { tell } from '@/kit/tell'
import type { ReviewDialogProps } from './review-dialogs'

/** REV-09: an admin takes a verdict back; an accepted group stops being sendable. */
export function ReopenDialog({ review, onClose, onDone }: ReviewDialogProps) {
  const { t } = useTranslation('reviews')
  const { run, running, failure } = useDeskCommand('reviews.reopen', {
    failures: 'inline',
    onDone: () => {
      tell({ tone: 'ok', text: t('reopen.done', { group: review.groupName }) })
      onDone()
    },
  })
  return (
    <ReasonDialog
      opened
      onClose={onClose}
      title={t('reopen.title', { group: review.groupName })}
      confirmLabel={t('reopen.confirm')}
      running={running}
      failure={failure}
      onConfirm={(reason) => void run({ id: review.id, version: review.version, reason })}
    >
      <p>{t(review.state === 'accepted' ? 'reopen.accepted' : 'reopen.rejected')}</p>
    </ReasonDialog>
  )
}
