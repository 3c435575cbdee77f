import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRow } from '@contract/limits'
import { useNow } from '@/app/session/clock'
import { DateField } from '@/kit/date-field'
import { useFormat } from '@/kit/format/use-format'
import { addDays } from '@/kit/format/zoned'
import { BatchDialog } from './batch-dialog'
import { asSelection, useBatch } from './use-batch'

/** LIM-14: no step until a date, for a reason that is shown and journaled. */
export function PauseDialog({ rows, onClose, onFinished }: { rows: readonly CaseRow[]; onClose: () => void; onFinished: () => void }) {
  const { t } = useTranslation('limits')
  const format = useFormat()
  const today = format.isoDate(useNow())
  const [until, setUntil] = useState<string | null>(() => addDays(today, 7))
  const batch = useBatch('limits.pause', 'paused', onFinished)
  const count = { count: rows.length, number: format.number(rows.length) }
  return (
    <BatchDialog
      title={t('pause.title', count)}
      rows={rows}
      onClose={onClose}
      confirmLabel={t('pause.confirm', count)}
      onConfirm={(reason) => until !== null && batch.run({ cases: asSelection(rows), until, reason })}
      running={batch.running}
      failure={batch.failure}
      result={batch.result}
      ready={until !== null}
      remark={t('pause.remark')}
    >
      <DateField label={t('pause.until')} value={until} onChange={setUntil} min={addDays(today, 1)} description={t('pause.untilHint')} width={190} />
    </BatchDialog>
  )
}

/** LIM-14: an admin ends a pause; the process goes on where it stood. */
export function EndPauseDialog({ rows, onClose, onFinished }: { rows: readonly CaseRow[]; onClose: () => void; onFinished: () => void }) {
  const { t } = useTranslation('limits')
  const format = useFormat()
  const batch = useBatch('limits.end_pause', 'pauseEnded', onFinished)
  const count = { count: rows.length, number: format.number(rows.length) }
  return (
    <BatchDialog
      title={t('endPause.title', count)}
      rows={rows}
      onClose={onClose}
      confirmLabel={t('endPause.confirm', count)}
      onConfirm={(reason) => batch.run({ cases: asSelection(rows), reason })}
      running={batch.running}
      failure={batch.failure}
      result={batch.result}
      remark={t('endPause.remark')}
    />
  )
}
