import { IconCircleCheck, IconCircleX, IconMessageQuestion, type Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '@contract/reviews'
import { useFormat } from '@/kit/format/use-format'
import { ChartPanel } from '@/kit/charts/chart-panel'
import charts from '@/kit/charts/charts.module.css'
import { ColumnBars } from '@/kit/charts/column-bars'
import { RowBars } from '@/kit/charts/row-bars'
import { EmptyState } from '@/kit/state-views'
import type { Column } from '@/kit/table'
import { spanOfTime, type OutcomeRow, type ReasonRow, type TimeRow } from './columns'

const ICONS: Record<Outcome, Icon> = { accept: IconCircleCheck, query: IconMessageQuestion, reject: IconCircleX }

interface FiguresProps<Row> {
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  file: string
}

export function Outcomes({ rows, columns, file }: FiguresProps<OutcomeRow>) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const sum = rows.reduce((total, { count }) => total + count, 0)
  return (
    <ChartPanel
      id="reports.outcomes"
      title={t('outcomes.title')}
      note={t('outcomes.note', { count: sum, number: format.number(sum) })}
      columns={columns}
      rows={rows}
      rowKey={({ outcome }) => outcome}
      file={file}
      style={{ height: 'auto' }}
      chart={
        <RowBars
          bars={rows.map(({ outcome, count }) => ({
            id: outcome,
            name: t(`outcome.${outcome}`),
            icon: ICONS[outcome],
            value: count,
            text: format.number(count),
            share: sum === 0 ? '' : format.percent(Math.round((count / sum) * 100)),
          }))}
        />
      }
    />
  )
}

/** A rejection with several reasons counts for each. */
export function Reasons({ rows, columns, file }: FiguresProps<ReasonRow>) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  return (
    <ChartPanel
      id="reports.reasons"
      title={t('reasons.title')}
      note={t('reasons.note')}
      columns={columns}
      rows={rows}
      rowKey={({ code }) => code}
      file={file}
      padded={rows.length > 0}
      chart={
        rows.length === 0 ? (
          <EmptyState title={t('reasons.empty')} />
        ) : (
          <div className={charts.scroll} tabIndex={0} role="group" aria-label={t('reasons.title')}>
            <RowBars bars={rows.map(({ code, title, count }) => ({ id: code, name: title, value: count, text: format.number(count) }))} />
          </div>
        )
      }
    />
  )
}

/** DSK-10: working time from submission to the first decision. */
export function TimeToDecision({ rows, columns, file }: FiguresProps<TimeRow>) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const sum = rows.reduce((total, { count }) => total + count, 0)
  return (
    <ChartPanel
      id="reports.times"
      title={t('times.title')}
      columns={columns}
      rows={rows}
      rowKey={({ aboveMs }) => String(aboveMs)}
      file={file}
      chart={
        <ColumnBars
          caption={t('times.caption')}
          spoken={t('times.spoken', { count: sum, number: format.number(sum) })}
          bars={rows.map((row) => ({
            id: String(row.aboveMs),
            value: row.count,
            text: format.number(row.count),
            label: spanOfTime(row, format),
          }))}
        />
      }
    />
  )
}
