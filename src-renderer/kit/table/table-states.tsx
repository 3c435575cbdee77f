import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rows } from '@/app/bridge/queries'
import { ErrorState, useDelayed } from '@/kit/state-views'
import classes from './data-table.module.css'

interface TableStatesProps {
  lists: readonly Pick<Rows<unknown>, 'loading' | 'failure' | 'reload'>[]
  /** Nothing to show: then this says why. */
  none: boolean
  empty: ReactNode
  errorTitle: string
}

/** Under the head while there are no rows: loading after 200 ms, the failure, or what comes next. */
export function TableStates({ lists, none, empty, errorTitle }: TableStatesProps) {
  const { t } = useTranslation('kit')
  const loading = none && lists.some((list) => list.loading)
  const slow = useDelayed(loading)
  if (!none) return null
  const failed = lists.find(({ failure }) => failure !== null)
  if (failed?.failure != null) return <ErrorState title={errorTitle} failure={failed.failure} onRetry={failed.reload} />
  if (!loading) return empty
  if (!slow) return null
  return (
    <div className={classes.skeleton} role="status" aria-label={t('loading')}>
      {Array.from({ length: 8 }, (_, index) => (
        <Skeleton key={index} height={10} width={`${[62, 84, 71, 55][index % 4]}%`} animate={false} />
      ))}
    </div>
  )
}
