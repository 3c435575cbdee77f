import { Button, Menu } from '@mantine/core'
import { IconDots, IconKey, IconUserMinus, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OperatorRow } from '@contract/access'
import { useDeskQuery } from '@/app/bridge/queries'
import { useNow } from '@/app/session/clock'
import { useMay, useSession } from '@/app/session/session'
import { useFormat } from '@/kit/format/use-format'
import { EmptyState, NoPermission } from '@/kit/state-views'
import { StatusBadge } from '@/kit/status-badge'
import { DataTable, TwoLines, type Column } from '@/kit/table'
import { useWholeList } from '@/kit/table/whole-list'
import { AddOperator, RemoveOperator, ResetPassphrase, RolesDialog } from './operator-dialogs'

type Asked = { what: 'roles' | 'reset' | 'remove'; operator: OperatorRow } | null

export function OperatorActions({ adding, onAdding }: { adding: boolean; onAdding: (adding: boolean) => void }) {
  const { t } = useTranslation('settings')
  if (!useMay(['admin'])) return null
  return (
    <>
      <Button leftSection={<IconUserPlus size={15} stroke={1.7} />} onClick={() => onAdding(true)}>
        {t('operators.add')}
      </Button>
      <AddOperator opened={adding} onClose={() => onAdding(false)} />
    </>
  )
}

export function OperatorSettings() {
  if (!useMay(['admin'])) return <NoPermission who={['admin']} />
  return <Operators />
}

const idOf = (operator: OperatorRow): string => operator.id

function Operators() {
  const { t } = useTranslation('settings')
  const rows = useWholeList(useDeskQuery('access.operators', {}))
  const [asked, setAsked] = useState<Asked>(null)
  const columns = useOperatorColumns(setAsked)
  const close = (): void => setAsked(null)
  return (
    <>
      <DataTable
        id="operators"
        label={t('tab.operators')}
        columns={columns}
        rows={rows}
        rowId={idOf}
        rowHeight={38}
        onOpen={(operator) => operator.removedAt === null && setAsked({ what: 'roles', operator })}
        empty={<EmptyState icon={IconUsers} title={t('operators.none')} />}
        errorTitle={t('operators.unreadable')}
      />
      {asked?.what === 'roles' ? <RolesDialog operator={asked.operator} onClose={close} /> : null}
      {asked?.what === 'reset' ? <ResetPassphrase operator={asked.operator} onClose={close} /> : null}
      {asked?.what === 'remove' ? <RemoveOperator operator={asked.operator} onClose={close} /> : null}
    </>
  )
}

function useOperatorColumns(ask: (asked: Asked) => void): Column<OperatorRow>[] {
  const { t } = useTranslation(['settings', 'common'])
  const format = useFormat()
  const now = useNow(60_000)
  const me = useSession().operatorId
  return useMemo(() => {
    const roles = (row: OperatorRow): string => format.list(row.roles.map((role) => t(`common:role.${role}`)))
    const state = (row: OperatorRow): string =>
      row.removedAt !== null
        ? t('settings:operators.removed', { when: format.when(row.removedAt, now) })
        : row.throttledUntil !== null && row.throttledUntil > now
          ? t('settings:operators.throttled', { until: format.time(row.throttledUntil) })
          : t('settings:operators.active')
    const signedIn = (row: OperatorRow): string => (row.lastSignInAt === null ? t('settings:operators.never') : format.when(row.lastSignInAt, now))
    return [
      {
        id: 'name',
        header: t('settings:operators.name'),
        width: 200,
        grow: 2,
        fixed: true,
        text: (row) => row.name,
        cell: (row) => <TwoLines first={row.name} second={row.shortName} />,
      },
      { id: 'roles', header: t('settings:operators.roles'), width: 180, grow: 1, text: roles, cell: roles },
      {
        id: 'state',
        header: t('settings:operators.state'),
        width: 220,
        text: state,
        cell: (row) => (
          <StatusBadge state={row.removedAt !== null ? 'ended' : row.throttledUntil !== null && row.throttledUntil > now ? 'waits' : 'active'}>
            {state(row)}
          </StatusBadge>
        ),
      },
      { id: 'signIn', header: t('settings:operators.lastSignIn'), width: 170, text: signedIn, cell: signedIn },
      {
        id: 'created',
        header: t('settings:operators.created'),
        width: 130,
        text: (row) => format.day(row.createdAt),
        cell: (row) => format.date(format.isoDate(row.createdAt)),
      },
      {
        id: 'actions',
        header: t('settings:operators.actions'),
        width: 84,
        text: () => null,
        cell: (row) =>
          row.removedAt !== null ? null : (
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <Button variant="subtle" color="gray" aria-label={t('settings:operators.actionsOf', { name: row.name })}>
                  <IconDots size={16} />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconUsers size={15} stroke={1.7} />} onClick={() => ask({ what: 'roles', operator: row })}>
                  {t('settings:operators.changeRoles')}
                </Menu.Item>
                <Menu.Item leftSection={<IconKey size={15} stroke={1.7} />} onClick={() => ask({ what: 'reset', operator: row })}>
                  {t('settings:operators.reset')}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconUserMinus size={15} stroke={1.7} />}
                  disabled={row.id === me}
                  onClick={() => ask({ what: 'remove', operator: row })}
                >
                  {t('settings:operators.remove')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          ),
      },
    ]
  }, [t, format, now, me, ask])
}
