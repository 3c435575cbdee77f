import '@mantine/charts/styles.css'
import { CompositeChart } from '@mantine/charts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BurnDown } from '@contract/reviews'
import { go } from '@/app/routes/use-route'
import { ChartPanel } from '@/kit/charts/chart-panel'
import charts from '@/kit/charts/charts.module.css'
import { Hatch, LATE, Legend, type Mark } from '@/kit/charts/legend'
import { useFormat } from '@/kit/format/use-format'
import { EmptyState } from '@/kit/state-views'
import type { Column } from '@/kit/table'
import { BurnDownFigures } from './burn-down-figures'
import classes from './today.module.css'

type Point = BurnDown['points'][number]

/** DSK-02: how the reviews due today go down against the pace that would do. */
export function BurnDownPanel({ burnDown }: { burnDown: BurnDown }) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const { points, now, overdue, zone } = burnDown
  const columns = useColumns(zone)
  const entries: { mark: Mark; text: string }[] = [{ mark: 'accentLine', text: t('burnDown.open', { number: format.number(now.open) }) }]
  if (overdue > 0) entries.push({ mark: 'late', text: t('burnDown.overdueNow', { number: format.number(overdue) }) })
  if (now.needed !== null) entries.push({ mark: 'dashed', text: t('burnDown.needed', { number: format.number(now.needed) }) })
  return (
    <ChartPanel
      id="today.burnDown"
      title={t('burnDown.title')}
      note={t('burnDown.note')}
      padded={false}
      columns={columns}
      rows={points}
      rowKey={({ at }) => String(at)}
      legend={points.length === 0 ? null : <Legend entries={entries} />}
      chart={
        <div className={classes.burnDown}>
          {points.length === 0 ? (
            <EmptyState title={t('burnDown.dayOff')} text={t('burnDown.dayOffText')} />
          ) : (
            <button
              type="button"
              className={classes.burnDownPlot}
              aria-label={t('burnDown.spoken', { open: format.number(now.open), overdue: format.number(overdue) })}
              onClick={() => go({ screen: 'reviews' })}
            >
              <Plot burnDown={burnDown} />
            </button>
          )}
          <BurnDownFigures burnDown={burnDown} />
        </div>
      }
    />
  )
}

function useColumns(zone: string): Column<Point>[] {
  const { t } = useTranslation('today')
  const format = useFormat()
  const count = (id: 'open' | 'overdue' | 'needed'): Column<Point> => ({
    id,
    header: t(`burnDown.column.${id}`),
    width: 80,
    align: 'right',
    cell: (point) => (point[id] === null ? '–' : format.number(point[id])),
    text: (point) => point[id],
  })
  const time = ({ at }: Point): string => format.time(at, zone)
  return [{ id: 'time', header: t('burnDown.column.time'), width: 80, cell: time, text: time }, count('open'), count('overdue'), count('needed')]
}

const isArea = ({ name }: { name: string }): boolean => name === 'overdue'

function Plot({ burnDown: { points, now, overdue, zone } }: { burnDown: BurnDown }) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const [opening, closing] = [points[0]!.at, points.at(-1)!.at]
  const during = now.at >= opening && now.at <= closing
  const data = useMemo(() => {
    // Whole numbers in between would bend the straight line of the pace.
    const ends = points.map((point, index) => (index === 0 || index === points.length - 1 ? point : { ...point, needed: null }))
    if (!during || ends.some(({ at }) => at === now.at)) return ends
    return [...ends, { at: now.at, open: now.open, overdue, needed: null }].sort((a, b) => a.at - b.at)
  }, [points, now.at, now.open, overdue, during])
  return (
    <div className={charts.plot}>
      <Hatch />
      <CompositeChart
        h="100%"
        data={data}
        dataKey="at"
        series={[
          { name: 'open', color: 'var(--r-accent)', type: 'area' },
          { name: 'overdue', color: LATE, type: 'area' },
          { name: 'needed', color: 'var(--r-text-3)', type: 'line', strokeDasharray: '4 3' },
        ]}
        areaProps={(series) => (isArea(series) ? { fill: LATE, fillOpacity: 0.9, stroke: 'none', dot: false, activeDot: false } : { fillOpacity: 0.08, activeDot: false })}
        lineProps={{ strokeWidth: 1.5, dot: false, activeDot: false, connectNulls: true, isAnimationActive: false }}
        composedChartProps={{ margin: { top: 8 } }}
        curveType="linear"
        connectNulls={false}
        dotProps={{ r: 2, strokeWidth: 1 }}
        withTooltip={false}
        accessibilityLayer={false}
        gridAxis="x"
        gridColor="var(--r-line)"
        strokeDasharray="0"
        tickLine="none"
        xAxisProps={{
          type: 'number',
          domain: [opening, closing],
          ticks: points.map(({ at }) => at),
          tickFormatter: (at: number) => format.time(at, zone),
          interval: 'preserveStartEnd',
          minTickGap: 10,
        }}
        yAxisProps={{ allowDecimals: false, width: 34 }}
        valueFormatter={format.number}
        referenceLines={
          during
            ? [
                {
                  x: now.at,
                  color: 'var(--r-text-3)',
                  label: {
                    value: t('burnDown.now', { time: format.time(now.at, zone) }),
                    position: now.at - opening > (closing - opening) / 2 ? 'insideTopRight' : 'insideTopLeft',
                    fill: 'var(--r-text-1)',
                  },
                },
              ]
            : []
        }
      />
    </div>
  )
}
