import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Total } from '@contract/define'
import { useDeskQuery } from '@/app/bridge/queries'
import { useRouteQuery } from '@/app/routes/use-route'
import { useFormat } from '@/kit/format/use-format'
import { HeadTabs } from '@/kit/head-tabs'
import { Screen } from '@/kit/screen'
import { DirectiveFilter, Directives } from './directives'
import { Queue, type QueueTab } from './queue'
import { Templates } from './templates'

const TABS = ['work', 'planned', 'retry', 'unknown', 'failed', 'sent', 'withdrawn', 'all', 'directives', 'templates'] as const
type Tab = (typeof TABS)[number]
/** Counted where the number asks for something or tells how much is on its way. */
const COUNTED: ReadonlySet<Tab> = new Set(['work', 'planned', 'retry', 'unknown', 'failed', 'sent', 'withdrawn'])

/** The queue to customers with what needs a person first, the directives, and the templates. */
export default function MessagesScreen() {
  const { t } = useTranslation('messages')
  const format = useFormat()
  const [query, change] = useRouteQuery()
  const totals = useDeskQuery('messages.totals', {}, { keepPrevious: true })
  const tab = TABS.find((one) => one === query['tab']) ?? 'work'
  const count = (one: Tab): { count?: string } => {
    const total: Total | undefined = COUNTED.has(one) ? totals.data?.[one as Exclude<QueueTab, 'all'>] : undefined
    return total === undefined || (total.count === 0 && one !== 'work') ? {} : { count: format.total(total) }
  }
  return (
    <Screen
      title={t('title')}
      tabs={
        <HeadTabs
          label={t('tabs')}
          tabs={TABS.map((id) => ({ id, label: t(`tab.${id}`), ...count(id) }))}
          value={tab}
          onChange={(next) => change({ tab: next === 'work' ? null : next, message: null, state: null })}
        />
      }
      actions={
        <>
          {query['account'] === undefined || tab === 'templates' ? null : (
            <AccountChip id={query['account']} onClear={() => change({ account: null, message: null })} />
          )}
          {tab === 'directives' ? <DirectiveFilter /> : null}
        </>
      }
    >
      {tab === 'directives' ? <Directives /> : tab === 'templates' ? <Templates /> : <Queue tab={tab} />}
    </Screen>
  )
}

function AccountChip({ id, onClear }: { id: string; onClear: () => void }) {
  const { t } = useTranslation('messages')
  const account = useDeskQuery('accounts.get', { id })
  return (
    <Button variant="light" rightSection={<IconX size={13} stroke={1.8} aria-hidden />} onClick={onClear} maw={220}>
      {t('onlyAccount', { company: account.data?.company ?? '…' })}
    </Button>
  )
}
