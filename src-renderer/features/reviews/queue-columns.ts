import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewRow } from '@contract/reviews'
import { useFormat } from '@/kit/format/use-format'
import type { Column } from '@/kit/table'
import { countdown } from './sla-words'

/** What is copied of a row; it is drawn as a whole. */
export function useQueueColumns(now: number): Column<ReviewRow>[] {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  return useMemo(() => {
    const column = (id: string, header: string, text: Column<ReviewRow>['text']): Column<ReviewRow> => ({
      id,
      header,
      text,
      cell: text,
      width: 100,
      fixed: true,
    })
    return [
      column('company', t('column.company'), ({ company }) => company),
      column('account', t('column.account'), ({ accountId }) => accountId),
      column('group', t('column.group'), ({ groupName }) => groupName),
      column('method', t('column.method'), ({ method }) => (method === null ? null : t(`method.${method}`))),
      column('language', t('column.language'), ({ language }) => language),
      column('receivers', t('column.receivers'), ({ receivers }) => receivers),
      column('due', t('column.due'), ({ sla }) => (sla.stopped ? t('sla.stopped') : countdown(sla, now, format))),
      column('completeness', t('column.completeness'), ({ completeness }) => completeness),
      column('signals', t('column.signals'), ({ signals }) => signals.against),
      column('by', t('column.by'), ({ claim }) => claim?.name ?? null),
    ]
  }, [t, format, now])
}
