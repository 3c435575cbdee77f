import { Button, Modal, Progress } from '@mantine/core'
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react'
import i18next from 'i18next'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { VerifyResult } from '@contract/journal'
import { useDeskCommand } from '@/app/bridge/commands'
import { codeInWords } from '@/app/bridge/sentences'
import { FailureNote } from '@/kit/failure-note'
import { useFormat } from '@/kit/format/use-format'
import { Banner } from '@/kit/panel'
import classes from './journal.module.css'

interface VerifyDialogProps {
  /** The answer of the last run, kept by the screen while it is open. */
  result: VerifyResult | null
  onResult: (result: VerifyResult | null) => void
  onClose: () => void
}

const SHOWN = 20

/** JNL-02: checks the chain and replays the journal; can be cancelled, changes nothing. */
export function VerifyDialog({ result, onResult, onClose }: VerifyDialogProps) {
  const { t } = useTranslation(['journal', 'common'])
  const format = useFormat()
  const command = useDeskCommand('journal.verify', { failures: 'inline', onDone: onResult })
  const started = useRef(false)
  const { run, cancel } = command
  useEffect(() => {
    if (started.current) return
    started.current = true
    onResult(null)
    void run({})
  }, [run, onResult])
  const close = (): void => {
    cancel()
    onClose()
  }
  const { progress } = command
  const percent = progress?.total == null || progress.total === 0 ? null : Math.min(100, (progress.done / progress.total) * 100)
  return (
    <Modal opened onClose={close} title={t('journal:verify.title')} size={560}>
      <div className={classes.verify}>
        {command.running ? (
          <div role="status">
            <p>
              {progress === null
                ? t('journal:verify.starting')
                : t('journal:verify.running', { phase: codeInWords('journal:verify.phase', progress.phase), done: format.number(progress.done) })}
            </p>
            <Progress value={percent ?? 100} animated={percent === null} aria-label={t('journal:verify.title')} mt={8} />
          </div>
        ) : null}
        {command.failure === null ? null : <FailureNote failure={command.failure} />}
        {result === null || command.running ? null : <Result result={result} />}
        <div className={classes.verifyFoot}>
          {command.running ? (
            <Button onClick={close}>{t('common:cancel')}</Button>
          ) : (
            <>
              <Button onClick={() => void run({})}>{t('journal:verify.again')}</Button>
              <Button variant="filled" onClick={close}>
                {t('common:close')}
              </Button>
            </>
          )}
        </div>
      </div>
    </Modal>
  )
}

function problemText(problem: string): string {
  const [, column] = /^column (.+)$/.exec(problem) ?? []
  if (column !== undefined) return i18next.t('journal:verify.problem.column', { name: column })
  const [, table] = /^refers to nothing in (.+)$/.exec(problem) ?? []
  if (table !== undefined) return i18next.t('journal:verify.problem.reference', { table })
  return codeInWords('journal:verify.problem', problem)
}

function Result({ result }: { result: VerifyResult }) {
  const { t } = useTranslation('journal')
  const format = useFormat()
  const { ok, entries, firstBroken, differences } = result
  if (ok) {
    return (
      <Banner tone="ok" icon={IconShieldCheck}>
        <p>
          <strong>{t('verify.intact')}</strong>
        </p>
        <p>{t('verify.intactText', { count: entries, number: format.number(entries) })}</p>
      </Banner>
    )
  }
  return (
    <>
      {firstBroken === null ? null : (
        <Banner tone="bad" icon={IconAlertTriangle}>
          <p>
            <strong>{t('verify.broken', { number: format.number(firstBroken) })}</strong>
          </p>
          <p>{t('verify.brokenText')}</p>
        </Banner>
      )}
      {differences.length === 0 ? null : (
        <Banner tone="bad" icon={IconAlertTriangle}>
          <p>
            <strong>{t('verify.differences', { count: differences.length, number: format.number(differences.length) })}</strong>
          </p>
          <p>{t('verify.differencesText')}</p>
          <ul className={classes.differences}>
            {differences.slice(0, SHOWN).map(({ table, id, problem }) => (
              <li key={`${table}${id}${problem}`}>
                <code>{table}</code> <code>{id}</code> {problemText(problem)}
              </li>
            ))}
          </ul>
          {differences.length > SHOWN ? (
            <p>{t('verify.moreDifferences', { count: differences.length - SHOWN, number: format.number(differences.length - SHOWN) })}</p>
          ) : null}
        </Banner>
      )}
    </>
  )
}
