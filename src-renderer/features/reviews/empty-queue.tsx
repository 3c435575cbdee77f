import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { go } from '@/app/routes/use-route'
import { useMay } from '@/app/session/session'
import { EmptyState } from '@/kit/state-views'
import { narrowedBy, type ReviewFilter } from './review-filter'

interface EmptyQueueProps {
  filter: ReviewFilter
  change: (patch: Record<string, string | null>) => void
}

/** Nothing here: either it was narrowed away, or it says what comes next. */
export function EmptyQueue({ filter, change }: EmptyQueueProps) {
  const { t } = useTranslation('reviews')
  const isAdmin = useMay(['admin'])
  if (narrowedBy(filter) > 0 || filter.search !== '') {
    const clear = (): void => change({ language: null, method: null, overdue: null, flagged: null, search: null })
    return <EmptyState title={t('empty.narrowed')} text={t('empty.narrowedText')} action={<Button onClick={clear}>{t('empty.clear')}</Button>} />
  }
  return (
    <EmptyState
      title={t(`empty.${filter.tab}`)}
      text={t(`emptyText.${filter.tab}`)}
      action={filter.tab === 'queue' && isAdmin ? <Button onClick={() => go({ screen: 'import' })}>{t('empty.import')}</Button> : undefined}
    />
  )
}
