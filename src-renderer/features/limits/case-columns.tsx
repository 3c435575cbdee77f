import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRow } from '@contract/limits'
import { DayTrack } from '@/kit/day-track'
import type { Formatters } from '@/kit/format/formatters'
import { useFormat } from '@/kit/format/use-format'
import { TwoLines, type Column } from '@/kit/table'
import { UsageBar } from '@/kit/usage-bar'
import { caseMarks } from './case-marks'
import { byResource, nextLine, planAndCause, resourceName, resourceShort, whyNotToday } from './case-words'
import { NextStepCell } from './next-step-cell'

/** Resources shown without being asked for. */
const AT_FIRST = 5

/** All resources the rows speak of: the well-known first, then by name. */
export function resourcesOf(rows: readonly CaseRow[]): string[] {
  const found = new Set(rows.flatMap(({ usage }) => usage.map(({ resource }) => resource)))
  found.add('contacts')
  return [...found].sort(byResource)
}

function usageColumn(resource: string, index: number): Column<CaseRow> {
  const main = resource === 'contacts'
  return {
    id: `usage.${resource}`,
    header: main ? resourceName(resource) : resourceShort(resource),
    align: 'right',
    width: main ? 124 : 52,
    hiddenAtFirst: index >= AT_FIRST,
    text: (row) => row.usage.find((usage) => usage.resource === resource)?.used ?? null,
    cell: (row) => {
      const usage = row.usage.find((one) => one.resource === resource)
      return usage === undefined ? null : <UsageBar used={usage.used} limit={usage.limit} short={!main} />
    },
  }
}

function columnsFor(resources: readonly string[], now: number, format: Formatters, t: (key: string) => string): Column<CaseRow>[] {
  return [
    {
      id: 'account',
      header: t('column.account'),
      width: 176,
      grow: 1,
      fixed: true,
      text: ({ company }) => company,
      cell: (row) => <TwoLines first={row.company} second={planAndCause(row)} title={`${row.company} (${row.accountId})`} />,
    },
    {
      id: 'accountId',
      header: t('column.accountId'),
      width: 110,
      hiddenAtFirst: true,
      text: ({ accountId }) => accountId,
      cell: ({ accountId }) => <code>{accountId}</code>,
    },
    { id: 'plan', header: t('column.plan'), width: 100, hiddenAtFirst: true, text: ({ planName }) => planName, cell: ({ planName }) => planName },
    {
      id: 'cause',
      header: t('column.cause'),
      width: 150,
      hiddenAtFirst: true,
      text: ({ cause }) => t(`cause.${cause}`),
      cell: ({ cause }) => t(`cause.${cause}`),
    },
    ...resources.map(usageColumn),
    {
      id: 'over',
      header: t('column.over'),
      align: 'right',
      width: 74,
      sort: 'over',
      text: ({ overPermille }) => (overPermille === 0 ? null : overPermille / 10),
      cell: ({ overPermille }) => (overPermille === 0 ? null : format.permille(overPermille)),
    },
    { id: 'day', header: t('column.day'), width: 114, text: ({ day }) => day, cell: (row) => <DayTrack marks={caseMarks(row)} /> },
    {
      id: 'next',
      header: t('column.next'),
      width: 280,
      grow: 1.6,
      sort: 'next',
      fixed: true,
      text: (row) => `${nextLine(row, now, format).text}. ${whyNotToday(row, now, format)}`,
      cell: (row) => <NextStepCell row={row} now={now} />,
    },
    {
      id: 'opened',
      header: t('column.opened'),
      width: 130,
      sort: 'opened',
      hiddenAtFirst: true,
      text: ({ openedAt }) => format.dateTimeFull(openedAt),
      cell: ({ openedAt, zone }) => format.dateTime(openedAt, zone),
    },
    { id: 'zone', header: t('column.zone'), width: 130, hiddenAtFirst: true, text: ({ zone }) => zone, cell: ({ zone }) => zone },
  ]
}

/** LIM-12: account, plan, usage per resource, percent over, day, next step and why not today. `now` is the workspace clock. */
export function useCaseColumns(rows: readonly CaseRow[], now: number): Column<CaseRow>[] {
  const { t } = useTranslation('limits')
  const format = useFormat()
  const resources = resourcesOf(rows).join('\n')
  return useMemo(() => columnsFor(resources.split('\n'), now, format, t), [resources, now, format, t])
}
