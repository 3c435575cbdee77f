import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ACCOUNT_SORTS, STATUSES, type AccountRow } from '@contract/accounts'
import { useDeskPages, useDeskQuery } from '@/app/bridge/queries'
import { go, useRouteQuery } from '@/app/routes/use-route'
import { useMay } from '@/app/session/session'
import { useShortcuts } from '@/app/shortcuts'
import { ImportButton } from '@/features/feeds'
import { FilterField } from '@/kit/filter-field'
import { FilterMenu } from '@/kit/filter-menu'
import { KeyHint } from '@/kit/key-hint'
import { Screen } from '@/kit/screen'
import { EmptyState } from '@/kit/state-views'
import { ColumnChoice, DataTable, useSelection } from '@/kit/table'
import { exportRows } from '@/kit/table/csv'
import { useAccountColumns } from './account-columns'

const rowId = (row: AccountRow): string => row.id
/** Words are searched from three characters on (DSK-01). */
const LEAST = 3

/** Every account: searched by the beginnings of words, narrowed by status and plan, sorted by the desk (DSK-03). */
export function AccountList() {
  const { t } = useTranslation(['accounts', 'kit'])
  const [query, change] = useRouteQuery()
  const [exact, setExact] = useState(false)
  const typed = query['search'] ?? ''
  const search = typed.trim().length >= LEAST ? typed : null
  const filter = { status: STATUSES.find((status) => status === query['status']) ?? null, plan: query['plan'] ?? null, search }
  const sort = { by: ACCOUNT_SORTS.find((by) => by === query['sort']) ?? 'company', descending: query['descending'] === '1' }
  const rows = useDeskPages('accounts.list', { ...filter, sort: sort.by, descending: sort.descending })
  const total = useDeskQuery('accounts.total', { ...filter, exact }, { keepPrevious: true })
  const plans = useDeskQuery('plans.list', {})
  const columns = useAccountColumns(search !== null)
  const selection = useSelection<AccountRow>()
  const narrowed = search !== null || filter.status !== null || filter.plan !== null
  const exported = selection.rows.size > 0 ? [...selection.rows.values()] : rows.rows
  const save = (): void => void exportRows('accounts', columns, exported)
  useShortcuts([{ id: 'accounts.export', keys: ['x'], label: t('accounts:action.export'), group: 'screen', run: save, enabled: exported.length > 0 }])

  return (
    <Screen
      title={t('accounts:title')}
      note={typed !== '' && search === null ? t('accounts:fromThree') : undefined}
      actions={
        <>
          <FilterMenu
            label={t('accounts:column.status')}
            all={t('accounts:filter.allStatuses')}
            options={STATUSES.map((value) => ({ value, label: t(`kit:state.${value}`) }))}
            value={filter.status}
            onChange={(status) => change({ status })}
          />
          <FilterMenu
            label={t('accounts:column.plan')}
            all={t('accounts:filter.allPlans')}
            options={(plans.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={filter.plan}
            onChange={(plan) => change({ plan })}
          />
          <FilterField label={t('accounts:filter.search')} value={typed} onChange={(text) => change({ search: text || null })} width={210} />
          <ColumnChoice table="accounts" columns={columns} />
          <ImportButton />
        </>
      }
    >
      <DataTable
        id="accounts"
        label={t('accounts:title')}
        columns={columns}
        rows={rows}
        rowId={rowId}
        sort={sort}
        onSort={(next) => change({ sort: next.by, descending: next.descending ? '1' : null })}
        selection={selection}
        bulk={
          <Button leftSection={<IconDownload size={14} stroke={1.7} aria-hidden />} rightSection={<KeyHint keys="x" />} onClick={save}>
            {t('accounts:action.export')}
          </Button>
        }
        onOpen={(row) => go({ screen: 'account', id: row.id })}
        empty={<NoAccounts narrowed={narrowed} onClear={() => change({ search: null, status: null, plan: null })} />}
        errorTitle={t('accounts:error')}
        total={total.data}
        foot={
          total.data?.atLeast === true ? (
            <Button variant="subtle" color="gray" onClick={() => setExact(true)} loading={exact && total.isFetching}>
              {t('accounts:countAll')}
            </Button>
          ) : (
            <span>{t('accounts:openHint')}</span>
          )
        }
      />
    </Screen>
  )
}

function NoAccounts({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  const { t } = useTranslation('accounts')
  const isAdmin = useMay(['admin'])
  if (narrowed)
    return <EmptyState title={t('empty.narrowed')} text={t('empty.narrowedText')} action={<Button onClick={onClear}>{t('empty.clear')}</Button>} />
  return (
    <EmptyState
      title={t('empty.title')}
      text={t(isAdmin ? 'empty.textAdmin' : 'empty.textOther')}
      action={isAdmin ? <Button onClick={() => go({ screen: 'import' })}>{t('empty.import')}</Button> : undefined}
    />
  )
}
