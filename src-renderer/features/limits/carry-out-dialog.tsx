import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRow, DryRunResult } from '@contract/limits'
import { useDeskQuery } from '@/app/bridge/queries'
import { clockNow } from '@/app/session/clock'
import { ConfirmDialog } from '@/kit/dialog'
import { useFormat } from '@/kit/format/use-format'
import { ErrorState, LoadingState } from '@/kit/state-views'
import { NamesOf } from './batch-dialog'
import { stepTitle } from './case-words'
import { LeftOut } from './left-out'
import classes from './limits.module.css'
import { useBatch } from './use-batch'

const SHOWN = 12

interface CarryOutProps {
  rows: readonly CaseRow[]
  /** What was looked at: its versions are what the batch is held to. */
  preview: DryRunResult
  onClose: () => void
  onFinished: () => void
}

/** The version each selected case had in the preview; where it has no step there, as it was selected (LIM-13). */
export function previewed(rows: readonly CaseRow[], preview: DryRunResult): { id: string; version: number }[] {
  const versions = new Map([...preview.steps].reverse().map(({ caseId, version }) => [caseId, version]))
  return rows.map(({ id, version }) => ({ id, version: versions.get(id) ?? version }))
}

/** LIM-13: carries out what is due now of the selected cases; what changed since the preview is left out and listed. */
export function CarryOutDialog({ rows, preview, onClose, onFinished }: CarryOutProps) {
  const { t } = useTranslation(['limits', 'common'])
  const format = useFormat()
  const [until] = useState(clockNow)
  const due = useDeskQuery('limits.dry_run', { until, ids: rows.map(({ id }) => id), limit: 500 })
  const batch = useBatch('limits.carry_out', 'carriedOut', onFinished)
  const steps = due.data?.steps ?? []
  const finished = batch.result !== null
  return (
    <ConfirmDialog
      opened
      size={560}
      onClose={onClose}
      title={t('limits:carryOut.title', { count: rows.length, number: format.number(rows.length) })}
      confirmLabel={finished ? t('common:close') : t('limits:carryOut.confirm', { count: steps.length, number: format.number(steps.length) })}
      onConfirm={() => (finished ? onClose() : batch.run({ cases: previewed(rows, preview) }))}
      confirmDisabled={!finished && steps.length === 0}
      running={batch.running}
      failure={batch.failure}
      remark={finished ? undefined : t('limits:carryOut.remark')}
    >
      {batch.result === null ? <NamesOf rows={rows} /> : <LeftOut left={batch.result.left} />}
      {due.isPending ? <LoadingState lines={3} /> : null}
      {due.error === null ? null : <ErrorState title={t('limits:dryRun.error')} failure={due.error} />}
      {finished || due.data === undefined ? null : steps.length === 0 ? (
        <p>{t('limits:carryOut.nothingDue')}</p>
      ) : (
        <ul className={classes.due}>
          {steps.slice(0, SHOWN).map(({ caseId, step, company, at, toPlan }) => (
            <li key={`${caseId}${step}${at}`}>
              <strong>{stepTitle(step)}</strong>
              {toPlan === null ? null : ` → ${toPlan}`} · {company}
            </li>
          ))}
          {steps.length > SHOWN ? <li>{t('limits:andMore', { count: steps.length - SHOWN, number: format.number(steps.length - SHOWN) })}</li> : null}
        </ul>
      )}
    </ConfirmDialog>
  )
}
