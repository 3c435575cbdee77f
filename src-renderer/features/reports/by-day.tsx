import '@mantine/charts/styles.css'
import { CompositeChart } from '@mantine/charts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Formatters } from '@/kit/format/formatters'
import { useFormat } from '@/kit/format/use-format'
import { ChartPanel } from '@/kit/charts/chart-panel'
import classes from '@/kit/charts/charts.module.css'
import { Hatch, LATE, Legend } from '@/kit/charts/legend'
import type { Column } from '@/kit/table'
import type { DayRow } from './columns'

/** More points than this and a dot for each would be a thick line. */
const MOST_DOTS = 31

interface ByDayProps {
  days: readonly DayRow[]
  /** `YYYY-MM-DD`; its bar is in the accent. */
  today: string
  columns: readonly Column<DayRow>[]
  file: string
}

/** What came, what was decided, and what of it too late, day by day. */
export function ByDay({ days, today, columns, file }: ByDayProps) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const data = useMemo(() => days.map((day) => bars(day, today, format)), [days, today, format])
  const sum = (of: 'submitted' | 'decided' | 'overdue'): string => format.number(days.reduce((total, day) => total + day[of], 0))
  return (
    <ChartPanel
      id="reports.days"
      title={t('days.title')}
      columns={columns}
      rows={days}
      rowKey={({ date }) => date}
      file={file}
      legend={
        <Legend
          entries={[
            { mark: 'line', text: t('days.submittedSum', { number: sum('submitted') }) },
            { mark: 'bar', text: t('days.decidedSum', { number: sum('decided') }) },
            { mark: 'late', text: t('days.overdueSum', { number: sum('overdue') }) },
          ]}
        />
      }
      chart={
        <div
          className={classes.plot}
          role="img"
          aria-label={t('days.spoken', { submitted: sum('submitted'), decided: sum('decided'), overdue: sum('overdue') })}
        >
          <Hatch />
          <CompositeChart
            h="100%"
            data={data}
            dataKey="label"
            series={[
              { name: 'late', color: LATE, type: 'bar' },
              { name: 'past', color: 'var(--r-bar)', type: 'bar' },
              { name: 'now', color: 'var(--r-fill)', type: 'bar' },
              { name: 'submitted', color: 'var(--r-text-2)', type: 'line' },
            ]}
            curveType="linear"
            strokeWidth={1.5}
            withDots={days.length <= MOST_DOTS}
            dotProps={{ r: 2, strokeWidth: 0, fill: 'var(--r-text-2)' }}
            withTooltip={false}
            gridAxis="x"
            gridColor="var(--r-line)"
            strokeDasharray="0"
            tickLine="none"
            maxBarWidth={36}
            barProps={{ stackId: 'decided', isAnimationActive: false }}
            lineProps={{ isAnimationActive: false, activeDot: false }}
            composedChartProps={{ margin: { top: 8 } }}
            accessibilityLayer={false}
            xAxisProps={{ interval: 'preserveStartEnd', minTickGap: 16 }}
            yAxisProps={{ allowDecimals: false, width: 34 }}
            valueFormatter={format.number}
          />
        </div>
      }
    />
  )
}

function bars({ date, submitted, decided, overdue }: DayRow, today: string, format: Formatters) {
  const onTime = decided - overdue
  return { label: format.dateShort(date), submitted, late: overdue, past: date === today ? 0 : onTime, now: date === today ? onTime : 0 }
}
