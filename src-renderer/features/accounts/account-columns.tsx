import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountRow } from '@contract/accounts'
import { LANGUAGE_NAMES } from '@/app/i18n'
import { useFormat } from '@/kit/format/use-format'
import { StatusBadge } from '@/kit/status-badge'
import type { Column } from '@/kit/table'
import { UsageBar } from '@/kit/usage-bar'
import classes from './accounts.module.css'

/** While words are searched, the desk answers in its own order: the heads don't sort then. */
export function useAccountColumns(searching: boolean): Column<AccountRow>[] {
  const { t } = useTranslation(['accounts', 'kit'])
  const format = useFormat()
  return useMemo(() => {
    const sort = (by: string): { sort?: string } => (searching ? {} : { sort: by })
    return [
      {
        id: 'company',
        header: t('accounts:column.company'),
        width: 240,
        grow: 2,
        fixed: true,
        ...sort('company'),
        text: ({ company }) => company,
        cell: ({ company }) => (
          <span className={classes.company} title={company}>
            {company}
          </span>
        ),
      },
      {
        id: 'accountId',
        header: t('accounts:column.accountId'),
        width: 110,
        text: ({ accountId }) => accountId,
        cell: ({ accountId }) => (
          <code className={classes.id} title={accountId}>
            {accountId}
          </code>
        ),
      },
      {
        id: 'status',
        header: t('accounts:column.status'),
        width: 140,
        text: ({ status }) => t(`kit:state.${status}`),
        cell: ({ status }) => <StatusBadge state={status} />,
      },
      {
        id: 'plan',
        header: t('accounts:column.plan'),
        width: 110,
        grow: 0.5,
        text: ({ planName }) => planName,
        cell: ({ planName }) => <span title={planName}>{planName}</span>,
      },
      {
        id: 'contacts',
        header: t('accounts:column.contacts'),
        align: 'right',
        width: 170,
        ...sort('contacts'),
        text: ({ contactsUsed }) => contactsUsed,
        cell: ({ contactsUsed, contactsLimit }) =>
          contactsUsed === null ? (
            <span className={classes.unknown}>{t('accounts:unknown')}</span>
          ) : (
            <UsageBar used={contactsUsed} limit={contactsLimit} />
          ),
      },
      {
        id: 'language',
        header: t('accounts:column.language'),
        width: 100,
        text: ({ language }) => LANGUAGE_NAMES[language],
        cell: ({ language }) => LANGUAGE_NAMES[language],
      },
      {
        id: 'country',
        header: t('accounts:column.country'),
        width: 120,
        text: ({ country }) => format.country(country),
        cell: ({ country }) => format.country(country),
      },
      {
        id: 'created',
        header: t('accounts:column.created'),
        align: 'right',
        width: 120,
        ...sort('created'),
        text: ({ createdAt }) => format.isoDate(createdAt),
        cell: ({ createdAt }) => format.date(format.isoDate(createdAt)),
      },
    ]
  }, [searching, t, format])
}
