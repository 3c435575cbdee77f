import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeskCommand } from '@/app/bridge/commands'
import { useSession } from '@/app/session/session'
import { ConfirmDialog } from '@/kit/dialog'
import { tell } from '@/kit/tell'
import { isNewPassphraseReady, NewPassphrase, PassphraseField } from './passphrase-field'

/** One's own passphrase, by the one before. */
export function ChangePassphrase({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('access')
  const session = useSession()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const close = (): void => {
    setCurrent('')
    setNext('')
    setAgain('')
    change.reset()
    onClose()
  }
  const change = useDeskCommand('access.change_passphrase', {
    failures: 'inline',
    onDone: () => {
      close()
      tell({ tone: 'ok', text: t('change.done') })
    },
  })
  return (
    <ConfirmDialog
      opened={opened}
      onClose={close}
      title={t('change.title')}
      confirmLabel={t('change.confirm')}
      confirmDisabled={current === '' || !isNewPassphraseReady(next, again)}
      running={change.running}
      failure={change.failure}
      onConfirm={() => void change.run({ current, next })}
    >
      <PassphraseField
        label={t('change.current')}
        value={current}
        autoComplete="current-password"
        data-autofocus
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <NewPassphrase
        value={next}
        again={again}
        onChange={setNext}
        onAgain={setAgain}
        label={t('passphrase.new')}
        personal={[session.name, session.shortName]}
      />
    </ConfirmDialog>
  )
}
