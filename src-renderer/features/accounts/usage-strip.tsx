import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AccountView, UsageView } from '@contract/accounts'
import { byResource, resourceName } from '@/features/limits'
import { useFormat } from '@/kit/format/use-format'
import { UsageBar } from '@/kit/usage-bar'
import classes from './accounts.module.css'

/** Plan, and each resource against its limit; the excess is red and hatched. */
export function UsageStrip({ account }: { account: AccountView }) {
  const { t } = useTranslation('accounts')
  const { plan, originalPlan } = account
  return (
    <dl className={classes.strip}>
      <div className={classes.stripCell}>
        <dt>{t('strip.plan')}</dt>
        <dd className={classes.stripPlan}>
          <strong title={plan.name}>{plan.name}</strong>
          {originalPlan === null ? null : (
            <span title={t('strip.was', { plan: originalPlan.name })}>{t('strip.was', { plan: originalPlan.name })}</span>
          )}
        </dd>
      </div>
      {[...account.usage]
        .sort((a, b) => byResource(a.resource, b.resource))
        .map((usage) => (
          <Cell key={usage.resource} usage={usage} />
        ))}
      {account.usage.length === 0 ? (
        <div className={classes.stripCell}>
          <dt>{t('strip.usage')}</dt>
          <dd className={classes.stripNone}>{t('strip.none')}</dd>
        </div>
      ) : null}
    </dl>
  )
}

function Cell({ usage: { resource, used, limit } }: { usage: UsageView }) {
  const { t } = useTranslation(['accounts', 'kit'])
  const format = useFormat()
  const over = limit !== null && used > limit
  return (
    <div className={classes.stripCell}>
      <dt>
        <span>{resourceName(resource)}</span>
        {over && limit > 0 ? <span className={classes.stripOver}>{format.permille(Math.round(((used - limit) / limit) * 1000))}</span> : null}
      </dt>
      <dd>
        <span className={classes.stripFigures}>
          <span data-over={over || undefined}>
            {over ? <IconAlertTriangle size={14} stroke={1.8} role="img" aria-label={t('kit:usage.over')} /> : null}
            {format.number(used)}
          </span>
          <span className={classes.stripLimit}>{limit === null ? t('kit:usage.noLimit') : `/ ${format.number(limit)}`}</span>
        </span>
        <UsageBar used={used} limit={limit} barOnly />
      </dd>
    </div>
  )
}
