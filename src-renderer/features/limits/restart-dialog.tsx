import { useTranslation } from 'react-i18next'
import type { CaseRow } from '@contract/limits'
import { useDeskCommand } from '@/app/bridge/commands'
import { tell } from '@/kit/tell'
import { BatchDialog } from './batch-dialog'

/** LIM-16: after a bounce, somebody who knows that the address is right has the process start again at warning 1. */
export function RestartDialog({ row, onClose }: { row: CaseRow; onClose: () => void }) {
  const { t } = useTranslation('limits')
  const command = useDeskCommand('limits.restart', {
    failures: 'inline',
    onDone: () => {
      tell({ tone: 'ok', text: t('done.restarted', { company: row.company }) })
      onClose()
    },
  })
  return (
    <BatchDialog
      title={t('restart.title')}
      rows={[row]}
      onClose={onClose}
      confirmLabel={t('restart.confirm')}
      onConfirm={(reason) => void command.run({ id: row.id, version: row.version, reason })}
      running={command.running}
      failure={command.failure}
      result={null}
      remark={t('restart.remark')}
    >
      <p>{t('restart.text')}</p>
    </BatchDialog>
  )
}
