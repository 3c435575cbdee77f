import { useTranslation } from 'react-i18next'
import { useDeskQuery } from '@/app/bridge/queries'
import { useRouteQuery } from '@/app/routes/use-route'
import { useNow } from '@/app/session/clock'
import { useFormat } from '@/kit/format/use-format'
import { HeadTabs } from '@/kit/head-tabs'
import { Screen } from '@/kit/screen'
import { ErrorState, LoadingState, useDelayed } from '@/kit/state-views'
import { ByCause } from './by-cause'
import { Funnel } from './funnel'
import { History } from './history'
import { NeedsMe } from './needs-me'
import classes from './today.module.css'

const WHOSE = ['mine', 'team'] as const
type Whose = (typeof WHOSE)[number]

/** DSK-02: what needs a person, and how the over-limit process stands. */
export default function TodayScreen() {
  const { t } = useTranslation('today')
  const format = useFormat()
  const now = useNow(60_000)
  const [query, change] = useRouteQuery()
  const whose: Whose = query['whose'] === 'team' ? 'team' : 'mine'
  const today = useDeskQuery('today.view', {}, { refetchEveryMs: 60_000 })
  const slow = useDelayed(today.isPending)
  const view = today.data
  return (
    <Screen
      title={t('title')}
      note={format.day(now)}
      panels
      actions={
        <div className={classes.whose}>
          <HeadTabs<Whose>
            label={t('whose.label')}
            tabs={WHOSE.map((id) => ({ id, label: t(`whose.${id}`) }))}
            value={whose}
            onChange={(next) => change({ whose: next === 'mine' ? null : next })}
          />
        </div>
      }
    >
      {slow ? <LoadingState lines={6} /> : null}
      {today.error === null ? null : <ErrorState title={t('error')} failure={today.error} onRetry={() => void today.refetch()} />}
      {view === undefined ? null : (
        <div className={classes.grid}>
          <div className={classes.needsPlace}>
            <NeedsMe items={view.items} team={whose === 'team'} />
          </div>
          <div className={classes.historyPlace}>
            <History view={view} />
          </div>
          <Funnel view={view} />
          <ByCause view={view} />
        </div>
      )}
    </Screen>
  )
}
