import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { WorkspaceStatus } from '@contract/workspace'
import { bridge } from '@/app/bridge/bridge'
import type { CallFailure } from '@/app/bridge/failure'
import { codeInWords, failureSentence } from '@/app/bridge/sentences'
import classes from './access.module.css'
import { LanguageRow } from './language-row'
import { useOpenDemo } from './open-demo'

interface UnusableProps {
  status?: WorkspaceStatus
  failure?: CallFailure
  onRetry: () => void
}

/** The workspace can't be opened: why, where it lies, and that nothing in it was changed. */
export function Unusable({ status, failure, onRetry }: UnusableProps) {
  const { t } = useTranslation('access')
  const demo = useOpenDemo()
  const problem = status?.problem ?? null
  const why =
    failure !== undefined
      ? failureSentence(failure)
      : problem === null
        ? t('unusable.unknown')
        : codeInWords('errors:problem', problem.code, problem.params)
  return (
    <main className={classes.page}>
      <div className={classes.card} role="alert">
        <div className={classes.form} style={{ padding: 0 }}>
          <div>
            <h1 className={classes.title}>{t('unusable.title')}</h1>
            <p className={classes.text}>{why}</p>
          </div>
          {status === undefined ? null : (
            <div>
              <p className={classes.label}>{t('admin.folder')}</p>
              <p className={classes.folder}>{status.folder}</p>
            </div>
          )}
          <p className={classes.text}>{t('unusable.unchanged')}</p>
          <div className={classes.buttons}>
            <Button variant="filled" onClick={onRetry}>
              {t('unusable.retry')}
            </Button>
            {status === undefined ? null : (
              <>
                <Button onClick={() => void bridge().host('host.show_folder', {})}>{t('unusable.showFolder')}</Button>
                <Button loading={demo.command.running} onClick={demo.open}>
                  {t('signIn.openDemo')}
                </Button>
              </>
            )}
          </div>
          <LanguageRow />
        </div>
      </div>
    </main>
  )
}
