import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryRow } from '@contract/journal'
import { useFormat } from '@/kit/format/use-format'
import type { Column } from '@/kit/table'
import { RuleTag } from '@/kit/timeline'
import { eventLook } from './event-look'
import { actorInWords, bodyLines, changeInWords, detailLines, eventTitle } from './event-words'
import classes from './journal.module.css'

/** `names`: plan names by uuid. */
export function useJournalColumns(names: ReadonlyMap<string, string>): Column<EntryRow>[] {
  const { t } = useTranslation('journal')
  const format = useFormat()
  return useMemo(() => {
    const detailsOf = (row: EntryRow): string =>
      [...bodyLines(row.body, names, format), ...detailLines(row.detail, format)].map(({ label, text }) => `${label}: ${text}`).join(', ')
    return [
      {
        id: 'seq',
        header: t('column.seq'),
        width: 76,
        align: 'right',
        text: ({ seq }) => seq,
        cell: ({ seq }) => <span className={classes.seq}>{format.number(seq)}</span>,
      },
      {
        id: 'at',
        header: t('column.at'),
        width: 150,
        fixed: true,
        text: ({ at }) => new Date(at).toISOString(),
        cell: ({ at }) => format.dateTime(at),
      },
      {
        id: 'what',
        header: t('column.what'),
        width: 250,
        grow: 1.4,
        fixed: true,
        text: (row) => [eventTitle(row.kind, row.body), changeInWords(row.before, row.after)].filter((part) => part !== null).join(': '),
        cell: (row) => <What row={row} />,
      },
      {
        id: 'account',
        header: t('column.account'),
        width: 160,
        grow: 1,
        text: ({ company }) => company,
        cell: ({ company }) => <span title={company ?? undefined}>{company ?? ''}</span>,
      },
      {
        id: 'who',
        header: t('column.who'),
        width: 140,
        text: ({ actor, actorName }) => actorInWords(actor, actorName),
        cell: ({ actor, actorName }) => actorInWords(actor, actorName),
      },
      { id: 'rule', header: t('column.rule'), width: 84, text: ({ rule }) => rule, cell: ({ rule }) => <RuleTag rule={rule} /> },
      {
        id: 'details',
        header: t('column.details'),
        width: 220,
        grow: 1,
        hiddenAtFirst: true,
        text: detailsOf,
        cell: (row) => <span title={detailsOf(row)}>{detailsOf(row)}</span>,
      },
      {
        id: 'kind',
        header: t('column.kind'),
        width: 170,
        hiddenAtFirst: true,
        text: ({ kind }) => kind,
        cell: ({ kind }) => <code className={classes.code}>{kind}</code>,
      },
      {
        id: 'version',
        header: t('column.version'),
        width: 74,
        align: 'right',
        hiddenAtFirst: true,
        text: ({ version }) => version,
        cell: ({ version }) => format.number(version),
      },
      {
        id: 'hash',
        header: t('column.hash'),
        width: 150,
        hiddenAtFirst: true,
        text: ({ hash }) => hash,
        cell: ({ hash }) => (
          <code className={classes.code} title={hash}>
            {hash.slice(0, 16)}
          </code>
        ),
      },
    ]
  }, [t, format, names])
}

function What({ row }: { row: EntryRow }) {
  const [EventIcon, tone] = eventLook(row.kind)
  const change = changeInWords(row.before, row.after)
  const title = eventTitle(row.kind, row.body)
  return (
    <span className={classes.what} title={change === null ? title : `${title}: ${change}`}>
      <EventIcon size={15} stroke={1.7} data-tone={tone} aria-hidden />
      <span className={classes.cut}>
        <strong>{title}</strong>
        {change === null ? null : <span className={classes.quiet}>: {change}</span>}
      </span>
    </span>
  )
}
