import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ReviewRow } from '@contract/reviews'
import { useMay } from '@/app/session/session'
import { NoPermission } from '@/kit/state-views'
import { AnswerDialog } from './answer-dialog'
import { SubmissionDialog } from './submission-dialog'

type Recorded = Pick<ReviewRow, 'id' | 'groupName' | 'company' | 'language' | 'state'>

/** What is recorded for a customer, and for which review. */
export interface Recording {
  what: 'submission' | 'answer'
  row: Recorded
}

/** States in which a customer can still say something; the desk checks again. */
export const maySubmit = ({ state }: Pick<ReviewRow, 'state'>): boolean => state !== 'accepted' && state !== 'moot'
export const mayAnswer = ({ state }: Pick<ReviewRow, 'state'>): boolean => state === 'query'

/** REV-02, REV-08: support records the customer's text; others are told who may. */
export function RecordDialogs({ recording, onClose }: { recording: Recording | null; onClose: () => void }) {
  const { t } = useTranslation('record')
  const support = useMay(['support'])
  if (recording === null) return null
  const { what, row } = recording
  if (!support)
    return (
      <Modal opened onClose={onClose} title={t(`${what}Title`, { group: row.groupName })} size={460}>
        <NoPermission who={['support']} text={t('supportOnly')} />
      </Modal>
    )
  return what === 'submission' ? (
    <SubmissionDialog key={row.id} row={row} onClose={onClose} />
  ) : (
    <AnswerDialog key={row.id} row={row} onClose={onClose} />
  )
}

export interface RecordDialogProps {
  row: Recorded
  onClose: () => void
}
