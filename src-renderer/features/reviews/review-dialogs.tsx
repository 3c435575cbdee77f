import type { ReviewView } from '@contract/reviews'
import { HandOverDialog } from './hand-over-dialog'
import { ReopenDialog } from './reopen-dialog'
import { SnoozeDialog } from './snooze-dialog'

export interface ReviewDialog {
  kind: 'snooze' | 'handOver' | 'reopen'
  review: ReviewView
}

export interface ReviewDialogProps {
  review: ReviewView
  onClose: () => void
  /** It was carried out; the review may have left the list. */
  onDone: () => void
}

const DIALOG = { snooze: SnoozeDialog, handOver: HandOverDialog, reopen: ReopenDialog } as const

/** The dialog that is open, if any. */
export function ReviewDialogs({
  dialog,
  onClose,
  onDone,
}: {
  dialog: ReviewDialog | null
  onClose: () => void
  onDone: (dialog: ReviewDialog) => void
}) {
  if (dialog === null) return null
  const Shown = DIALOG[dialog.kind]
  return (
    <Shown
      review={dialog.review}
      onClose={onClose}
      onDone={() => {
        onClose()
        onDone(dialog)
      }}
    />
  )
}
