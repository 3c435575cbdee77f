import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CASE_TABS, type CaseRow, type CaseTab, type DryRunResult } from '@contract/limits'
import { useDeskQuery } from '@/app/bridge/queries'
import { go, useRouteQuery } from '@/app/routes/use-route'
import { useNow } from '@/app/session/clock'
import { useFormat } from '@/kit/format/use-format'
import { HeadTabs } from '@/kit/head-tabs'
import { Screen } from '@/kit/screen'
import { SplitPane, useWide } from '@/kit/split-pane'
import { DataTable, useSelection } from '@/kit/table'
import { BulkActions, DetailActions } from './case-actions'
import { useCaseColumns } from './case-columns'
import { caseFilterOf } from './case-filter'
import { CaseDetail } from './case-detail'
import { CaseDialogs, type CaseDialog } from './case-dialogs'
import { DryRun } from './dry-run'
import { EmptyCases, GroupSummaryText, Legend } from './list-parts'
import { ScreenActions } from './screen-actions'
import { useCaseGroups, type Grouping } from './use-case-groups'
import { useCaseShortcuts } from './use-case-shortcuts'

const rowId = (row: CaseRow): string => row.id

/** LIM-12: accounts over their limits, what happens next, and why not today. */
export default function LimitsScreen() {
  const { t } = useTranslation('limits')
  const format = useFormat()
  const now = useNow(60_000)
  const [query, change] = useRouteQuery()
  const filter = caseFilterOf(query)
  const groups = useCaseGroups(filter)
  const rows = useMemo(() => groups.flatMap((group) => group.rows.rows), [groups])
  const totals = useDeskQuery('limits.totals', { tab: filter.tab }, { keepPrevious: true })
  const total = useDeskQuery(
    'limits.total',
    { tab: filter.tab, cause: filter.cause, day: filter.day, search: filter.search || null },
    { keepPrevious: true },
  )
  const selection = useSelection<CaseRow>()
  const [focused, setFocused] = useState<CaseRow | null>(null)
  const [dialog, setDialog] = useState<CaseDialog | null>(null)
  const wide = useWide()
  const [aside, setAside] = useState({ wide: true, narrow: false })
  const asideOpen = wide ? aside.wide : aside.narrow
  const columns = useCaseColumns(rows, now)

  const chosen = useMemo(() => [...selection.rows.values()], [selection.rows])
  const acted = chosen.length > 0 ? chosen : focused === null ? [] : [focused]
  const toggleAside = (): void => setAside(wide ? { ...aside, wide: !aside.wide } : { ...aside, narrow: !aside.narrow })
  const select = (tab: CaseTab): void => {
    selection.clear()
    change({ tab: tab === 'open' ? null : tab, day: null, cause: null })
  }
  const finish = useCallback(() => {
    setDialog(null)
    selection.clear()
  }, [selection])
  useCaseShortcuts({ acted, focused, rows, columns, open: setDialog, toggleAside })

  const table = (
    <DataTable
      id="limits"
      label={t('title')}
      columns={columns}
      rows={
        filter.group === 'none'
          ? groups[0]!.rows
          : groups.map((group) => ({
              key: group.key,
              label: group.day === null || filter.group === 'cause' ? t(`cause.${group.cause ?? 'grew'}`) : t('group.dayOnly', { day: group.day }),
              summary: (
                <GroupSummaryText
                  rows={group.rows}
                  total={filter.search === '' && filter.cause === null ? totalOf(totals.data, filter.group, group.key) : null}
                />
              ),
              rows: group.rows,
            }))
      }
      rowId={rowId}
      rowHeight={38}
      sort={{ by: filter.sort, descending: filter.descending }}
      onSort={({ by, descending }) => change({ sort: by, descending: descending ? '1' : null })}
      selection={selection}
      bulk={<BulkActions rows={chosen} columns={columns} onDialog={setDialog} />}
      bulkNote={t('bulkNote', { number: total.data === undefined ? '…' : format.total(total.data) })}
      detail={(row) => <CaseDetail row={row} now={now} actions={<DetailActions row={row} onDialog={setDialog} />} />}
      onOpen={(row) => go({ screen: 'account', id: row.accountUuid })}
      onFocusRow={setFocused}
      initialFocus={query['case']}
      empty={
        <EmptyCases
          tab={filter.tab}
          narrowed={filter.search !== '' || filter.cause !== null || filter.day !== null}
          onClear={() => change({ search: null, cause: null, day: null })}
        />
      }
      errorTitle={t('error')}
      foot={<Legend />}
      total={total.data}
    />
  )
  return (
    <Screen
      title={t('title')}
      tabs={
        <HeadTabs
          label={t('tabs')}
          tabs={CASE_TABS.map((id) => ({ id, label: t(`tab.${id}`), ...tabCount(totals.data?.tabs[id], id, format.total) }))}
          value={filter.tab}
          onChange={select}
        />
      }
      actions={
        <ScreenActions
          filter={filter}
          change={change}
          columns={columns}
          totals={totals.data}
          asideOpen={asideOpen}
          onAside={toggleAside}
          wide={wide}
        />
      }
    >
      <SplitPane
        id="limits"
        main={table}
        aside={<DryRun selected={chosen} onCarryOut={(preview: DryRunResult) => setDialog({ kind: 'carryOut', rows: chosen, preview })} />}
        asideLabel={t('dryRun.title')}
        asideWidth={306}
        asideOpen={asideOpen}
        onAsideClose={() => setAside({ ...aside, narrow: false })}
        foldable
      />
      <CaseDialogs dialog={dialog} onClose={() => setDialog(null)} onFinished={finish} />
    </Screen>
  )
}

type Totals = { days: Record<string, { count: number; atLeast: boolean }>; causes: Record<string, { count: number; atLeast: boolean }> }

function totalOf(totals: Totals | undefined, group: Grouping, key: string): { count: number; atLeast: boolean } | null {
  return (group === 'day' ? totals?.days[key] : totals?.causes[key]) ?? null
}

function tabCount(
  total: { count: number; atLeast: boolean } | undefined,
  tab: CaseTab,
  write: (total: { count: number; atLeast: boolean }) => string,
): { count?: string } {
  return total === undefined || tab === 'closed' || (total.count === 0 && tab !== 'open') ? {} : { count: write(total) }
}
