import { Button, SegmentedControl } from '@mantine/core'
import { IconTimeline } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Total } from '@contract/define'
import { CASE_CAUSES, type CaseRow } from '@contract/limits'
import { FilterField } from '@/kit/filter-field'
import { FilterMenu } from '@/kit/filter-menu'
import { useFormat } from '@/kit/format/use-format'
import { KeyHint } from '@/kit/key-hint'
import { ColumnChoice, type Column } from '@/kit/table'
import classes from './limits.module.css'
import { GROUPINGS, type CaseFilter } from './use-case-groups'
import { ViewMenu } from './view-menu'

interface ScreenActionsProps {
  filter: CaseFilter
  change: (patch: Record<string, string | null>) => void
  columns: readonly Column<CaseRow>[]
  totals: { days: Record<string, Total>; causes: Record<string, Total> } | undefined
  asideOpen: boolean
  onAside: () => void
  wide: boolean
}

/** Grouping, narrowing, columns and the dry run, at the right of the head. */
export function ScreenActions({ filter, change, columns, totals, asideOpen, onAside, wide }: ScreenActionsProps) {
  const { t } = useTranslation('limits')
  const toGroup = (group: string): void => change({ group: group === 'day' ? null : group, day: null, cause: null })
  return (
    <>
      {wide ? (
        <>
          <div className={classes.grouping}>
            <span aria-hidden>{t('group.by')}</span>
            <SegmentedControl
              aria-label={t('group.by')}
              value={filter.group}
              onChange={toGroup}
              data={GROUPINGS.map((value) => ({ value, label: t(`group.${value}`) }))}
            />
          </div>
          <Narrowing filter={filter} change={change} totals={totals} />
        </>
      ) : (
        <ViewMenu filter={filter} onGroup={toGroup} change={change} />
      )}
      <FilterField
        label={t('filter.accounts')}
        value={filter.search}
        onChange={(search) => change({ search: search || null })}
        width={wide ? 168 : 150}
      />
      {asideOpen && wide ? null : (
        <Button leftSection={<IconTimeline size={15} stroke={1.7} aria-hidden />} rightSection={<KeyHint keys="d" />} onClick={onAside}>
          {t('dryRun.title')}
        </Button>
      )}
      <ColumnChoice table="limits" columns={columns} />
    </>
  )
}

function Narrowing({ filter, change, totals }: Pick<ScreenActionsProps, 'filter' | 'change' | 'totals'>) {
  const { t } = useTranslation('limits')
  const format = useFormat()
  const note = (total: Total | undefined): { note?: string } => (total === undefined ? {} : { note: format.total(total) })
  if (filter.group === 'cause') {
    return (
      <FilterMenu
        label={t('filter.day')}
        all={t('filter.allDays')}
        options={[1, 2, 3, 4].map((day) => ({ value: String(day), label: t('group.dayOnly', { day }), ...note(totals?.days[String(day)]) }))}
        value={filter.day === null ? null : String(filter.day)}
        onChange={(day) => change({ day })}
      />
    )
  }
  return (
    <FilterMenu
      label={t('filter.cause')}
      all={t('filter.allCauses')}
      options={CASE_CAUSES.map((cause) => ({ value: cause, label: t(`cause.${cause}`), ...note(totals?.causes[cause]) }))}
      value={filter.cause}
      onChange={(cause) => change({ cause })}
    />
  )
}
