import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactRow } from '@contract/accounts'
import { useDeskPages } from '@/app/bridge/queries'
import { useFormat } from '@/kit/format/use-format'
import { EmptyState } from '@/kit/state-views'
import { StatusBadge } from '@/kit/status-badge'
import { DataTable, type Column } from '@/kit/table'
import classes from './accounts.module.css'

const rowId = (row: ContactRow): string => row.id

/** The people of the account; those with access to its settings may cancel it (CAN-01). */
export function ContactsTab({ id }: { id: string }) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const rows = useDeskPages('accounts.contacts', { id })
  const columns = useMemo<Column<ContactRow>[]>(
    () => [
      {
        id: 'name',
        header: t('contacts.name'),
        width: 180,
        grow: 1,
        fixed: true,
        text: ({ name }) => name,
        cell: ({ name }) => (
          <span className={classes.company} title={name}>
            {name}
          </span>
        ),
      },
      {
        id: 'email',
        header: t('contacts.email'),
        width: 220,
        grow: 1,
        text: ({ email }) => email,
        cell: ({ email }) => <span title={email}>{email}</span>,
      },
      { id: 'phone', header: t('contacts.phone'), width: 150, text: ({ phone }) => phone, cell: ({ phone }) => phone ?? '' },
      {
        id: 'access',
        header: t('contacts.access'),
        width: 160,
        text: ({ settingsAccess }) => t(settingsAccess ? 'contacts.settings' : 'contacts.noSettings'),
        cell: ({ settingsAccess, removedAt }) =>
          removedAt === null ? (
            t(settingsAccess ? 'contacts.settings' : 'contacts.noSettings')
          ) : (
            <StatusBadge state="ended">{t('contacts.removed', { date: format.day(removedAt) })}</StatusBadge>
          ),
      },
      {
        id: 'contactId',
        header: t('contacts.id'),
        width: 140,
        hiddenAtFirst: true,
        text: ({ contactId }) => contactId,
        cell: ({ contactId }) => <code className={classes.id}>{contactId}</code>,
      },
    ],
    [t, format],
  )
  return (
    <DataTable
      id="account-contacts"
      label={t('tab.contacts')}
      columns={columns}
      rows={rows}
      rowId={rowId}
      empty={<EmptyState title={t('contacts.empty')} text={t('contacts.emptyText')} />}
      errorTitle={t('contacts.error')}
    />
  )
}
