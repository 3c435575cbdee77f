import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageRow } from '@contract/messages'
import { LANGUAGE_NAMES } from '@/app/i18n'
import { useFormat } from '@/kit/format/use-format'
import { StatusBadge } from '@/kit/status-badge'
import { TwoLines, type Column } from '@/kit/table'
import { messageName } from './message-name'
import classes from './messages.module.css'
import { problemInWords } from './problem-words'
import { messageState } from './states'

/** `without`: columns that would say the same in every row here. */
export function useMessageColumns(without: ReadonlySet<string> = new Set()): Column<MessageRow>[] {
  const { t } = useTranslation(['messages', 'kit'])
  const format = useFormat()
  return useMemo(() => {
    const columns: Column<MessageRow>[] = [
      {
        id: 'state',
        header: t('messages:column.state'),
        width: 150,
        fixed: true,
        text: (row) => t(`kit:state.${messageState(row)}`),
        cell: (row) => <StatusBadge state={messageState(row)} />,
      },
      {
        id: 'message',
        header: t('messages:column.message'),
        width: 190,
        grow: 1.2,
        fixed: true,
        text: (row) => `${messageName(row)}: ${row.subject}`,
        cell: (row) => (
          <span title={row.subject}>
            <strong className={classes.name}>{messageName(row)}</strong> <span className={classes.quiet}>{row.subject}</span>
          </span>
        ),
      },
      {
        id: 'account',
        header: t('messages:column.account'),
        width: 150,
        grow: 1,
        text: ({ company }) => company,
        cell: ({ company, accountId }) => <span title={`${company} (${accountId})`}>{company}</span>,
      },
      {
        id: 'accountId',
        header: t('messages:column.accountId'),
        width: 120,
        hiddenAtFirst: true,
        text: ({ accountId }) => accountId,
        cell: ({ accountId }) => <code className={classes.id}>{accountId}</code>,
      },
      {
        id: 'language',
        header: t('messages:column.language'),
        width: 84,
        hiddenAtFirst: true,
        text: ({ language }) => LANGUAGE_NAMES[language],
        cell: ({ language }) => LANGUAGE_NAMES[language],
      },
      {
        id: 'time',
        header: t('messages:column.time'),
        width: 150,
        text: ({ sentAt, nextAttemptAt, plannedAt }) => format.dateTimeFull(sentAt ?? nextAttemptAt ?? plannedAt),
        cell: ({ sentAt, nextAttemptAt, plannedAt }) => format.dateTime(sentAt ?? nextAttemptAt ?? plannedAt),
      },
      {
        id: 'problem',
        header: t('messages:column.problem'),
        width: 150,
        grow: 0.5,
        text: ({ problem, waits }) => (problem !== null ? problemInWords(problem) : waits === null ? null : t(`messages:waits.${waits}`)),
        cell: ({ problem, waits }) => {
          const words = problem !== null ? problemInWords(problem) : waits === null ? '' : t(`messages:waits.${waits}`)
          return <span title={words}>{words}</span>
        },
      },
      {
        id: 'attempts',
        header: t('messages:column.attempts'),
        width: 74,
        align: 'right',
        hiddenAtFirst: true,
        text: ({ attempts }) => attempts,
        cell: ({ attempts }) => format.number(attempts),
      },
    ]
    return columns.filter(({ id }) => !without.has(id))
  }, [t, format, without])
}

/** For the narrow list beside a message. */
export function useNarrowColumns(): Column<MessageRow>[] {
  const { t } = useTranslation(['messages', 'kit'])
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'state',
        header: t('messages:column.state'),
        width: 140,
        fixed: true,
        text: (row) => t(`kit:state.${messageState(row)}`),
        cell: (row) => <StatusBadge state={messageState(row)} />,
      },
      {
        id: 'message',
        header: t('messages:column.message'),
        width: 170,
        grow: 1,
        fixed: true,
        text: (row) => `${messageName(row)}, ${row.company}`,
        cell: (row) => <TwoLines first={messageName(row)} second={row.company} title={`${row.subject}\n${row.company} (${row.accountId})`} />,
      },
      {
        id: 'time',
        header: t('messages:column.time'),
        width: 130,
        text: ({ sentAt, nextAttemptAt, plannedAt }) => format.dateTimeFull(sentAt ?? nextAttemptAt ?? plannedAt),
        cell: ({ sentAt, nextAttemptAt, plannedAt }) => format.dateTime(sentAt ?? nextAttemptAt ?? plannedAt),
      },
    ],
    [t, format],
  )
}
