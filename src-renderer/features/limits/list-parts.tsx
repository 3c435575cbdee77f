import { Button } from '@mantine/core'
import { IconMailX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Total } from '@contract/define'
import type { CaseRow, CaseTab } from '@contract/limits'
import type { Rows } from '@/app/bridge/queries'
import { go } from '@/app/routes/use-route'
import { useMay } from '@/app/session/session'
import { DayTrack } from '@/kit/day-track'
import { useFormat } from '@/kit/format/use-format'
import { EmptyState } from '@/kit/state-views'
import { summarise } from './group-summary'
import classes from './limits.module.css'

/** "3 accounts · 1 restriction, 1 upgrade, 1 waits for approval"; the sums only where every row is loaded. */
export function GroupSummaryText({ rows, total }: { rows: Rows<CaseRow>; total: Total | null }) {
  const { t } = useTranslation('limits')
  const format = useFormat()
  const count = total?.count ?? rows.rows.length
  const number = total === null ? `${format.number(count)}${rows.hasMore ? '+' : ''}` : format.total(total)
  const sum = summarise(rows.rows)
  const parts = (['restrictions', 'upgrades', 'approvals', 'stopped', 'paused'] as const).filter((name) => sum[name] > 0)
  return (
    <>
      <span>{t('group.accounts', { count, number })}</span>
      {rows.hasMore || parts.length === 0 ? null : (
        <span className={classes.sum}>
          {parts.map((name) => t(`group.sum.${name}`, { count: sum[name], number: format.number(sum[name]) })).join(', ')}
        </span>
      )}
    </>
  )
}

/** What the marks of the day track mean. */
export function Legend() {
  const { t } = useTranslation('limits')
  return (
    <span className={classes.legend}>
      <DayTrack marks={['done', 'next', 'planned', 'planned']} />
      <span>{t('legend.track')}</span>
      <IconMailX size={14} stroke={1.7} aria-hidden />
      <span>{t('legend.bounce')}</span>
    </span>
  )
}

/** Nothing here: either it was narrowed away, or it says what would bring cases. */
export function EmptyCases({ tab, narrowed, onClear }: { tab: CaseTab; narrowed: boolean; onClear: () => void }) {
  const { t } = useTranslation('limits')
  const isAdmin = useMay(['admin'])
  if (narrowed)
    return <EmptyState title={t('empty.narrowed')} text={t('empty.narrowedText')} action={<Button onClick={onClear}>{t('empty.clear')}</Button>} />
  return (
    <EmptyState
      title={t(`empty.${tab}`)}
      text={t(tab === 'open' ? (isAdmin ? 'empty.openAdmin' : 'empty.openOther') : `empty.text.${tab}`)}
      action={tab === 'open' && isAdmin ? <Button onClick={() => go({ screen: 'import' })}>{t('empty.import')}</Button> : undefined}
    />
  )
}
