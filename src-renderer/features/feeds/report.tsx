import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconColumnsOff, IconDownload, IconHourglass, IconPlayerStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ImportResult } from '@contract/feeds'
import { useDeskPages } from '@/app/bridge/queries'
import { go } from '@/app/routes/use-route'
import { useFormat } from '@/kit/format/use-format'
import { Banner, Panel } from '@/kit/panel'
import { ErrorState, LoadingState } from '@/kit/state-views'
import { BadRows } from './bad-rows'
import { Consequences } from './consequences'
import { Counts } from './counts'
import { useExportReport } from './export-report'
import classes from './feeds.module.css'
import { fileName } from './file-name'

/** What an import did, and which rows it left out. */
export function Report({ result, onNext }: { result: ImportResult; onNext: () => void }) {
  const { t } = useTranslation('feeds')
  const bad = result.files.reduce((sum, file) => sum + file.bad, 0)
  return (
    <div className={classes.work}>
      <div className={classes.scroll}>
        <Outcome result={result} />
        {result.waitingForAdmin ? (
          <Banner icon={IconHourglass} tone="warn">
            {t('report.waiting')}
          </Banner>
        ) : null}
        <Panel title={t('report.files')} note={<Consequences figures={result.consequences} />}>
          <ul className={classes.lines}>
            {result.files.map((file) => (
              <li key={file.file}>
                <span className={classes.lineName} title={file.file}>
                  {fileName(file.file)}
                </span>
                <span className={classes.lineKind}>{t(`kind.${file.kind}`)}</span>
                <Counts counts={file} />
              </li>
            ))}
          </ul>
        </Panel>
        {bad === 0 ? null : <BadRowsOf importId={result.importId} total={bad} />}
      </div>
      <footer className={classes.decide}>
        <span className={classes.blocked}>{bad === 0 ? '' : t('report.correct')}</span>
        <Button onClick={() => go({ screen: 'limits' })}>{t('report.toLimits')}</Button>
        <Button variant="filled" onClick={onNext}>
          {t('report.next')}
        </Button>
      </footer>
    </div>
  )
}

/** FED-02: what became of it as a whole. */
function Outcome({ result: { files, cancelled, nothingTaken } }: { result: ImportResult }) {
  const { t } = useTranslation('feeds')
  const format = useFormat()
  const taken = files.reduce((sum, file) => sum + file.new + file.changed, 0)
  const unknown = [...new Set(files.flatMap((file) => file.unknown))]
  return (
    <>
      {nothingTaken ? (
        <Banner icon={IconPlayerStop} tone="bad">
          {t(cancelled ? 'report.nothingCancelled' : 'report.nothing')}
        </Banner>
      ) : cancelled ? (
        <Banner icon={IconPlayerStop} tone="warn">
          {t('report.cancelled')}
        </Banner>
      ) : (
        <Banner icon={IconCheck} tone="ok">
          {t('report.done', { count: taken, number: format.number(taken) })}
        </Banner>
      )}
      {unknown.length === 0 ? null : (
        <Banner icon={IconColumnsOff} tone="plain">
          {t('unknown', { count: unknown.length, columns: format.list(unknown) })}
        </Banner>
      )}
    </>
  )
}

/** The bad rows of one import, with their export. */
export function BadRowsOf({ importId, total }: { importId: string; total: number }) {
  const { t } = useTranslation('feeds')
  const format = useFormat()
  const pages = useDeskPages('feeds.bad_rows', { importId })
  const report = useExportReport()
  const files = [...new Set(pages.rows.map(({ file }) => file))]
  return (
    <Panel
      title={t('bad.title')}
      note={format.number(total)}
      actions={
        <Button leftSection={<IconDownload size={15} stroke={1.7} />} loading={report.running} onClick={() => void report.run(importId)}>
          {t('report.export')}
        </Button>
      }
      foot={
        pages.hasMore ? (
          <Button loading={pages.loadingMore} onClick={() => void pages.loadMore()}>
            {t('bad.load')}
          </Button>
        ) : undefined
      }
    >
      {pages.failure !== null ? (
        <ErrorState title={t('bad.unreadable')} failure={pages.failure} onRetry={pages.reload} />
      ) : pages.loading ? (
        <LoadingState />
      ) : (
        files.map((file) => (
          <div key={file} className={classes.byFile}>
            <h3 className={classes.heading}>
              <IconAlertTriangle size={14} aria-hidden /> {fileName(file)}
            </h3>
            <BadRows rows={pages.rows.filter((row) => row.file === file)} total={0} />
          </div>
        ))
      )}
    </Panel>
  )
}
