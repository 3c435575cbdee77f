import { Button, Tooltip } from '@mantine/core'
import { IconDownload, IconPlayerPause, IconPlayerPlay, IconRefresh, IconRubberStamp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CaseRow } from '@contract/limits'
import { useMay } from '@/app/session/session'
import { KeyHint } from '@/kit/key-hint'
import type { Column } from '@/kit/table'
import { exportRows } from '@/kit/table/csv'
import type { CaseDialog } from './case-dialogs'

/** LIM-14: a process that runs; what was stopped by a bounce waits for an address anyway. */
export const mayPause = (row: CaseRow): boolean => row.state === 'warning' || row.state === 'approval'

interface ActionsProps {
  onDialog: (dialog: CaseDialog) => void
}

/** What can be done to the selected cases. */
export function BulkActions({ rows, columns, onDialog }: ActionsProps & { rows: readonly CaseRow[]; columns: readonly Column<CaseRow>[] }) {
  const { t } = useTranslation('limits')
  const mayAct = useMay(['support', 'admin'])
  const isAdmin = useMay(['admin'])
  const pausable = rows.filter(mayPause)
  const paused = rows.filter(({ state }) => state === 'paused')
  return (
    <>
      <Tooltip label={t('action.supportPauses')} disabled={mayAct}>
        <Button
          leftSection={<IconPlayerPause size={14} stroke={1.7} aria-hidden />}
          rightSection={<KeyHint keys="p" />}
          disabled={!mayAct || pausable.length === 0}
          onClick={() => onDialog({ kind: 'pause', rows: pausable })}
        >
          {t('action.pause')}
        </Button>
      </Tooltip>
      {paused.length > 0 && isAdmin ? (
        <Button leftSection={<IconPlayerPlay size={14} stroke={1.7} aria-hidden />} onClick={() => onDialog({ kind: 'endPause', rows: paused })}>
          {t('action.endPause')}
        </Button>
      ) : null}
      <Button
        leftSection={<IconDownload size={14} stroke={1.7} aria-hidden />}
        rightSection={<KeyHint keys="x" />}
        onClick={() => void exportRows('over-limits', columns, rows)}
      >
        {t('action.export')}
      </Button>
    </>
  )
}

/** What can be done to one case, in its opened row. */
export function DetailActions({ row, onDialog }: ActionsProps & { row: CaseRow }) {
  const { t } = useTranslation('limits')
  const mayAct = useMay(['support', 'admin'])
  const isAdmin = useMay(['admin'])
  if (!mayAct) return null
  return (
    <>
      {row.state === 'approval' ? (
        <Button
          leftSection={<IconRubberStamp size={14} stroke={1.7} aria-hidden />}
          rightSection={<KeyHint keys="o" />}
          onClick={() => onDialog({ kind: 'approve', row })}
        >
          {t('action.approve')}
        </Button>
      ) : null}
      {row.state === 'unreachable' ? (
        <Button leftSection={<IconRefresh size={14} stroke={1.7} aria-hidden />} onClick={() => onDialog({ kind: 'restart', row })}>
          {t('action.restart')}
        </Button>
      ) : null}
      {row.state === 'paused' && isAdmin ? (
        <Button leftSection={<IconPlayerPlay size={14} stroke={1.7} aria-hidden />} onClick={() => onDialog({ kind: 'endPause', rows: [row] })}>
          {t('action.endPause')}
        </Button>
      ) : null}
      {mayPause(row) ? (
        <Button leftSection={<IconPlayerPause size={14} stroke={1.7} aria-hidden />} onClick={() => onDialog({ kind: 'pause', rows: [row] })}>
          {t('action.pause')}
        </Button>
      ) : null}
    </>
  )
}
