import { Button } from '@mantine/core'
import { IconFileImport, IconHourglass } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportRow } from '@contract/feeds'
import { useDeskCommand } from '@/app/bridge/commands'
import { useDeskPages, useDeskQuery } from '@/app/bridge/queries'
import { useNow } from '@/app/session/clock'
import { useMay } from '@/app/session/session'
import { ReasonDialog } from '@/kit/reason-dialog'
import { useFormat } from '@/kit/format/use-format'
import { Banner } from '@/kit/panel'
import { EmptyState } from '@/kit/state-views'
import { StatusBadge } from '@/kit/status-badge'
import type { StateName } from '@/kit/states'
import { DataTable, type Column } from '@/kit/table'
import { Consequences } from './consequences'
import { Counts } from './counts'
import classes from './feeds.module.css'
import { fileName } from './file-name'
import { BadRowsOf } from './report'

const STATE: Record<ImportRow['state'], StateName> = {
  running: 'catchingUp',
  interrupted: 'interrupted',
  cancelled: 'off',
  done: 'done',
  waiting: 'waits',
}
const idOf = (row: ImportRow): string => row.id
const sum = (row: ImportRow, name: 'rows' | 'new' | 'changed' | 'bad'): number => row.files.reduce((total, file) => total + file[name], 0)

/** Every import so far; what waits for an admin stands above (FED-08). */
export function PastImports() {
  const { t } = useTranslation('feeds')
  const rows = useDeskPages('feeds.imports', {})
  const columns = useImportColumns()
  const admin = useMay(['admin'])
  return (
    <>
      <Waiting />
      <DataTable
        id="imports"
        label={t('tab.past')}
        columns={columns}
        rows={rows}
        rowId={idOf}
        detail={(row) => <ImportDetail row={row} />}
        empty={<EmptyState icon={IconFileImport} title={t('past.none')} text={t(admin ? 'past.noneText' : 'past.noneOther')} />}
        errorTitle={t('past.unreadable')}
        foot={<span>{t('past.foot')}</span>}
      />
    </>
  )
}

function Waiting() {
  const { t } = useTranslation('feeds')
  const format = useFormat()
  const now = useNow()
  const admin = useMay(['admin'])
  const { data } = useDeskQuery('feeds.waiting', {})
  const [asked, setAsked] = useState<ImportRow | null>(null)
  const release = useDeskCommand('feeds.release', { failures: 'inline', onDone: () => setAsked(null) })
  if (data === undefined || data.length === 0) return null
  return (
    <div className={classes.waiting}>
      {data.map((row) => (
        <Banner
          key={row.id}
          icon={IconHourglass}
          tone="warn"
          action={admin ? <Button onClick={() => setAsked(row)}>{t('waiting.release')}</Button> : undefined}
        >
          <strong>{t('waiting.title', { when: format.when(row.at, now), by: row.actorName })}</strong> {t('waiting.text')}{' '}
          <Consequences figures={row.consequences} />.{admin ? null : ` ${t('waiting.onlyAdmin')}`}
        </Banner>
      ))}
      <ReasonDialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={t('waiting.releaseTitle')}
        confirmLabel={t('waiting.releaseConfirm')}
        running={release.running}
        failure={release.failure}
        onConfirm={(reason) => asked !== null && void release.run({ importId: asked.id, reason })}
      >
        <p>{t('waiting.releaseText')}</p>
        {asked === null ? null : (
          <p>
            <Consequences figures={asked.consequences} />
          </p>
        )}
      </ReasonDialog>
    </div>
  )
}

function ImportDetail({ row }: { row: ImportRow }) {
  const { t } = useTranslation('feeds')
  const bad = sum(row, 'bad')
  return (
    <div className={classes.detail}>
      {row.state === 'interrupted' ? <p className={classes.text}>{t('past.interrupted')}</p> : null}
      <p className={classes.text}>
        <Consequences figures={row.consequences} />
      </p>
      <ul className={classes.lines}>
        {row.files.map((file) => (
          <li key={file.file}>
            <span className={classes.lineName} title={file.file}>
              {fileName(file.file)}
            </span>
            <span className={classes.lineKind}>{t(`kind.${file.kind}`)}</span>
            <Counts counts={file} />
          </li>
        ))}
      </ul>
      {bad === 0 ? null : <BadRowsOf importId={row.id} total={bad} />}
    </div>
  )
}

function useImportColumns(): Column<ImportRow>[] {
  const { t } = useTranslation('feeds')
  const format = useFormat()
  const now = useNow(60_000)
  return useMemo(() => {
    const files = (row: ImportRow): string => row.files.map(({ file }) => fileName(file)).join(', ')
    const figure = (id: 'rows' | 'new' | 'changed' | 'bad'): Column<ImportRow> => ({
      id,
      header: t(`count.${id}`),
      width: 92,
      align: 'right',
      text: (row) => sum(row, id),
      cell: (row) => (
        <span data-bad={(id === 'bad' && sum(row, id) > 0) || undefined} className={classes.figure}>
          {format.number(sum(row, id))}
        </span>
      ),
    })
    return [
      { id: 'at', header: t('past.when'), width: 160, fixed: true, text: ({ at }) => format.dateTime(at), cell: ({ at }) => format.when(at, now) },
      {
        id: 'state',
        header: t('past.state'),
        width: 170,
        text: ({ state }) => t(`state.${state}`),
        cell: ({ state }) => <StatusBadge state={STATE[state]}>{t(`state.${state}`)}</StatusBadge>,
      },
      { id: 'files', header: t('past.files'), width: 220, grow: 1, text: files, cell: (row) => <span title={files(row)}>{files(row)}</span> },
      figure('rows'),
      figure('new'),
      figure('changed'),
      figure('bad'),
      {
        id: 'actor',
        header: t('past.by'),
        width: 150,
        text: ({ actorName }) => actorName,
        cell: ({ actorName }) => <span title={actorName}>{actorName}</span>,
      },
    ]
  }, [t, format, now])
}
