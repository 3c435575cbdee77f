import { IconArrowDownRight, IconCalendarX, IconReceipt, IconTrendingUp, type Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CaseCause } from '@contract/limits'
import type { TodayView } from '@contract/today'
import { go } from '@/app/routes/use-route'
import { useFormat } from '@/kit/format/use-format'
import { Panel } from '@/kit/panel'
import { EmptyState } from '@/kit/state-views'
import classes from './today.module.css'

const ICONS: Record<CaseCause, Icon> = {
  cancelled_to_free: IconCalendarX,
  downgraded: IconArrowDownRight,
  grew: IconTrendingUp,
  plan_changed: IconReceipt,
}

/** Why accounts are over their limits (LIM-02). */
export function ByCause({ view }: { view: TodayView }) {
  const { t } = useTranslation(['today', 'limits'])
  const format = useFormat()
  const most = Math.max(1, ...view.byCause.map(({ count }) => count))
  const sum = view.byCause.reduce((total, { count }) => total + count, 0)
  return (
    <Panel title={t('today:cause.title')} note={t('today:funnel.open', { count: view.openCases, number: format.number(view.openCases) })}>
      {sum === 0 ? (
        <EmptyState title={t('today:cause.empty')} />
      ) : (
        <ul className={classes.causes}>
          {view.byCause.map(({ cause, count }) => {
            const CauseIcon = ICONS[cause]
            return (
              <li key={cause}>
                <button type="button" className={classes.cause} onClick={() => go({ screen: 'limits', query: { group: 'none', cause } })}>
                  <CauseIcon size={15} stroke={1.7} aria-hidden />
                  <span className={classes.causeName}>{t(`limits:cause.${cause}`)}</span>
                  <span className={classes.causeRoom} aria-hidden>
                    <span style={{ width: `${(count / most) * 100}%` }} />
                  </span>
                  <span className={classes.causeCount}>{format.number(count)}</span>
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}
