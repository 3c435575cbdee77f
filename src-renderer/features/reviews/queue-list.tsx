import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Total } from '@contract/define'
import { REVIEW_SORTS, type ReviewRow } from '@contract/reviews'
import { useFormat } from '@/kit/format/use-format'
import { StatusBadge } from '@/kit/status-badge'
import { DataTable } from '@/kit/table'
import { EmptyQueue } from './empty-queue'
import { useQueueColumns } from './queue-columns'
import { QueueRow } from './queue-row'
import classes from './queue.module.css'
import type { ReviewFilter, ReviewSort } from './review-filter'
import type { Queue, QueuePart } from './use-queue'

interface QueueListProps {
  queue: Queue
  filter: ReviewFilter
  change: (patch: Record<string, string | null>) => void
  current: string | null
  onCurrent: (id: string) => void
  total: Total | undefined
  /** The workspace clock, ms UTC. */
  now: number
  /** The undo bar, at the list's foot. */
  foot: ReactNode
}

const CLOCKED: ReadonlySet<string> = new Set(['queue', 'mine', 'snoozed'])
const rowId = (row: ReviewRow): string => row.id

/** REV-05, REV-06: what waits, the first due first. */
export function QueueList({ queue, filter, change, current, onCurrent, total, now, foot }: QueueListProps) {
  const { t } = useTranslation('reviews')
  const columns = useQueueColumns(now)
  const { all, parts } = queue
  const rows = useMemo(
    () =>
      parts?.map((part) => ({ key: part.key, label: <PartName part={part} now={now} />, summary: <PartCount part={part} />, rows: part.rows })) ??
      all,
    [all, parts, now],
  )
  return (
    <div className={classes.list}>
      <div className={classes.table}>
        <DataTable
          id="reviews"
          label={t('title')}
          columns={columns}
          layout={{ head: <QueueHead filter={filter} change={change} />, row: (row) => <QueueRow row={row} now={now} /> }}
          rows={rows}
          rowId={rowId}
          rowHeight={46}
          current={current}
          onCurrent={onCurrent}
          empty={<EmptyQueue filter={filter} change={change} />}
          errorTitle={t('error')}
          rowTotal={total}
        />
      </div>
      {foot === null ? null : <div className={classes.undo}>{foot}</div>}
    </div>
  )
}

function PartName({ part, now }: { part: QueuePart; now: number }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  if (part.key === 'overdue') return <StatusBadge state="overdue">{t('part.overdue')}</StatusBadge>
  if (part.key === 'stopped') return t('part.stopped')
  if (part.key === 'none') return t('part.none')
  return part.key === format.isoDate(now) ? t('part.today') : format.dayHead(part.key, now)
}

function PartCount({ part }: { part: QueuePart }) {
  const format = useFormat()
  return <>{`${format.number(part.rows.rows.length)}${part.rows.hasMore ? '+' : ''}`}</>
}

function QueueHead({ filter, change }: Pick<QueueListProps, 'filter' | 'change'>) {
  const { t } = useTranslation('reviews')
  // Where no clock runs, the order by due time is that of the last decision or change.
  const timed = CLOCKED.has(filter.tab)
  const named = (sort: ReviewSort): ReviewSort | 'latest' => (sort === 'due' && !timed ? 'latest' : sort)
  return (
    <div className={classes.head}>
      <Menu position="bottom-start" width={230}>
        <Menu.Target>
          <button type="button" className={classes.sort}>
            {t(`sorted.${named(filter.sort)}`)}
            <IconChevronDown size={12} stroke={1.7} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.RadioGroup value={filter.sort} onChange={(sort) => change({ sort: sort === 'due' ? null : sort })}>
            {REVIEW_SORTS.map((sort) => (
              <Menu.RadioItem key={sort} value={sort}>
                {t(`sorted.${named(sort)}`)}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.RadioGroup value={filter.descending ? 'down' : 'up'} onChange={(way) => change({ descending: way === 'down' ? '1' : null })}>
            <Menu.RadioItem value="up">{t('sorted.up')}</Menu.RadioItem>
            <Menu.RadioItem value="down">{t('sorted.down')}</Menu.RadioItem>
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
      <span className={classes.headMeasures} aria-hidden>
        <span>{t('column.completeness')}</span>
        <span>{t('column.signals')}</span>
        <span>{t('column.by')}</span>
      </span>
    </div>
  )
}
