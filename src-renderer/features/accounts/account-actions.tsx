import { Button, Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconBolt,
  IconBook2,
  IconCopy,
  IconGauge,
  IconInfoCircle,
  IconPlayerPause,
  IconRefresh,
  IconRubberStamp,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '@contract/accounts'
import type { CaseRow } from '@contract/limits'
import { go } from '@/app/routes/use-route'
import { useMay } from '@/app/session/session'
import { useShortcuts } from '@/app/shortcuts'
import { mayPause, type CaseDialog } from '@/features/limits'
import { KeyHint } from '@/kit/key-hint'
import { copyText } from '@/kit/table/tsv'
import { tell } from '@/kit/tell'

interface AccountActionsProps {
  account: AccountView
  openCase: CaseRow | null
  onDialog: (dialog: CaseDialog | 'revert') => void
  /** Opens the aside as a drawer; null where it stands beside the tabs. */
  onAside: (() => void) | null
}

/** What can be done about this account, in one menu and in the palette. */
export function AccountActions({ account, openCase, onDialog, onAside }: AccountActionsProps) {
  const { t } = useTranslation('accounts')
  const [opened, setOpened] = useState(false)
  const maySupport = useMay(['support', 'admin'])
  const actions = [
    {
      id: 'approve',
      Icon: IconRubberStamp,
      able: maySupport && openCase?.state === 'approval',
      run: () => openCase !== null && onDialog({ kind: 'approve', row: openCase }),
    },
    {
      id: 'pause',
      Icon: IconPlayerPause,
      able: maySupport && openCase !== null && mayPause(openCase),
      run: () => openCase !== null && onDialog({ kind: 'pause', rows: [openCase] }),
    },
    {
      id: 'restart',
      Icon: IconRefresh,
      able: maySupport && openCase?.state === 'unreachable',
      run: () => openCase !== null && onDialog({ kind: 'restart', row: openCase }),
    },
    { id: 'revert', Icon: IconArrowBackUp, able: maySupport && account.originalPlan !== null, run: () => onDialog('revert') },
    {
      id: 'showCase',
      Icon: IconGauge,
      able: openCase !== null,
      run: () =>
        openCase !== null && go({ screen: 'limits', query: { case: openCase.id, ...(openCase.state === 'enforced' ? { tab: 'restricted' } : {}) } }),
    },
    { id: 'journal', Icon: IconBook2, able: true, run: () => go({ screen: 'journal', query: { account: account.id } }) },
    {
      id: 'copyId',
      Icon: IconCopy,
      able: true,
      run: () => copyText(account.accountId) && tell({ tone: 'ok', text: t('action.copied', { id: account.accountId }) }),
    },
  ]
  useShortcuts([
    { id: 'account.actions', keys: ['.'], label: t('action.menu'), group: 'screen', run: () => setOpened(true), palette: false },
    { id: 'account.aside', keys: ['i'], label: t('aside.show'), group: 'screen', run: () => onAside?.(), enabled: onAside !== null },
    ...actions.map(({ id, able, run }) => ({
      id: `account.${id}`,
      keys: [],
      label: t(`action.${id}`),
      group: 'screen' as const,
      run: () => void run(),
      enabled: able,
    })),
  ])
  return (
    <>
      {onAside === null ? null : (
        <Button leftSection={<IconInfoCircle size={15} stroke={1.7} aria-hidden />} rightSection={<KeyHint keys="i" />} onClick={onAside}>
          {t('aside.show')}
        </Button>
      )}
      <Menu opened={opened} onChange={setOpened} position="bottom-end" width={250}>
        <Menu.Target>
          <Button leftSection={<IconBolt size={15} stroke={1.7} aria-hidden />} rightSection={<KeyHint keys="." />}>
            {t('action.menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {actions
            .filter(({ able }) => able)
            .map(({ id, Icon, run }) => (
              <Menu.Item key={id} leftSection={<Icon size={15} stroke={1.7} aria-hidden />} onClick={() => void run()}>
                {t(`action.${id}`)}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
