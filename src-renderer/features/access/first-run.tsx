import { Button, TextInput } from '@mantine/core'
import { IconKey, IconPlayerPlay, IconUserPlus } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { SHORT_NAME } from '@contract/constants'
import type { WorkspaceStatus } from '@contract/workspace'
import { callDesk } from '@/app/bridge/call'
import { queryClient } from '@/app/bridge/client'
import { useDeskCommand } from '@/app/bridge/commands'
import { currentLanguage } from '@/app/i18n'
import { useShortcuts } from '@/app/shortcuts'
import { FailureNote } from '@/kit/failure-note'
import { KeyHint } from '@/kit/key-hint'
import { Banner } from '@/kit/panel'
import classes from './access.module.css'
import { LanguageRow } from './language-row'
import { useOpenDemo } from './open-demo'
import { isNewPassphraseReady, NewPassphrase } from './passphrase-field'
import { useRecoveryCode } from './recovery-code'
import { suggestShortName } from './short-name'

/** DSK-07: makes the first admin, or opens the demo. */
export function FirstRun({ status }: { status: WorkspaceStatus }) {
  const { t } = useTranslation('access')
  const demo = useOpenDemo()
  const [focusForm, setFocusForm] = useState(0)
  useShortcuts([
    { id: 'first.new', keys: ['1'], label: t('first.new'), group: 'screen', run: () => setFocusForm((count) => count + 1), menu: false },
    { id: 'first.demo', keys: ['2'], label: t('first.demo'), group: 'screen', run: demo.open, menu: false, enabled: !demo.command.running },
  ])
  return (
    <main className={classes.page}>
      <div className={`${classes.card} ${classes.wide}`}>
        <div className={classes.side}>
          <div className={classes.brand}>
            <span className={classes.mark} aria-hidden>
              R
            </span>
            <h1 className={classes.title}>Reeve</h1>
          </div>
          <div>
            <h2 className={classes.heading}>{t('first.title')}</h2>
            <p className={classes.text}>{t('first.text')}</p>
          </div>
          <button type="button" className={classes.option} aria-pressed onClick={() => setFocusForm((count) => count + 1)}>
            <IconUserPlus size={20} stroke={1.6} aria-hidden />
            <span className={classes.optionName}>{t('first.new')}</span>
            <KeyHint keys="1" />
            <span className={classes.optionText}>{t('first.newText')}</span>
          </button>
          <button type="button" className={classes.option} aria-pressed={false} disabled={demo.command.running} onClick={demo.open}>
            <IconPlayerPlay size={20} stroke={1.6} aria-hidden />
            <span className={classes.optionName}>{t(demo.command.running ? 'first.demoOpening' : 'first.demo')}</span>
            <KeyHint keys="2" />
            <span className={classes.optionText}>{t('first.demoText')}</span>
          </button>
          <LanguageRow />
        </div>
        <FirstAdmin key={focusForm} folder={status.folder} focus={focusForm > 0} />
      </div>
    </main>
  )
}

function FirstAdmin({ folder, focus }: { folder: string; focus: boolean }) {
  const { t } = useTranslation('access')
  const [name, setName] = useState('')
  const [short, setShort] = useState<string | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const shortName = short ?? suggestShortName(name)
  const create = useDeskCommand('workspace.create', { failures: 'inline' })
  const shortOk = SHORT_NAME.test(shortName)
  const ready = name.trim() !== '' && shortOk && isNewPassphraseReady(passphrase, again)

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!ready || create.running) return
    const made = await create.run({ name: name.trim(), shortName, passphrase, language: currentLanguage() })
    if (made === null) return
    useRecoveryCode.setState({ code: made.recoveryCode, name: name.trim() })
    // Signing in may fail without harm: then sign-in is what follows the code.
    await callDesk('access.sign_in', { operatorId: made.operatorId, passphrase }).catch(() => null)
    void queryClient.invalidateQueries()
  }

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <div>
        <h2 className={classes.heading}>{t('admin.title')}</h2>
        <p className={classes.text}>{t('admin.text')}</p>
      </div>
      <div className={classes.two}>
        <TextInput
          label={t('admin.name')}
          value={name}
          maxLength={100}
          autoComplete="name"
          data-autofocus
          autoFocus={focus}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('admin.shortName')}
          value={shortName}
          maxLength={32}
          autoComplete="username"
          error={shortName !== '' && !shortOk ? t('admin.shortNameRule') : undefined}
          onChange={(event) => setShort(event.currentTarget.value)}
        />
      </div>
      <NewPassphrase value={passphrase} again={again} onChange={setPassphrase} onAgain={setAgain} personal={[name, shortName]} />
      <div>
        <p className={classes.label}>{t('admin.folder')}</p>
        <p className={classes.folder}>{folder}</p>
      </div>
      <Banner icon={IconKey}>{t('admin.lost')}</Banner>
      <FailureNote failure={create.failure} />
      <div className={classes.foot}>
        <span className={classes.text}>{t('admin.next')}</span>
        <Button type="submit" variant="filled" disabled={!ready} loading={create.running}>
          {t('admin.create')}
        </Button>
      </div>
    </form>
  )
}
