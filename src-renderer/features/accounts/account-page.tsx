import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '@contract/accounts'
import type { CaseRow } from '@contract/limits'
import { useDeskQuery } from '@/app/bridge/queries'
import { go, useRouteQuery } from '@/app/routes/use-route'
import { useShortcuts } from '@/app/shortcuts'
import { CaseDialogs, type CaseDialog } from '@/features/limits'
import { RecordDialogs, type Recording } from '@/features/reviews'
import { HeadTabs } from '@/kit/head-tabs'
import { KeyHint } from '@/kit/key-hint'
import { Screen } from '@/kit/screen'
import { SplitPane, useWide } from '@/kit/split-pane'
import { ErrorState, LoadingState } from '@/kit/state-views'
import { StatusBadge } from '@/kit/status-badge'
import { AccountActions } from './account-actions'
import { AccountAside } from './account-aside'
import classes from './accounts.module.css'
import { useReviewedGroups } from './groups-tab'
import { useRecordEntries } from './record-entries'
import { RevertDialog } from './revert-dialog'
import { ACCOUNT_TABS, AccountTab, type TabId } from './tabs'
import { UsageStrip } from './usage-strip'

/** Everything about one account (DSK-01). `id` is its internal uuid. */
export function AccountPage({ id }: { id: string }) {
  const { t } = useTranslation('accounts')
  const account = useDeskQuery('accounts.get', { id })
  const toList = (): void => go({ screen: 'accounts' })
  useShortcuts([{ id: 'account.back', keys: ['esc'], label: t('page.back'), group: 'screen', run: toList, menu: false }])
  if (account.data !== undefined) return <Loaded account={account.data} onBack={toList} />
  return (
    <Screen title={t('page.title')} crumb={{ label: t('title'), onOpen: toList }}>
      {account.error === null ? (
        <LoadingState lines={6} />
      ) : (
        <ErrorState title={t('page.error')} failure={account.error} onRetry={() => void account.refetch()} />
      )}
    </Screen>
  )
}

function Loaded({ account, onBack }: { account: AccountView; onBack: () => void }) {
  const { t } = useTranslation('accounts')
  const [query, change] = useRouteQuery()
  const wide = useWide()
  const [asideOpen, setAsideOpen] = useState(false)
  const [dialog, setDialog] = useState<CaseDialog | 'revert' | null>(null)
  const [recording, setRecording] = useState<Recording | null>(null)
  const groups = useReviewedGroups(account.id)
  useRecordEntries(groups.rows, setRecording)
  const cases = useDeskQuery('limits.of_account', { accountUuid: account.id })
  const openCase: CaseRow | null = cases.data?.find(({ id }) => id === account.openCaseId) ?? null
  const tab = ACCOUNT_TABS.find((one) => one === query['tab']) ?? 'timeline'
  const select = (next: TabId): void => change({ tab: next === 'timeline' ? null : next, only: null })
  useShortcuts(
    ACCOUNT_TABS.map((one, index) => ({
      id: `account.tab.${one}`,
      keys: [String((index + 1) % 10)],
      label: t('page.showTab', { tab: t(`tab.${one}`) }),
      group: 'screen' as const,
      run: () => select(one),
      menu: false,
    })),
  )
  return (
    <Screen
      title={account.company}
      crumb={{ label: t('title'), onOpen: onBack }}
      note={
        <>
          <code className={classes.id} data-selectable>
            {account.accountId}
          </code>
          <StatusBadge soft state={account.status} />
          {account.trial ? <StatusBadge soft state="trial" /> : null}
          {account.removedAt === null ? null : (
            <StatusBadge soft state="ended">
              {t('page.removed')}
            </StatusBadge>
          )}
        </>
      }
      actions={<AccountActions account={account} openCase={openCase} onDialog={setDialog} onAside={wide ? null : () => setAsideOpen(true)} />}
    >
      <UsageStrip account={account} />
      <div className={classes.tabs}>
        <HeadTabs label={t('page.tabs')} tabs={ACCOUNT_TABS.map((one) => ({ id: one, label: t(`tab.${one}`) }))} value={tab} onChange={select} />
        <span className={classes.tabHint} aria-hidden>
          {t('page.tabKeys')} <KeyHint keys="1" /> – <KeyHint keys={String(ACCOUNT_TABS.length)} />
        </span>
      </div>
      <div className={classes.under}>
        <SplitPane
          id="account"
          main={<AccountTab tab={tab} account={account} cases={cases.data ?? null} groups={groups} onDialog={setDialog} onRecord={setRecording} />}
          aside={<AccountAside account={account} openCase={openCase} onDialog={setDialog} />}
          asideLabel={t('aside.label')}
          asideWidth={358}
          asideOpen={asideOpen}
          onAsideClose={() => setAsideOpen(false)}
        />
      </div>
      <RecordDialogs recording={recording} onClose={() => setRecording(null)} />
      {dialog === 'revert' ? (
        <RevertDialog account={account} onClose={() => setDialog(null)} />
      ) : (
        <CaseDialogs dialog={dialog} onClose={() => setDialog(null)} onFinished={() => setDialog(null)} />
      )}
    </Screen>
  )
}
