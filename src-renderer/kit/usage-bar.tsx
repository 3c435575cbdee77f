import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from './format/use-format'
import classes from './usage-bar.module.css'

interface UsageBarProps {
  used: number
  /** Null: no limit. */
  limit: number | null
  /** Leaves out `/ limit`, for narrow columns. */
  short?: boolean
  /** Draws the bar only. */
  barOnly?: boolean
}

/** Where the limit's tick stands, and how far the bar reaches, in percent of the width. */
export function usageShape(used: number, limit: number): { tick: number; filled: number; over: boolean } {
  const scale = Math.max(limit / 0.9, used, 1)
  const tick = (limit / scale) * 100
  const over = used > limit
  return { tick, filled: over ? tick : (used / scale) * 100, over }
}

/** Number and limit over a bar; the excess is hatched. At the limit is not over. */
export function UsageBar({ used, limit, short = false, barOnly = false }: UsageBarProps) {
  const format = useFormat()
  const { t } = useTranslation('kit')
  const over = limit !== null && used > limit
  return (
    <span className={classes.usage}>
      {barOnly ? null : (
        <span className={classes.figures}>
          {over ? <IconAlertTriangle size={13} stroke={1.8} role="img" aria-label={t('usage.over')} /> : null}
          <span>
            <span className={classes.used} data-over={over || undefined}>
              {format.number(used)}
            </span>
            {short ? null : <span className={classes.limit}> / {limit === null ? t('usage.noLimit') : format.number(limit)}</span>}
          </span>
        </span>
      )}
      {limit === null ? null : <Bar used={used} limit={limit} />}
    </span>
  )
}

function Bar({ used, limit }: { used: number; limit: number }) {
  const { tick, filled, over } = usageShape(used, limit)
  return (
    <span className={classes.bar} style={{ display: 'block' }} aria-hidden>
      <span className={classes.filled} data-over={over || undefined} style={{ width: `${filled}%` }} />
      {over ? <span className={classes.excess} style={{ width: `${100 - tick}%` }} /> : null}
      <span className={classes.tick} style={{ left: `${tick}%` }} />
    </span>
  )
}
