import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeskCommand } from '@/app/bridge/commands'
import { useMay } from '@/app/session/session'
import { mailProblemInWords } from '@/app/words'
import { FailureNote } from '@/kit/failure-note'
import { Banner, Panel } from '@/kit/panel'
import classes from './settings.module.css'

/** Connects and signs in with what is saved; sends nothing. */
export function MailTest({ dirty }: { dirty: boolean }) {
  const { t } = useTranslation('settings')
  const [result, setResult] = useState<{ ok: boolean; problem: string | null } | null>(null)
  const command = useDeskCommand('settings.test_mail', { failures: 'inline', onDone: setResult })
  if (!useMay(['admin'])) return null
  return (
    <Panel
      title={t('mail.test')}
      note={t('mail.testNote')}
      actions={
        <Button disabled={dirty} loading={command.running} onClick={() => void command.run({})}>
          {t('mail.testNow')}
        </Button>
      }
    >
      {dirty ? <p className={classes.text}>{t('mail.testSaved')}</p> : null}
      <FailureNote failure={command.failure} />
      {result === null || command.running ? null : result.ok ? (
        <Banner icon={IconCheck} tone="ok">
          {t('mail.testOk')}
        </Banner>
      ) : (
        <Banner icon={IconAlertTriangle} tone="bad">
          {t('mail.testBad', { problem: mailProblemInWords(result.problem ?? 'unknown') })}
        </Banner>
      )}
      {!dirty && result === null && !command.running && command.failure === null ? <p className={classes.text}>{t('mail.testIdle')}</p> : null}
    </Panel>
  )
}
