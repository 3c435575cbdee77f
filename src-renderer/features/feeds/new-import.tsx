import { Button, Switch } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { FEED_KINDS, type FilePreview } from '@contract/feeds'
import { useMay } from '@/app/session/session'
import { useFormat } from '@/kit/format/use-format'
import { ProgressLine } from '@/kit/progress-line'
import { EmptyState, ErrorState, NoPermission } from '@/kit/state-views'
import classes from './feeds.module.css'
import { FilePanel } from './file-panel'
import { cancel, letGo, preview, setAllOrNothing, startImport, useImportRun } from './import-run'
import { Report } from './report'

/** Choose, preview, import, report. */
export function NewImport({ onChoose }: { onChoose: () => void }) {
  const { t } = useTranslation('feeds')
  const admin = useMay(['admin'])
  const stage = useImportRun((run) => run.stage)
  useEffect(() => {
    if (admin && stage.name === 'chosen') void preview()
  }, [admin, stage.name])
  if (!admin) return <NoPermission who={['admin']} text={t('onlyAdmin')} />
  switch (stage.name) {
    case 'choose':
      return <Choose onChoose={onChoose} />
    case 'chosen':
      return null
    case 'previewing':
      return <ProgressLine label={t('previewing')} progress={stage.progress} onCancel={cancel} />
    case 'preview':
      return <Preview files={stage.files} />
    case 'importing':
      return <ProgressLine label={t('importing')} progress={stage.progress} onCancel={cancel} />
    case 'done':
      return <Report result={stage.result} onNext={letGo} />
    case 'failed':
      return (
        <>
          <ErrorState title={t(stage.at === 'preview' ? 'previewFailed' : 'importFailed')} failure={stage.failure} onRetry={() => void preview()} />
          <div className={classes.after}>
            <Button onClick={letGo}>{t('otherFiles')}</Button>
          </div>
        </>
      )
  }
}

function Choose({ onChoose }: { onChoose: () => void }) {
  const { t } = useTranslation('feeds')
  return (
    <div className={classes.choose}>
      <div className={classes.dropHere}>
        <EmptyState
          icon={IconFileImport}
          title={t('choose.empty')}
          text={t('choose.emptyText')}
          action={
            <Button variant="filled" onClick={onChoose}>
              {t('choose.button')}
            </Button>
          }
        />
      </div>
      <section>
        <h2 className={classes.heading}>{t('choose.kinds')}</h2>
        <p className={classes.text}>{t('choose.kindsText')}</p>
        <ul className={classes.kinds}>
          {FEED_KINDS.map((kind) => (
            <li key={kind}>
              <strong>{t(`kind.${kind}`)}</strong> <code>{kind}</code>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

const takes = ({ problem, counts }: FilePreview): number => (problem === null ? counts.rows - counts.bad : 0)

function Preview({ files }: { files: readonly FilePreview[] }) {
  const { t } = useTranslation('feeds')
  const format = useFormat()
  const chosen = useImportRun((run) => run.files)
  const allOrNothing = useImportRun((run) => run.allOrNothing)
  const bad = files.reduce((sum, { counts }) => sum + counts.bad, 0)
  const broken = files.filter(({ problem }) => problem !== null).length
  const rows = files.reduce((sum, file) => sum + takes(file), 0)
  const blocked =
    broken > 0
      ? t('blocked.broken', { count: broken, number: format.number(broken) })
      : allOrNothing && bad > 0
        ? t('blocked.bad', { count: bad, number: format.number(bad) })
        : null
  return (
    <div className={classes.work}>
      <div className={classes.scroll}>
        {files.map((file, index) => (
          <FilePanel
            key={chosen[index]?.path ?? file.file}
            file={file}
            chosen={chosen[index]}
            open={files.length === 1 || file.problem !== null || file.counts.bad > 0}
          />
        ))}
      </div>
      <footer className={classes.decide}>
        <Switch
          label={t('allOrNothing')}
          description={t('allOrNothingText')}
          checked={allOrNothing}
          onChange={(event) => setAllOrNothing(event.currentTarget.checked)}
        />
        <span className={classes.blocked}>{blocked ?? (bad > 0 ? t('leavesOut', { count: bad, number: format.number(bad) }) : '')}</span>
        <Button onClick={letGo}>{t('letGo')}</Button>
        <Button variant="filled" disabled={blocked !== null || rows === 0} onClick={() => void startImport()}>
          {t('import', { count: files.length, rows: format.number(rows), number: format.number(files.length) })}
        </Button>
      </footer>
    </div>
  )
}
