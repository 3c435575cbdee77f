import { Checkbox, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApprovalCheck, CaseRow } from '@contract/limits'
import { useDeskCommand } from '@/app/bridge/commands'
import { useDeskQuery } from '@/app/bridge/queries'
import { ConfirmDialog } from '@/kit/dialog'
import { ErrorState, LoadingState } from '@/kit/state-views'
import { tell } from '@/kit/tell'
import { PlanOptions } from './plan-options'

interface Choice {
  plan: string | null
  consent: boolean
  reason: string
}

function chosenPlan(check: ApprovalCheck | undefined, choice: Choice): ApprovalCheck['options'][number] | null {
  if (check === undefined) return null
  const wanted =
    choice.plan === null ? check.options.find(({ recommended }) => recommended) : check.options.find(({ plan }) => plan.id === choice.plan)
  return wanted?.fits === true ? wanted : null
}

/** LIM-08: every plan, every resource and the price are seen before an operator approves an upgrade. */
export function ApproveDialog({ row, onClose }: { row: CaseRow; onClose: () => void }) {
  const { t } = useTranslation('limits')
  const check = useDeskQuery('limits.approval_check', { id: row.id })
  const [choice, setChoice] = useState<Choice>({ plan: null, consent: false, reason: '' })
  const command = useDeskCommand('limits.approve', {
    failures: 'inline',
    onDone: () => {
      tell({ tone: 'ok', text: t('done.approved', { company: row.company }) })
      onClose()
    },
  })
  const data = check.data
  const option = chosenPlan(data, choice)
  const needsConsent = data !== undefined && data.consumer && data.consent !== true
  const missing =
    option === null
      ? t('approve.noPlan')
      : needsConsent && !choice.consent
        ? t('approve.consentMissing')
        : choice.reason.trim().length < 3
          ? t('approve.reasonMissing')
          : null
  const confirm = (): void => {
    if (data === undefined || option === null) return
    void command.run({
      id: row.id,
      version: data.version,
      plan: option.plan.id,
      consentRecorded: needsConsent && choice.consent,
      reason: choice.reason.trim(),
    })
  }
  return (
    <ConfirmDialog
      opened
      size={980}
      onClose={onClose}
      title={t('approve.title', { company: row.company })}
      confirmLabel={option === null ? t('approve.confirmNone') : t('approve.confirm', { plan: option.plan.name })}
      onConfirm={confirm}
      confirmDisabled={missing !== null}
      running={command.running}
      failure={command.failure}
      remark={missing ?? t('approve.remark')}
    >
      {check.isPending ? <LoadingState lines={5} /> : null}
      {check.error === null ? null : <ErrorState title={t('approve.error')} failure={check.error} onRetry={() => void check.refetch()} />}
      {data === undefined ? null : (
        <>
          <p>{t(`approve.ground.${data.ground}`)}</p>
          <PlanOptions check={data} chosen={option?.plan.id ?? null} onChoose={(plan) => setChoice({ ...choice, plan })} />
          {needsConsent ? (
            <Checkbox
              label={t('approve.consent')}
              checked={choice.consent}
              onChange={(event) => setChoice({ ...choice, consent: event.currentTarget.checked })}
            />
          ) : null}
          {data.options.some(({ fits }) => fits) ? (
            <Textarea
              label={t('reason.label')}
              description={t('reason.hint')}
              autoFocus
              value={choice.reason}
              onChange={(event) => setChoice({ ...choice, reason: event.currentTarget.value })}
              minRows={2}
              autosize
              maxRows={6}
              maxLength={2000}
            />
          ) : null}
        </>
      )}
    </ConfirmDialog>
  )
}
