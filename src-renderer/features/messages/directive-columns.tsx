import { DataList } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DirectiveRow } from '@contract/messages'
import { codeInWords } from '@/app/bridge/sentences'
import { bodyLines } from '@/features/journal'
import { useFormat } from '@/kit/format/use-format'
import { StatusBadge } from '@/kit/status-badge'
import type { Column } from '@/kit/table'
import classes from './messages.module.css'
import { directiveState } from './states'

const NO_NAMES: ReadonlyMap<string, string> = new Map()

/** `without`: columns that would say the same in every row here. */
export function useDirectiveColumns(without: ReadonlySet<string> = new Set()): Column<DirectiveRow>[] {
  const { t } = useTranslation(['messages', 'kit'])
  const format = useFormat()
  return useMemo(() => {
    const columns: Column<DirectiveRow>[] = [
      { id: 'seq', header: t('messages:directive.seq'), width: 60, align: 'right', text: ({ seq }) => seq, cell: ({ seq }) => format.number(seq) },
      {
        id: 'state',
        header: t('messages:column.state'),
        width: 140,
        fixed: true,
        text: (row) => t(`kit:state.${directiveState(row)}`),
        cell: (row) => <StatusBadge state={directiveState(row)} />,
      },
      {
        id: 'kind',
        header: t('messages:directive.kind'),
        width: 200,
        grow: 1.4,
        fixed: true,
        text: ({ kind }) => codeInWords('messages:directiveKind', kind),
        cell: ({ kind, payload }) => (
          <span>
            <strong className={classes.name}>{codeInWords('messages:directiveKind', kind)}</strong>{' '}
            <span className={classes.quiet}>
              {bodyLines(payload, NO_NAMES, format)
                .map(({ text }) => text)
                .join(', ')}
            </span>
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
        id: 'planned',
        header: t('messages:directive.planned'),
        width: 150,
        text: ({ plannedAt }) => format.dateTimeFull(plannedAt),
        cell: ({ plannedAt }) => format.dateTime(plannedAt),
      },
      {
        id: 'done',
        header: t('messages:directive.answered'),
        width: 150,
        text: ({ doneAt, handedAt }) => (doneAt === null ? (handedAt === null ? null : format.dateTimeFull(handedAt)) : format.dateTimeFull(doneAt)),
        cell: ({ doneAt, handedAt }) => (doneAt !== null ? format.dateTime(doneAt) : handedAt === null ? '' : format.dateTime(handedAt)),
      },
      {
        id: 'error',
        header: t('messages:column.problem'),
        width: 120,
        grow: 0.6,
        text: ({ error }) => error,
        cell: ({ error }) => <span title={error ?? undefined}>{error ?? ''}</span>,
      },
    ]
    return columns.filter(({ id }) => !without.has(id))
  }, [t, format, without])
}

/** The opened row: everything the platform was told. */
export function DirectiveDetail({ row }: { row: DirectiveRow }) {
  const { t } = useTranslation('messages')
  const format = useFormat()
  const lines = bodyLines(row.payload, NO_NAMES, format)
  return (
    <div className={classes.payload}>
      {lines.length === 0 ? <p className={classes.quiet}>{t('directive.noPayload')}</p> : null}
      <DataList labelWidth={140} gap={4}>
        {lines.map(({ name, label, text }) => (
          <DataList.Item key={name}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue>{text}</DataList.ItemValue>
          </DataList.Item>
        ))}
        {row.error === null ? null : (
          <DataList.Item>
            <DataList.ItemLabel>{t('column.problem')}</DataList.ItemLabel>
            <DataList.ItemValue>{row.error}</DataList.ItemValue>
          </DataList.Item>
        )}
      </DataList>
    </div>
  )
}
