import { Button } from '@mantine/core'
import { IconDownload, IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryRow, VerifyResult } from '@contract/journal'
import { useDeskPages, useDeskQuery } from '@/app/bridge/queries'
import { go, useRouteQuery } from '@/app/routes/use-route'
import { useShortcuts } from '@/app/shortcuts'
import { KeyHint } from '@/kit/key-hint'
import { Screen } from '@/kit/screen'
import { SplitPane, useWide } from '@/kit/split-pane'
import { EmptyState } from '@/kit/state-views'
import { ColumnChoice, DataTable } from '@/kit/table'
import { exportRows } from '@/kit/table/csv'
import { EntryDetail } from './entry-detail'
import { FilterBar } from './filter-bar'
import classes from './journal.module.css'
import { useJournalColumns } from './journal-columns'
import { filterOf, isNarrowed } from './journal-filter'
import { usePlanNames } from './use-plan-names'
import { VerifyDialog } from './verify-dialog'

const rowId = (row: EntryRow): string => row.id
const NO_FILTER = { kind: null, actor: null, rule: null, account: null, from: null, to: null }

/** Every decision, newest first: filtered, opened, verified, exported (JNL-01, JNL-02, JNL-04). */
export default function JournalScreen() {
  const { t } = useTranslation('journal')
  const wide = useWide()
  const [query, change] = useRouteQuery()
  const filter = filterOf(query)
  const narrowed = isNarrowed(filter)
  const rows = useDeskPages('journal.list', filter)
  const total = useDeskQuery('journal.total', filter, { keepPrevious: true })
  const names = usePlanNames()
  const columns = useJournalColumns(names)
  const [focused, setFocused] = useState<EntryRow | null>(null)
  const [drawer, setDrawer] = useState(false)
  const [verifying, setVerifying] = useState(false)
  const [result, setResult] = useState<VerifyResult | null>(null)
  const save = (): void => void exportRows('journal', columns, rows.rows)
  const clear = (): void => change(NO_FILTER)
  useShortcuts([
    { id: 'journal.verify', keys: ['v'], label: t('verify.open'), group: 'screen', run: () => setVerifying(true) },
    { id: 'journal.export', keys: ['x'], label: t('export'), group: 'screen', run: save, enabled: rows.rows.length > 0 },
  ])
  return (
    <Screen
      title={t('title')}
      actions={
        <>
          <Button
            leftSection={<IconShieldCheck size={15} stroke={1.7} aria-hidden />}
            rightSection={<KeyHint keys="v" />}
            onClick={() => setVerifying(true)}
          >
            {t('verify.open')}
          </Button>
          <Button
            leftSection={<IconDownload size={15} stroke={1.7} aria-hidden />}
            rightSection={<KeyHint keys="x" />}
            disabled={rows.rows.length === 0}
            onClick={save}
          >
            {t('export')}
          </Button>
          <ColumnChoice table="journal" columns={columns} />
        </>
      }
    >
      <FilterBar filter={filter} onChange={change} onClear={clear} />
      <div className={classes.under}>
        <SplitPane
          id="journal"
          asideLabel={t('entry.label')}
          asideWidth={380}
          asideOpen={drawer}
          onAsideClose={() => setDrawer(false)}
          main={
            <DataTable
              id="journal"
              label={t('title')}
              columns={columns}
              rows={rows}
              rowId={rowId}
              onFocusRow={setFocused}
              onOpen={(row) => (wide ? row.accountUuid !== null && go({ screen: 'account', id: row.accountUuid }) : setDrawer(true))}
              empty={
                <EmptyState
                  title={t(narrowed ? 'empty.narrowed' : 'empty.title')}
                  text={t(narrowed ? 'empty.narrowedText' : 'empty.text')}
                  action={narrowed ? <Button onClick={clear}>{t('filter.clear')}</Button> : undefined}
                />
              }
              errorTitle={t('error')}
              total={total.data}
            />
          }
          aside={<EntryDetail row={focused ?? rows.rows[0] ?? null} names={names} />}
        />
      </div>
      {verifying ? <VerifyDialog result={result} onResult={setResult} onClose={() => setVerifying(false)} /> : null}
    </Screen>
  )
}
