import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES, ROLES, SHORT_NAME, type Language, type Role } from '@contract/constants'
import type { OperatorRow } from '@contract/access'
import { useDeskCommand } from '@/app/bridge/commands'
import { currentLanguage, LANGUAGE_NAMES } from '@/app/i18n'
import { isNewPassphraseReady, NewPassphrase, suggestShortName } from '@/features/access'
import { ConfirmDialog } from '@/kit/dialog'
import { tell } from '@/kit/tell'
import classes from './settings.module.css'

function RoleChoice({ value, onChange }: { value: readonly Role[]; onChange: (roles: Role[]) => void }) {
  const { t } = useTranslation(['settings', 'common'])
  return (
    <Checkbox.Group label={t('settings:operators.roles')} value={[...value]} onChange={(roles) => onChange(roles as Role[])}>
      <div className={classes.fields} style={{ gap: 8, marginTop: 6 }}>
        {ROLES.map((role) => (
          <Checkbox key={role} value={role} label={t(`common:role.${role}`)} description={t(`settings:operators.roleText.${role}`)} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

export function AddOperator({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const [name, setName] = useState('')
  const [short, setShort] = useState<string | null>(null)
  const [roles, setRoles] = useState<Role[]>(['support'])
  const [language, setLanguage] = useState<Language>(currentLanguage)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const shortName = short ?? suggestShortName(name)
  const close = (): void => {
    setName('')
    setShort(null)
    setPassphrase('')
    setAgain('')
    add.reset()
    onClose()
  }
  const add = useDeskCommand('access.add_operator', {
    failures: 'inline',
    onDone: (_output, input) => {
      close()
      tell({ tone: 'ok', text: t('operators.added', { name: input.name }) })
    },
  })
  const shortOk = SHORT_NAME.test(shortName)
  return (
    <ConfirmDialog
      opened={opened}
      onClose={close}
      title={t('operators.addTitle')}
      confirmLabel={t('operators.addConfirm')}
      confirmDisabled={name.trim() === '' || !shortOk || roles.length === 0 || !isNewPassphraseReady(passphrase, again)}
      running={add.running}
      failure={add.failure}
      onConfirm={() => void add.run({ name: name.trim(), shortName, roles, passphrase, language })}
    >
      <div className={classes.pair}>
        <TextInput label={t('operators.name')} value={name} maxLength={100} data-autofocus onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput
          label={t('operators.shortName')}
          value={shortName}
          maxLength={32}
          error={shortName !== '' && !shortOk ? t('operators.shortNameRule') : undefined}
          onChange={(event) => setShort(event.currentTarget.value)}
        />
      </div>
      <RoleChoice value={roles} onChange={setRoles} />
      <NativeSelect
        label={t('operators.language')}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value as Language)}
        data={LANGUAGES.map((code) => ({ value: code, label: LANGUAGE_NAMES[code] }))}
      />
      <NewPassphrase
        value={passphrase}
        again={again}
        onChange={setPassphrase}
        onAgain={setAgain}
        personal={[name, shortName]}
        label={t('operators.firstPassphrase')}
      />
    </ConfirmDialog>
  )
}

export function RolesDialog({ operator, onClose }: { operator: OperatorRow; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const [roles, setRoles] = useState<Role[]>(operator.roles)
  const set = useDeskCommand('access.set_roles', { failures: 'inline', onDone: onClose })
  const same = roles.length === operator.roles.length && roles.every((role) => operator.roles.includes(role))
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('operators.rolesOf', { name: operator.name })}
      confirmLabel={t('operators.rolesConfirm')}
      confirmDisabled={roles.length === 0 || same}
      running={set.running}
      failure={set.failure}
      remark={t('operators.rolesRemark')}
      onConfirm={() => void set.run({ operatorId: operator.id, roles })}
    >
      <RoleChoice value={roles} onChange={setRoles} />
    </ConfirmDialog>
  )
}

export function ResetPassphrase({ operator, onClose }: { operator: OperatorRow; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const reset = useDeskCommand('access.reset_passphrase', {
    failures: 'inline',
    onDone: () => {
      onClose()
      tell({ tone: 'ok', text: t('operators.resetDone', { name: operator.name }) })
    },
  })
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('operators.resetTitle', { name: operator.name })}
      confirmLabel={t('operators.resetConfirm')}
      confirmDisabled={!isNewPassphraseReady(passphrase, again)}
      running={reset.running}
      failure={reset.failure}
      onConfirm={() => void reset.run({ operatorId: operator.id, passphrase })}
    >
      <p className={classes.text}>{t('operators.resetText')}</p>
      <NewPassphrase value={passphrase} again={again} onChange={setPassphrase} onAgain={setAgain} personal={[operator.name, operator.shortName]} />
    </ConfirmDialog>
  )
}

export function RemoveOperator({ operator, onClose }: { operator: OperatorRow; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const remove = useDeskCommand('access.remove_operator', { failures: 'inline', onDone: onClose })
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('operators.removeTitle', { name: operator.name })}
      confirmLabel={t('operators.removeConfirm')}
      danger
      running={remove.running}
      failure={remove.failure}
      onConfirm={() => void remove.run({ operatorId: operator.id })}
    >
      <p>{t('operators.removeText')}</p>
    </ConfirmDialog>
  )
}
