import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from './dialog'

interface Closing {
  /** For the dialog's own onClose: Esc, its cross, Cancel. */
  close: () => void
  question: ReactNode
}

/** Closes at once what is empty; asks before what was typed is thrown away. */
export function useDiscardQuestion(dirty: boolean, onClose: () => void, forget?: () => void): Closing {
  const { t } = useTranslation('kit')
  const [asking, setAsking] = useState(false)
  const close = (): void => {
    if (asking) return
    if (dirty) setAsking(true)
    else onClose()
  }
  const discard = (): void => {
    forget?.()
    onClose()
  }
  return {
    close,
    question: asking ? (
      <ConfirmDialog
        opened
        onClose={() => setAsking(false)}
        title={t('discard.title')}
        confirmLabel={t('discard.confirm')}
        danger
        onConfirm={discard}
      >
        <p>{t('discard.text')}</p>
      </ConfirmDialog>
    ) : null,
  }
}
