import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChartBar, IconDownload, IconTable, type Icon } from '@tabler/icons-react'
import { useState, type CSSProperties, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '@/app/shortcuts'
import { Panel } from '@/kit/panel'
import type { Column } from '@/kit/table'
import { exportRows } from '@/kit/table/csv'
import { ChartTable } from './chart-table'
import classes from './charts.module.css'

interface ChartPanelProps<Row> {
  /** Stable, for the palette. */
  id: string
  title: string
  note?: ReactNode
  /** The chart itself; null: the table alone. */
  chart: ReactNode | null
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  own?: (row: Row) => boolean
  /** The exported file's name without its ending; without it nothing is exported. */
  file?: string
  /** The exported columns, where they aren't those shown. */
  saved?: readonly Column<Row>[]
  /** Stands before the buttons: a legend. */
  legend?: ReactNode
  foot?: ReactNode
  padded?: boolean
  style?: CSSProperties
}

/** A chart in its panel; the same figures as a table on request, and as a file. Both stand in the palette. */
export function ChartPanel<Row>(props: ChartPanelProps<Row>) {
  const { id, title, note, chart, columns, rows, rowKey, own, file, saved, legend, foot, padded = true, style } = props
  const { t } = useTranslation('kit')
  const [asked, setAsked] = useState(false)
  const asTable = asked || chart === null
  const toggle = { label: t(asked ? 'chart.asChart' : 'chart.asTable'), run: () => setAsked(!asked) }
  const save = { label: t('chart.export'), run: () => void exportRows(file ?? id, saved ?? columns, rows) }
  const entry = (action: string, { label, run }: { label: string; run: () => void }, enabled: boolean) => ({
    id: `${id}.${action}`,
    keys: [],
    label: t('chart.of', { chart: title, action: label }),
    group: 'screen' as const,
    run,
    enabled,
    menu: false,
  })
  useShortcuts([entry('table', toggle, chart !== null), entry('export', save, file !== undefined)])
  return (
    <Panel
      title={title}
      {...(note === undefined ? {} : { note })}
      {...(foot === undefined ? {} : { foot })}
      padded={padded && !asTable}
      style={{ height: '100%', ...style }}
      actions={
        <>
          {asTable ? null : legend}
          <div className={classes.buttons}>
            {chart === null ? null : <Action icon={asked ? IconChartBar : IconTable} label={toggle.label} of={title} pressed={asked} onClick={toggle.run} />}
            {file === undefined ? null : <Action icon={IconDownload} label={save.label} of={title} onClick={save.run} />}
          </div>
        </>
      }
    >
      {asTable ? <ChartTable label={title} columns={columns} rows={rows} rowKey={rowKey} {...(own === undefined ? {} : { own })} /> : chart}
    </Panel>
  )
}

interface ActionProps {
  icon: Icon
  label: string
  of: string
  pressed?: boolean
  onClick: () => void
}

function Action({ icon: ActionIconOf, label, of, pressed, onClick }: ActionProps) {
  const { t } = useTranslation('kit')
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label={t('chart.of', { chart: of, action: label })}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        onClick={onClick}
      >
        <ActionIconOf size={15} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
