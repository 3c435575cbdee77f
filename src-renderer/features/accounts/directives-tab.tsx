import { useTranslation } from 'react-i18next'
import type { DirectiveRow } from '@contract/messages'
import { useDeskPages } from '@/app/bridge/queries'
import { DirectiveDetail, useDirectiveColumns } from '@/features/messages'
import { EmptyState } from '@/kit/state-views'
import { DataTable } from '@/kit/table'

const rowId = (row: DirectiveRow): string => row.id
const HERE = new Set(['account'])

/** What the platform was told to do for this account, in order (MSG-05). */
export function DirectivesTab({ id }: { id: string }) {
  const { t } = useTranslation('accounts')
  const rows = useDeskPages('directives.list', { account: id })
  const columns = useDirectiveColumns(HERE)
  return (
    <DataTable
      id="account-directives"
      label={t('tab.directives')}
      columns={columns}
      rows={rows}
      rowId={rowId}
      detail={(row) => <DirectiveDetail row={row} />}
      empty={<EmptyState title={t('directives.empty')} text={t('directives.emptyText')} />}
      errorTitle={t('directives.error')}
    />
  )
}
