import { useTranslation } from 'react-i18next'
import type { DirectiveRow } from '@contract/messages'
import { useDeskPages } from '@/app/bridge/queries'
import { go, useRouteQuery } from '@/app/routes/use-route'
import { FilterMenu } from '@/kit/filter-menu'
import { EmptyState } from '@/kit/state-views'
import { DataTable } from '@/kit/table'
import { DirectiveDetail, useDirectiveColumns } from './directive-columns'

const rowId = (row: DirectiveRow): string => row.id
const STATES = ['planned', 'handed', 'done', 'failed'] as const

export function DirectiveFilter() {
  const { t } = useTranslation(['messages', 'kit'])
  const [query, change] = useRouteQuery()
  return (
    <FilterMenu
      label={t('messages:column.state')}
      all={t('messages:directive.allStates')}
      options={STATES.map((value) => ({ value, label: t(`kit:state.${value}`) }))}
      value={STATES.find((state) => state === query['state']) ?? null}
      onChange={(state) => change({ state })}
    />
  )
}

/** MSG-05: what the platform was told, in order per account, and what it answered. */
export function Directives() {
  const { t } = useTranslation('messages')
  const [query] = useRouteQuery()
  const rows = useDeskPages('directives.list', { state: STATES.find((state) => state === query['state']) ?? null, account: query['account'] ?? null })
  const columns = useDirectiveColumns()
  return (
    <DataTable
      id="directives"
      label={t('tab.directives')}
      columns={columns}
      rows={rows}
      rowId={rowId}
      onOpen={(row) => go({ screen: 'account', id: row.accountUuid, query: { tab: 'directives' } })}
      detail={(row) => <DirectiveDetail row={row} />}
      empty={<EmptyState title={t('directive.empty')} text={t('directive.emptyText')} />}
      errorTitle={t('directive.error')}
    />
  )
}
