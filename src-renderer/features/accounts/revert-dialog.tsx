import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '@contract/accounts'
import type { RevertCheck } from '@contract/limits'
import { useDeskCommand } from '@/app/bridge/commands'
import { useDeskQuery } from '@/app/bridge/queries'
import { byResource, priceText, resourceName } from '@/features/limits'
import { ConfirmDialog } from '@/kit/dialog'
import { useFormat } from '@/kit/format/use-format'
import { ErrorState, LoadingState } from '@/kit/state-views'
import { StatusBadge } from '@/kit/status-badge'
import { tell } from '@/kit/tell'
import { UsageBar } from '@/kit/usage-bar'
import classes from './accounts.module.css'

/** LIM-09: resource by resource, whether usage fits the original plan again; refuses with the exact excess or carries it out. */
export function RevertDialog({ account, onClose }: { account: AccountView; onClose: () => void }) {
  const { t } = useTranslation('accounts')
  const check = useDeskQuery('limits.revert_check', { accountUuid: account.id })
  const [reason, setReason] = useState('')
  const command = useDeskCommand('limits.revert_plan', {
    failures: 'inline',
    onDone: () => {
      tell({ tone: 'ok', text: t('revert.done', { company: account.company }) })
      onClose()
    },
  })
  const data = check.data
  const plan = data?.originalPlan ?? null
  const allowed = data?.allowed === true && plan !== null
  return (
    <ConfirmDialog
      opened
      size={600}
      onClose={onClose}
      title={t('revert.dialogTitle', { company: account.company })}
      confirmLabel={plan === null ? t('revert.confirmNone') : t('revert.confirm', { plan: plan.name })}
      onConfirm={() => void command.run({ accountUuid: account.id, reason: reason.trim() })}
      confirmDisabled={!allowed || reason.trim().length < 3}
      running={command.running}
      failure={command.failure}
      remark={data === undefined ? undefined : allowed ? t('revert.remark') : t('revert.refused')}
    >
      {check.isPending ? <LoadingState lines={4} /> : null}
      {check.error === null ? null : <ErrorState title={t('revert.error')} failure={check.error} onRetry={() => void check.refetch()} />}
      {data === undefined ? null : plan === null ? <p>{t('revert.noOriginal')}</p> : <CheckTable check={data} />}
      {allowed ? (
        <Textarea
          label={t('revert.reason')}
          description={t('revert.reasonHint')}
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          minRows={2}
          autosize
          maxRows={6}
          maxLength={2000}
        />
      ) : null}
    </ConfirmDialog>
  )
}

function CheckTable({ check }: { check: RevertCheck }) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const { currentPlan, originalPlan } = check
  if (originalPlan === null) return null
  return (
    <>
      <p>
        {t('revert.change', {
          from: currentPlan.name,
          fromPrice: priceText(currentPlan, format),
          to: originalPlan.name,
          toPrice: priceText(originalPlan, format),
        })}
      </p>
      <table className={classes.check} aria-label={t('revert.table')}>
        <thead>
          <tr>
            <th scope="col">{t('revert.resource')}</th>
            <th scope="col" data-right>
              {t('revert.usage', { plan: originalPlan.name })}
            </th>
            <th scope="col" data-right>
              {t('revert.excess')}
            </th>
            <th scope="col">{t('revert.result')}</th>
          </tr>
        </thead>
        <tbody>
          {[...check.resources]
            .sort((a, b) => byResource(a.resource, b.resource))
            .map(({ resource, used, limit, excess }) => (
              <tr key={resource}>
                <th scope="row">{resourceName(resource)}</th>
                <td data-right>
                  <UsageBar used={used} limit={limit} />
                </td>
                <td data-right>{excess > 0 ? t('revert.tooMany', { number: format.number(excess) }) : ''}</td>
                <td>
                  {excess > 0 ? (
                    <StatusBadge state="overLimit">{t('revert.over')}</StatusBadge>
                  ) : (
                    <StatusBadge state="within">{t('revert.within')}</StatusBadge>
                  )}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </>
  )
}
