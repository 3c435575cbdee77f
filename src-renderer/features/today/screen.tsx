import { Button } from '@mantine/core'
import { IconChartHistogram } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDeskQuery } from '@/app/bridge/queries'
import { go, useRouteQuery } from '@/app/routes/use-route'
import { useNow } from '@/app/session/clock'
import { useMay } from '@/app/session/session'
import { useFormat } from '@/kit/format/use-format'
import { HeadTabs } from '@/kit/head-tabs'
import { Screen } from '@/kit/screen'
import { ErrorState, LoadingState, useDelayed } from '@/kit/state-views'
import { BurnDownPanel } from './burn-down'
import { ByCause } from './by-cause'
import { Decided } from './decided'
import { Funnel } from './funnel'
import { History } from './history'
import { NeedsMe } from './needs-me'
import classes from './today.module.css'

const WHOSE = ['mine', 'team'] as const
type Whose = (typeof WHOSE)[number]

/** DSK-02: what needs a person, how the reviews due today go down, how the over-limit process stands, and what was done. */
export default function TodayScreen() {
  const { t } = useTranslation('today')
  const format = useFormat()
  const now = useNow(60_000)
  const [query, change] = useRouteQuery()
  const whose: Whose = query['whose'] === 'team' ? 'team' : 'mine'
  const today = useDeskQuery('today.view', {}, { refetchEveryMs: 60_000 })
  const burnDown = useDeskQuery('reports.burn_down', {}, { refetchEveryMs: 60_000, keepPrevious: true }).data
  const decides = useMay(['reviewer'])
  const slow = useDelayed(today.isPending)
  const view = today.data
  return (
    <Screen
      title={t('title')}
      note={format.day(now)}
      panels
      actions={
        <>
          <div className={classes.whose}>
            <HeadTabs<Whose>
              label={t('whose.label')}
              tabs={WHOSE.map((id) => ({ id, label: t(`whose.${id}`) }))}
              value={whose}
              onChange={(next) => change({ whose: next === 'mine' ? null : next })}
            />
          </div>
          <Button leftSection={<IconChartHistogram size={15} stroke={1.7} aria-hidden />} onClick={() => go({ screen: 'reports' })}>
            {t('reports')}
          </Button>
        </>
      }
    >
      {slow ? <LoadingState lines={6} /> : null}
      {today.error === null ? null : <ErrorState title={t('error')} failure={today.error} onRetry={() => void today.refetch()} />}
      {view === undefined ? null : (
        <div className={classes.grid}>
          <div className={classes.needsPlace}>
            <NeedsMe items={view.items} team={whose === 'team'} />
          </div>
          <div className={classes.burnDownPlace}>{burnDown === undefined ? null : <BurnDownPanel burnDown={burnDown} />}</div>
          <Funnel view={view} />
          <ByCause view={view} />
          <div className={classes.decidedPlace}>
            {burnDown === undefined ? null : <Decided burnDown={burnDown} team={whose === 'team' || !decides} />}
          </div>
          <div className={classes.historyPlace}>
            <History view={view} />
          </div>
        </div>
      )}
    </Screen>
  )
}
