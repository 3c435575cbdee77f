import { NativeSelect, NumberInput, PasswordInput, Radio, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MailSettings as Mail } from '@contract/messages'
import { useDeskCommand } from '@/app/bridge/commands'
import { useDeskQuery } from '@/app/bridge/queries'
import { Banner } from '@/kit/panel'
import { MailTest } from './mail-test'
import { SettingForm, Stored } from './setting'
import classes from './settings.module.css'
import { useDraft } from './use-draft'

const TRANSPORTS = ['none', 'folder', 'smtp'] as const
const SECURITIES = ['tls', 'starttls', 'none'] as const
const PORTS = { tls: 465, starttls: 587, none: 25 } as const

/** MSG-02: how messages leave, and under whose name. */
export function MailSettings() {
  const query = useDeskQuery('settings.mail', {})
  const workspace = useDeskQuery('workspace.status', {})
  return (
    <div className={classes.column}>
      <Stored query={query}>
        {(mail) => <MailForm stored={mail} simulation={workspace.data?.simulation === true || workspace.data?.demo === true} />}
      </Stored>
    </div>
  )
}

function MailForm({ stored, simulation }: { stored: Mail; simulation: boolean }) {
  const { t } = useTranslation('settings')
  const draft = useDraft({ ...stored, password: '' })
  const { value, change } = draft
  const save = useDeskCommand('settings.set_mail', { failures: 'inline', onDone: () => change({ password: '' }) })
  const smtp = value.transport === 'smtp'
  const blocked =
    smtp && (value.host ?? '').trim() === ''
      ? t('mail.needsHost')
      : smtp && value.port === null
        ? t('mail.needsPort')
        : value.transport !== 'none' && !value.from.includes('@')
          ? t('mail.needsFrom')
          : value.transport !== 'none' && value.company.trim() === ''
            ? t('mail.needsCompany')
            : null
  const submit = (): void => {
    const { transport, host, port, security, user, from, company, password } = value
    void save.run({
      transport,
      host: host?.trim() === '' ? null : host,
      port,
      security,
      user: user?.trim() === '' ? null : user,
      password: password === '' ? null : password,
      from,
      company,
    })
  }
  return (
    <>
      <SettingForm
        title={t('mail.title')}
        note={t('mail.note')}
        dirty={draft.dirty}
        blocked={blocked}
        running={save.running}
        failure={save.failure}
        onSave={submit}
        onReset={draft.reset}
      >
        {simulation ? (
          <Banner icon={IconAlertTriangle} tone="accent">
            {t('mail.simulation')}
          </Banner>
        ) : null}
        <Radio.Group
          aria-label={t('mail.transport')}
          value={value.transport}
          onChange={(transport) => change({ transport: transport as Mail['transport'] })}
        >
          <div className={classes.choices}>
            {TRANSPORTS.map((transport) => (
              <label key={transport} className={classes.choice}>
                <Radio size="xs" value={transport} label={t(`mail.${transport}`)} />
                <span className={classes.text}>{t(`mail.${transport}Text`)}</span>
              </label>
            ))}
          </div>
        </Radio.Group>
        {smtp ? (
          <>
            <div className={classes.pair}>
              <TextInput
                label={t('mail.host')}
                value={value.host ?? ''}
                maxLength={253}
                spellCheck={false}
                onChange={(event) => change({ host: event.currentTarget.value })}
              />
              <NativeSelect
                label={t('mail.security')}
                value={value.security}
                onChange={(event) => {
                  const security = event.currentTarget.value as Mail['security']
                  const usual = value.port === null || Object.values<number>(PORTS).includes(value.port)
                  change({ security, ...(usual ? { port: PORTS[security] } : {}) })
                }}
                data={SECURITIES.map((security) => ({ value: security, label: t(`mail.security_${security}`) }))}
              />
              <NumberInput
                label={t('mail.port')}
                value={value.port ?? ''}
                min={1}
                max={65535}
                allowDecimal={false}
                hideControls
                onChange={(port) => change({ port: typeof port === 'number' ? port : null })}
              />
            </div>
            {value.security === 'none' ? (
              <Banner icon={IconAlertTriangle} tone="warn">
                {t('mail.unencrypted')}
              </Banner>
            ) : null}
            <div className={classes.pair}>
              <TextInput
                label={t('mail.user')}
                value={value.user ?? ''}
                maxLength={256}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => change({ user: event.currentTarget.value })}
              />
              <PasswordInput
                label={t('mail.password')}
                description={t(stored.passwordKept ? 'mail.passwordKept' : 'mail.passwordNotKept')}
                placeholder={stored.passwordHeld ? t('mail.passwordHeld') : undefined}
                value={value.password}
                maxLength={1000}
                autoComplete="new-password"
                visibilityToggleButtonProps={{ 'aria-label': t('mail.showPassword') }}
                onChange={(event) => change({ password: event.currentTarget.value })}
              />
            </div>
          </>
        ) : null}
        <div className={classes.pair}>
          <TextInput
            label={t('mail.from')}
            description={t('mail.fromText')}
            value={value.from}
            maxLength={254}
            spellCheck={false}
            onChange={(event) => change({ from: event.currentTarget.value })}
          />
          <TextInput
            label={t('mail.company')}
            description={t('mail.companyText')}
            value={value.company}
            maxLength={200}
            onChange={(event) => change({ company: event.currentTarget.value })}
          />
        </div>
      </SettingForm>
      {stored.transport === 'none' ? null : <MailTest dirty={draft.dirty} />}
    </>
  )
}
