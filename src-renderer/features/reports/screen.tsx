import { Button } from '@mantine/core'
import { IconChartHistogram, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ReviewReport } from '@contract/reviews'
import { useDeskQuery } from '@/app/bridge/queries'
import { useRouteQuery } from '@/app/routes/use-route'
import { useNow } from '@/app/session/clock'
import { useSession } from '@/app/session/session'
import { useShortcuts } from '@/app/shortcuts'
import { ChartPanel } from '@/kit/charts/chart-panel'
import { printedTable, printTables } from '@/kit/charts/print-tables'
import { useFormat } from '@/kit/format/use-format'
import { KeyHint } from '@/kit/key-hint'
import { Screen } from '@/kit/screen'
import { EmptyState, ErrorState, LoadingState } from '@/kit/state-views'
import { ByDay } from './by-day'
import { reportColumns, timeRows } from './columns'
import { Outcomes, Reasons, TimeToDecision } from './figures'
import classes from './reports.module.css'
import { spanIn, type Span } from './span'
import { SpanChooser } from './span-chooser'

/** DSK-10: what came of reviews. Days are those of the working calendar, wherever the reader sits. */
export default function ReportsScreen() {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const now = useNow(60_000)
  const [query, change] = useRouteQuery()
  const calendar = useDeskQuery('settings.calendar', {})
  const today = format.isoDate(now, calendar.data?.zone)
  const span = spanIn(query, today)
  const { from, to } = span
  const asked = useDeskQuery('reports.reviews', { from, to }, { enabled: calendar.data !== undefined, keepPrevious: true })
  const report = asked.data
  const failure = calendar.error ?? asked.error
  return (
    <Screen
      title={t('title')}
      note={from === to ? format.date(from) : t('span.both', { from: format.date(from), to: format.date(to) })}
      panels
      actions={
        <>
          <SpanChooser span={span} today={today} change={change} />
          {report === undefined ? null : <Print report={report} span={span} />}
        </>
      }
    >
      {failure === null ? null : <ErrorState title={t('error')} failure={failure} onRetry={() => void (calendar.error === null ? asked : calendar).refetch()} />}
      {failure !== null ? null : report === undefined ? (
        <LoadingState lines={6} />
      ) : isEmpty(report) ? (
        <EmptyState icon={IconChartHistogram} title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <Figures report={report} span={span} today={today} />
      )}
    </Screen>
  )
}

const decisionsIn = ({ outcomes }: ReviewReport): number => outcomes.reduce((total, { count }) => total + count, 0)
const isEmpty = (report: ReviewReport): boolean => decisionsIn(report) === 0 && report.days.every(({ submitted }) => submitted === 0)

interface FiguresProps {
  report: ReviewReport
  span: Span
}

function Figures({ report, span, today }: FiguresProps & { today: string }) {
  const { t } = useTranslation('reports')
  const { operatorId } = useSession()
  const columns = reportColumns(t, useFormat(), decisionsIn(report))
  const file = (name: string): string => `reviews-${name}-${span.from}-${span.to}`
  return (
    <div className={classes.grid}>
      <div className={classes.days}>
        <ByDay days={report.days} today={today} columns={columns.days} file={file('days')} />
      </div>
      <div className={classes.side}>
        <Outcomes rows={report.outcomes} columns={columns.outcomes} file={file('outcomes')} />
        <div className={classes.rest}>
          <Reasons rows={report.reasons} columns={columns.reasons} file={file('reasons')} />
        </div>
      </div>
      <TimeToDecision rows={timeRows(report)} columns={columns.times} file={file('times')} />
      <ChartPanel
        id="reports.reviewers"
        title={t('reviewers.title')}
        note={t('reviewers.note')}
        chart={null}
        columns={columns.reviewers}
        saved={columns.savedReviewers}
        rows={report.reviewers}
        rowKey={(row) => row.operatorId}
        own={(row) => row.operatorId === operatorId}
        file={file('reviewers')}
      />
    </div>
  )
}

function Print({ report, span }: FiguresProps) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const print = (): void => {
    const columns = reportColumns(t, format, decisionsIn(report))
    printTables(t('printTitle'), t('span.both', { from: format.date(span.from), to: format.date(span.to) }), [
      printedTable(t('outcomes.title'), columns.outcomes, report.outcomes),
      printedTable(t('reasons.title'), columns.reasons, report.reasons),
      printedTable(t('reviewers.title'), columns.reviewers, report.reviewers),
      printedTable(t('times.title'), columns.times, timeRows(report)),
      printedTable(t('days.title'), columns.days, report.days),
    ])
  }
  useShortcuts([{ id: 'reports.print', keys: ['p'], label: t('print'), group: 'screen', run: print }])
  return (
    <Button leftSection={<IconPrinter size={15} stroke={1.7} aria-hidden />} rightSection={<KeyHint keys="p" />} onClick={print}>
      {t('print')}
    </Button>
  )
}
