import { Button, Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/kit/format/use-format'
import { KeyHint } from '@/kit/key-hint'
import classes from './data-table.module.css'
import { SELECTION_MOST } from './selection'

interface BulkBarProps {
  count: number
  /** Some loaded rows aren't selected. */
  partly: boolean
  /** Rows read so far while everything is being selected. */
  reading: number | null
  actions: ReactNode
  note: ReactNode
  onStop: () => void
  onClear: () => void
  onToggleLoaded: () => void
}

/** Above the head while something is selected: how many, what can be done with them, how to let go. */
export function BulkBar({ count, partly, reading, actions, note, onStop, onClear, onToggleLoaded }: BulkBarProps) {
  const { t } = useTranslation(['kit', 'common'])
  const format = useFormat()
  return (
    <div className={classes.bulk} role="toolbar" aria-label={t('kit:table.bulk')}>
      <Checkbox checked={!partly} indeterminate={partly} onChange={onToggleLoaded} aria-label={t('kit:table.selectLoaded')} />
      {reading === null ? (
        <span className={classes.bulkCount} role="status">
          {t('kit:table.selected', { count, number: format.number(count) })}
        </span>
      ) : (
        <>
          <span className={classes.bulkCount} role="status">
            {t('kit:table.reading', { count: reading, number: format.number(reading) })}
          </span>
          <Button onClick={onStop}>{t('common:cancel')}</Button>
        </>
      )}
      {reading === null ? actions : null}
      <span className={classes.bulkEnd}>
        {count >= SELECTION_MOST ? t('kit:table.most', { number: format.number(SELECTION_MOST) }) : note}
        <Button variant="subtle" color="gray" onClick={onClear} rightSection={<KeyHint keys="esc" />}>
          {t('kit:table.clear')}
        </Button>
      </span>
    </div>
  )
}
