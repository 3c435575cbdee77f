import type { AccountView } from '@contract/accounts'
import type { CaseRow } from '@contract/limits'
import type { Rows } from '@/app/bridge/queries'
import type { CaseDialog } from '@/features/limits'
import type { Recording } from '@/features/reviews'
import { ContactsTab } from './contacts-tab'
import { DataTab } from './data-tab'
import { DirectivesTab } from './directives-tab'
import { GroupsTab } from './groups-tab'
import { LimitsTab } from './limits-tab'
import { MessagesTab } from './messages-tab'
import type { ReviewedGroup } from './review-groups'
import { TimelineTab } from './timeline-tab'

export const ACCOUNT_TABS = ['timeline', 'groups', 'contacts', 'limits', 'messages', 'directives', 'data'] as const
export type TabId = (typeof ACCOUNT_TABS)[number]

interface AccountTabProps {
  tab: TabId
  account: AccountView
  /** Null while they are read. */
  cases: readonly CaseRow[] | null
  groups: Rows<ReviewedGroup>
  onDialog: (dialog: CaseDialog) => void
  onRecord: (recording: Recording) => void
}

export function AccountTab({ tab, account, cases, groups, onDialog, onRecord }: AccountTabProps) {
  switch (tab) {
    case 'timeline':
      return <TimelineTab account={account} />
    case 'groups':
      return <GroupsTab groups={groups} onRecord={onRecord} />
    case 'contacts':
      return <ContactsTab id={account.id} />
    case 'limits':
      return <LimitsTab cases={cases} onDialog={onDialog} />
    case 'messages':
      return <MessagesTab id={account.id} />
    case 'directives':
      return <DirectivesTab id={account.id} />
    case 'data':
      return <DataTab account={account} />
  }
}
