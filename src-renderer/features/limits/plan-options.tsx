import { Radio } from '@mantine/core'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { PlanView } from '@contract/accounts'
import type { ApprovalCheck } from '@contract/limits'
import type { Formatters } from '@/kit/format/formatters'
import { useFormat } from '@/kit/format/use-format'
import { StatusBadge } from '@/kit/status-badge'
import { UsageBar } from '@/kit/usage-bar'
import { byResource, resourceName } from './case-words'
import classes from './limits.module.css'

/** What a plan costs a month, in words. */
export function priceText(plan: PlanView, format: Formatters): string {
  if (plan.priceMinor === null || plan.currency === null) return i18next.t(plan.paid ? 'limits:price.unknown' : 'limits:price.free')
  return i18next.t('limits:price.month', { price: format.money(plan.priceMinor, plan.currency) })
}

interface PlanOptionsProps {
  check: ApprovalCheck
  /** Internal uuid. */
  chosen: string | null
  onChoose: (plan: string) => void
}

/** Plans as rows, resources as columns; what does not fit is red and can't be chosen. */
export function PlanOptions({ check, chosen, onChoose }: PlanOptionsProps) {
  const { t } = useTranslation('limits')
  const format = useFormat()
  const usage = [...check.usage].sort((a, b) => byResource(a.resource, b.resource))
  return (
    <div className={classes.scroll}>
      <table className={classes.plans} aria-label={t('approve.plans')}>
        <thead>
          <tr>
            <th scope="col">{t('approve.plan')}</th>
            <th scope="col" data-right>
              {t('approve.price')}
            </th>
            {usage.map(({ resource }) => (
              <th key={resource} scope="col" data-right>
                {resourceName(resource)}
              </th>
            ))}
            <th scope="col">{t('approve.result')}</th>
          </tr>
        </thead>
        <tbody>
          <tr data-current>
            <td>{t('approve.current', { plan: check.currentPlan.name })}</td>
            <td data-right>{priceText(check.currentPlan, format)}</td>
            {usage.map(({ resource, used, limit }) => (
              <td key={resource} data-right>
                <UsageBar used={used} limit={limit} />
              </td>
            ))}
            <td>
              <StatusBadge state="overLimit" />
            </td>
          </tr>
          {check.options.map(({ plan, fits, recommended, skips }) => (
            <tr key={plan.id} data-chosen={plan.id === chosen || undefined}>
              <td>
                <Radio
                  name="plan"
                  label={recommended ? t('approve.recommended', { plan: plan.name }) : plan.name}
                  checked={plan.id === chosen}
                  disabled={!fits}
                  onChange={() => onChoose(plan.id)}
                />
              </td>
              <td data-right>{priceText(plan, format)}</td>
              {usage.map(({ resource, used }) => (
                <td key={resource} data-right>
                  <UsageBar used={used} limit={plan.limits[resource] ?? null} />
                </td>
              ))}
              <td>
                {fits ? (
                  <StatusBadge state="within">{t('approve.fits')}</StatusBadge>
                ) : (
                  <StatusBadge state="overLimit">{t('approve.tooSmall')}</StatusBadge>
                )}
                {skips.length === 0 ? null : <small className={classes.skips}>{t('approve.skips', { plans: format.list(skips) })}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {check.options.some(({ fits }) => fits) ? null : <p className={classes.nothingFits}>{t('approve.nothingFits')}</p>}
    </div>
  )
}
