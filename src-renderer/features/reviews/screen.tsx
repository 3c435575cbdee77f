import { useTranslation } from 'react-i18next'
import { REVIEW_TABS } from '@contract/reviews'
import type { Total } from '@contract/define'
import { useDeskQuery } from '@/app/bridge/queries'
import { useRouteQuery } from '@/app/routes/use-route'
import { useNow } from '@/app/session/clock'
import { FilterField } from '@/kit/filter-field'
import { useFormat } from '@/kit/format/use-format'
import { HeadTabs } from '@/kit/head-tabs'
import { Screen } from '@/kit/screen'
import { ListPane, useWide } from '@/kit/split-pane'
import { ReviewFilterMenu } from './filter-menu'
import { QueueList } from './queue-list'
import { narrowingOf, reviewFilterOf, type ReviewTab } from './review-filter'
import { ReviewPane } from './review-pane'
import { useCurrent } from './use-current'
import { useQueue } from './use-queue'
import { ViewsMenu } from './views-menu'

/** REV: the queue, one review of it, and its decision (DSK-01). */
export default function ReviewsScreen() {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  const now = useNow(30_000)
  const wide = useWide()
  const [query, change] = useRouteQuery()
  const filter = reviewFilterOf(query)
  const narrow = (patch: Record<string, string | null>): void => change({ ...patch, id: null })
  const queue = useQueue(filter, now, format)
  const totals = useDeskQuery('reviews.totals', {}, { keepPrevious: true }).data
  const total = useDeskQuery('reviews.total', narrowingOf(filter), { keepPrevious: true }).data
  const current = useCurrent({
    all: queue.all,
    asked: query['id'],
    list: JSON.stringify([narrowingOf(filter), filter.sort, filter.descending]),
    write: (id) => change({ id }),
  })
  return (
    <Screen
      title={t('title')}
      tabs={
        <HeadTabs
          label={t('tabs')}
          tabs={REVIEW_TABS.map((id) => ({ id, label: t(`tab.${id}`), ...tabCount(totals?.[id], id, format.total) }))}
          value={filter.tab}
          onChange={(tab) => narrow({ tab: tab === 'queue' ? null : tab })}
        />
      }
      actions={
        <>
          <ViewsMenu filter={filter} change={narrow} />
          <ReviewFilterMenu filter={filter} change={narrow} />
          <FilterField label={t('filter.search')} value={filter.search} onChange={(search) => narrow({ search: search || null })} width={wide ? 180 : 140} />
        </>
      }
    >
      <ListPane
        id="reviews"
        listWidth={wide ? 388 : 340}
        list={<QueueList queue={queue} filter={filter} change={narrow} current={current.id} onCurrent={current.go} total={total} now={now} foot={null} />}
      >
        {current.id === null ? null : <ReviewPane id={current.id} rows={queue.all.rows} total={total} now={now} onReview={current.go} />}
      </ListPane>
    </Screen>
  )
}

function tabCount(total: Total | undefined, tab: ReviewTab, write: (total: Total) => string): { count?: string } {
  return total === undefined || tab === 'decided' || (total.count === 0 && tab !== 'queue') ? {} : { count: write(total) }
}
