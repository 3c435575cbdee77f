import { useTranslation } from 'react-i18next'
import type { MessageRow } from '@contract/messages'
import { useDeskPages } from '@/app/bridge/queries'
import { go } from '@/app/routes/use-route'
import { useMessageColumns } from '@/features/messages'
import { EmptyState } from '@/kit/state-views'
import { DataTable } from '@/kit/table'

const rowId = (row: MessageRow): string => row.id
const HERE = new Set(['account', 'accountId'])

/** What went out to the customer, and what will. Enter shows the message itself. */
export function MessagesTab({ id }: { id: string }) {
  const { t } = useTranslation('accounts')
  const rows = useDeskPages('messages.list', { account: id })
  const columns = useMessageColumns(HERE)
  return (
    <DataTable
      id="account-messages"
      label={t('tab.messages')}
      columns={columns}
      rows={rows}
      rowId={rowId}
      onOpen={(row) => go({ screen: 'messages', query: { tab: 'all', account: id, message: row.id } })}
      empty={<EmptyState title={t('messages.empty')} text={t('messages.emptyText')} />}
      errorTitle={t('messages.error')}
    />
  )
}
