import '@mantine/charts/styles.css'
import { BarChart } from '@mantine/charts'
import { Button, SegmentedControl } from '@mantine/core'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TodayView } from '@contract/today'
import { useFormat } from '@/kit/format/use-format'
import { Panel } from '@/kit/panel'
import classes from './today.module.css'

const SERIES = ['warnings', 'restricted', 'upgraded', 'resolved'] as const
type Series = (typeof SERIES)[number]

/** Steps per day over the last 14 days, as a chart or, on request, a table. */
export function History({ view }: { view: TodayView }) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const [series, setSeries] = useState<Series>('warnings')
  const [asTable, setAsTable] = useState(false)
  const { history } = view
  const last = history.at(-1)?.date
  const data = useMemo(
    () =>
      history.map((day) => ({
        date: format.dateShort(day.date),
        past: day.date === last ? 0 : day[series],
        now: day.date === last ? day[series] : 0,
      })),
    [history, series, last, format],
  )
  const sum = history.reduce((total, day) => total + day[series], 0)
  return (
    <Panel
      title={t('history.title')}
      note={t('history.note', { number: format.number(sum), what: t(`history.of.${series}`, { count: sum }) })}
      style={{ height: '100%' }}
      actions={
        <>
          {asTable ? null : (
            <SegmentedControl
              aria-label={t('history.series')}
              value={series}
              onChange={(next) => setSeries(next as Series)}
              data={SERIES.map((value) => ({ value, label: t(`history.${value}`) }))}
            />
          )}
          <Button
            leftSection={asTable ? <IconChartBar size={14} stroke={1.7} aria-hidden /> : <IconTable size={14} stroke={1.7} aria-hidden />}
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {t(asTable ? 'history.asChart' : 'history.asTable')}
          </Button>
        </>
      }
    >
      {asTable ? (
        <HistoryTable history={history} />
      ) : (
        <div className={classes.chart} role="img" aria-label={t('history.spoken', { what: t(`history.${series}`), sum: format.number(sum) })}>
          <BarChart
            h="100%"
            data={data}
            dataKey="date"
            type="stacked"
            series={[
              { name: 'past', color: 'var(--r-bar)' },
              { name: 'now', color: 'var(--r-fill)' },
            ]}
            withTooltip={false}
            gridAxis="x"
            gridColor="var(--r-line)"
            strokeDasharray="0"
            barChartProps={{ margin: { top: 8 } }}
            tickLine="none"
            maxBarWidth={36}
            barProps={{ isAnimationActive: false, radius: [2, 2, 0, 0] }}
            xAxisProps={{ interval: 'preserveStartEnd', minTickGap: 12 }}
            yAxisProps={{ allowDecimals: false, width: 34 }}
            valueFormatter={format.number}
          />
        </div>
      )}
    </Panel>
  )
}

function HistoryTable({ history }: { history: TodayView['history'] }) {
  const { t } = useTranslation('today')
  const format = useFormat()
  return (
    <div className={classes.tableRoom} tabIndex={0} role="group" aria-label={t('history.title')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('history.date')}</th>
            {SERIES.map((name) => (
              <th key={name} scope="col" data-right>
                {t(`history.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...history].reverse().map((day) => (
            <tr key={day.date}>
              <th scope="row">{format.dateShort(day.date)}</th>
              {SERIES.map((name) => (
                <td key={name} data-right>
                  {format.number(day[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
