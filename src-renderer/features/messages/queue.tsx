import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageRow, MessageState } from '@contract/messages'
import { useDeskPages, useDeskQuery } from '@/app/bridge/queries'
import { go, useRouteQuery } from '@/app/routes/use-route'
import { SplitPane, useWide } from '@/kit/split-pane'
import { EmptyState } from '@/kit/state-views'
import { DataTable } from '@/kit/table'
import { useMessageColumns, useNarrowColumns } from './message-columns'
import { MessageDetail } from './message-detail'
import { useOffered } from './offered-rows'

export type QueueTab = 'work' | 'all' | Exclude<MessageState, 'sending'>

const rowId = (row: MessageRow): string => row.id

/** Messages of one state, newest or most pressing first, with the one under the focus beside them. */
export function Queue({ tab }: { tab: QueueTab }) {
  const { t } = useTranslation('messages')
  const wide = useWide()
  const [query, change] = useRouteQuery()
  const account = query['account'] ?? null
  const filter = { account, ...(tab === 'work' ? { work: true } : tab === 'all' ? {} : { state: tab }) }
  const rows = useDeskPages('messages.list', filter)
  const totals = useDeskQuery('messages.totals', {}, { keepPrevious: true })
  const full = useMessageColumns()
  const narrow = useNarrowColumns()
  const columns = wide ? narrow : full
  const [focused, setFocused] = useState<MessageRow | null>(null)
  const [drawer, setDrawer] = useState(false)
  useOffered(full, rows.rows)
  const total = tab === 'all' || account !== null ? undefined : totals.data?.[tab]
  return (
    <SplitPane
      id="messages"
      asideLabel={t('detail.label')}
      asideWidth={600}
      asideOpen={drawer}
      onAsideClose={() => setDrawer(false)}
      main={
        <DataTable
          key={`${tab}${account ?? ''}`}
          id={wide ? 'messages' : 'messages-full'}
          label={t('title')}
          columns={columns}
          rows={rows}
          rowId={rowId}
          rowHeight={wide ? 38 : 32}
          onFocusRow={setFocused}
          initialFocus={query['message']}
          onOpen={(row) => (wide ? go({ screen: 'account', id: row.accountUuid }) : setDrawer(true))}
          empty={
            <EmptyState
              title={t(account === null ? `empty.${tab}` : 'empty.account')}
              text={t(account === null ? `empty.text.${tab}` : 'empty.text.account')}
              action={
                account === null ? undefined : <Button onClick={() => change({ account: null, message: null })}>{t('empty.allAccounts')}</Button>
              }
            />
          }
          errorTitle={t('error')}
          total={total}
        />
      }
      aside={<MessageDetail id={focused?.id ?? query['message'] ?? rows.rows[0]?.id ?? null} />}
    />
  )
}
