import { Button } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountView, TimelineRow } from '@contract/accounts'
import { useDeskPages } from '@/app/bridge/queries'
import { useRouteQuery } from '@/app/routes/use-route'
import { useNow } from '@/app/session/clock'
import { actorInWords, bodyLines, changeInWords, detailLines, eventLook, eventSubject, eventTitle, usePlanNames } from '@/features/journal'
import { useFormat } from '@/kit/format/use-format'
import type { Formatters } from '@/kit/format/formatters'
import { EmptyState, ErrorState, LoadingState, useDelayed } from '@/kit/state-views'
import { Timeline, type TimelineItem } from '@/kit/timeline'
import classes from './accounts.module.css'

const ONLY = ['all', 'decisions', 'facts', 'messages', 'people'] as const

/** Said by the title already, or of use only in the journal. */
const BESIDE: ReadonlySet<string> = new Set(['n', 'template', 'resource', 'used', 'sent', 'due', 'zone', 'price'])

function toItem(row: TimelineRow, plans: ReadonlyMap<string, string>, format: Formatters): TimelineItem {
  const [icon, tone] = eventLook(row.kind)
  const change = changeInWords(row.before, row.after)
  const subject = eventSubject(row.body, format)
  const lines = [...bodyLines(row.body, plans, format).filter(({ name }) => !BESIDE.has(name)), ...detailLines(row.detail, format)]
  return {
    id: row.id,
    at: row.at,
    icon,
    tone,
    title: (
      <>
        <strong>{eventTitle(row.kind, row.body)}</strong>
        {[subject, change].map((part) => (part === null ? null : `: ${part}`))}
      </>
    ),
    detail: lines.length === 0 ? null : lines.map(({ label, text }) => `${label}: ${text}`).join(' · '),
    rule: row.rule,
    who: actorInWords(row.actorKind === 'operator' ? 'operator' : row.actor, row.actor),
  }
}

/** What happened to the account and who decided it, newest first (JNL-04). */
export function TimelineTab({ account }: { account: AccountView }) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const now = useNow(60_000)
  const [query, change] = useRouteQuery()
  const only = ONLY.find((one) => one === query['only']) ?? 'all'
  const pages = useDeskPages('accounts.timeline', { id: account.id, only }, { pageSize: 60 })
  const plans = usePlanNames()
  const items = useMemo(() => pages.rows.map((row) => toItem(row, plans, format)), [pages.rows, plans, format])
  const slow = useDelayed(pages.loading)
  return (
    <div className={classes.pane}>
      <div className={classes.chips} role="group" aria-label={t('timeline.filter')}>
        <IconFilter size={15} stroke={1.7} aria-hidden />
        {ONLY.map((one) => (
          <Button
            key={one}
            className={classes.chip ?? ''}
            variant={one === only ? 'light' : 'default'}
            aria-pressed={one === only}
            onClick={() => change({ only: one === 'all' ? null : one })}
          >
            {t(`timeline.only.${one}`)}
          </Button>
        ))}
        <span className={classes.since}>{t('timeline.since', { date: format.date(format.isoDate(account.createdAt)) })}</span>
      </div>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('tab.timeline')}>
        {slow ? <LoadingState lines={6} /> : null}
        {pages.failure === null ? null : <ErrorState title={t('timeline.error')} failure={pages.failure} onRetry={pages.reload} />}
        {!pages.loading && pages.failure === null && items.length === 0 ? (
          <EmptyState title={t('timeline.empty')} text={t(only === 'all' ? 'timeline.emptyText' : 'timeline.emptyFiltered')} />
        ) : null}
        <Timeline items={items} now={now} />
        {pages.hasMore ? (
          <div className={classes.moreRow}>
            <Button onClick={() => void pages.loadMore()} loading={pages.loadingMore}>
              {t('timeline.more')}
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  )
}
