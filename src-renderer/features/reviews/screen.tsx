import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REVIEW_TABS } from '@contract/reviews'
import type { Total } from '@contract/define'
import { useDeskCommand } from '@/app/bridge/commands'
import { useDeskQuery } from '@/app/bridge/queries'
import { useRouteQuery } from '@/app/routes/use-route'
import { useNow } from '@/app/session/clock'
import { FilterField } from '@/kit/filter-field'
import { useFormat } from '@/kit/format/use-format'
import { HeadTabs } from '@/kit/head-tabs'
import { announce } from '@/kit/live-region'
import { Screen } from '@/kit/screen'
import { ListPane, useWide } from '@/kit/split-pane'
import { ReviewFilterMenu } from './filter-menu'
import { QueueList } from './queue-list'
import { narrowingOf, reviewFilterOf, type ReviewTab } from './review-filter'
import { RecordDialogs, type Recording } from './record/record-dialogs'
import { ReviewDialogs, type ReviewDialog } from './review-dialogs'
import { ReviewPane } from './review-pane'
import { UndoHeld } from './undo-held'
import { useCurrent } from './use-current'
import { focusList } from './use-deciding'
import type { Decided } from './use-decide'
import { useDrafts } from './use-drafts'
import { useHeld } from './use-held'
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
  const drafts = useDrafts()
  const [dialog, setDialog] = useState<ReviewDialog | null>(null)
  const [recording, setRecording] = useState<Recording | null>(null)
  const [looks, setLooks] = useState(0)
  const current = useCurrent({
    all: queue.all,
    asked: query['id'],
    list: JSON.stringify([narrowingOf(filter), filter.sort, filter.descending]),
    write: (id) => change({ id }),
  })
  const client = useQueryClient()
  const { go, after, leave, back } = current
  const comeBack = useCallback(
    (id: string) => {
      back(id)
      void client.resetQueries({ queryKey: ['reviews.get', { id }] })
      setLooks((count) => count + 1)
      go(id)
    },
    [client, back, go],
  )
  const held = useHeld(comeBack)
  const undoMs = (useDeskQuery('reviews.settings', {}).data?.undoSeconds ?? 10) * 1000
  const { run: undo } = useDeskCommand('reviews.undo', { onDone: () => setLooks((count) => count + 1) })
  const onward = async (from: string): Promise<void> => {
    const next = await after(from)
    go(next)
    focusList()
  }
  const decided = (given: Decided): void => {
    drafts.drop(given.review.id)
    held.push(given)
    announce(t(`said.${given.outcome}`, { group: given.review.groupName }))
    leave(given.review.id)
    void onward(given.review.id)
  }
  const skip = async (from: string): Promise<void> => {
    const next = await after(from)
    if (next === null) announce(t('said.last'))
    else go(next)
  }
  const carriedOut = ({ kind, review }: ReviewDialog): void => {
    if (kind === 'reopen') return setLooks((count) => count + 1)
    leave(review.id)
    void onward(review.id)
  }
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
          <FilterField
            label={t('filter.search')}
            value={filter.search}
            onChange={(search) => narrow({ search: search || null })}
            width={wide ? 180 : 140}
          />
        </>
      }
    >
      <ListPane
        id="reviews"
        listWidth={wide ? 388 : 340}
        list={
          <QueueList
            queue={queue}
            filter={filter}
            change={narrow}
            current={current.id}
            onCurrent={current.go}
            total={total}
            now={now}
            foot={held.decisions.length === 0 ? null : <UndoHeld held={held} windowMs={undoMs} />}
          />
        }
      >
        {current.id === null ? null : (
          <ReviewPane
            id={current.id}
            rows={queue.all.rows}
            total={total}
            now={now}
            looks={looks}
            drafts={drafts}
            onReview={go}
            onDecided={decided}
            onSkip={() => current.id !== null && void skip(current.id)}
            onDialog={setDialog}
            onRecord={setRecording}
            onUndo={(decisionId) => void undo({ decisionId })}
          />
        )}
      </ListPane>
      <RecordDialogs recording={recording} onClose={() => setRecording(null)} />
      <ReviewDialogs dialog={dialog} onClose={() => setDialog(null)} onDone={carriedOut} />
    </Screen>
  )
}

function tabCount(total: Total | undefined, tab: ReviewTab, write: (total: Total) => string): { count?: string } {
  return total === undefined || tab === 'decided' || (total.count === 0 && tab !== 'queue') ? {} : { count: write(total) }
}
