import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkspaceStatus } from '@contract/workspace'
import { useDeskCommand } from '@/app/bridge/commands'
import { ConfirmDialog } from '@/kit/dialog'
import { isNewPassphraseReady, NewPassphrase } from './passphrase-field'
import { useRecoveryCode } from './recovery-code'

interface RecoverProps {
  onClose: () => void
  people: WorkspaceStatus['operators']
  chosen: string | null
}

/** A lost passphrase: the recovery code from first run sets a new one, once, and yields a new code. */
export default function Recover({ onClose, people, chosen }: RecoverProps) {
  const { t } = useTranslation('access')
  const [person, setPerson] = useState<string | null>(null)
  const [code, setCode] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const operatorId = person ?? chosen ?? people[0]?.id ?? ''
  const name = people.find(({ id }) => id === operatorId)?.name ?? ''
  const close = (): void => {
    setCode('')
    setPassphrase('')
    setAgain('')
    recover.reset()
    onClose()
  }
  const recover = useDeskCommand('access.recover', {
    failures: 'inline',
    onDone: ({ recoveryCode }) => {
      close()
      useRecoveryCode.setState({ code: recoveryCode, name })
    },
  })
  const ready = code.trim() !== '' && operatorId !== '' && isNewPassphraseReady(passphrase, again)
  return (
    <ConfirmDialog
      opened
      onClose={close}
      title={t('recover.title')}
      confirmLabel={t('recover.confirm')}
      confirmDisabled={!ready}
      running={recover.running}
      failure={recover.failure}
      onConfirm={() => void recover.run({ operatorId, recoveryCode: code.trim(), passphrase })}
      remark={t('recover.remark')}
    >
      <p>{t('recover.text')}</p>
      <NativeSelect
        label={t('recover.operator')}
        value={operatorId}
        onChange={(event) => setPerson(event.currentTarget.value)}
        data={people.map(({ id, name: label }) => ({ value: id, label }))}
      />
      <TextInput
        label={t('recover.code')}
        value={code}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <NewPassphrase value={passphrase} again={again} onChange={setPassphrase} onAgain={setAgain} label={t('passphrase.new')} personal={[name]} />
    </ConfirmDialog>
  )
}
