import type { Icon } from '@tabler/icons-react'
import classes from './charts.module.css'

export interface RowBar {
  id: string
  name: string
  icon?: Icon
  value: number
  /** The value as written, and what it is of the whole. */
  text: string
  share?: string
  /** Mine. */
  accent?: boolean
}

/** Lying bars, each with its name and value; longest is the most. */
export function RowBars({ bars }: { bars: readonly RowBar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <ul className={classes.rows} data-shares={bars.some(({ share }) => share !== undefined) || undefined}>
      {bars.map(({ id, name, icon: BarIcon, value, text, share, accent }) => (
        <li key={id} className={classes.row}>
          <span className={classes.rowName} title={name}>
            {BarIcon === undefined ? null : <BarIcon size={15} stroke={1.7} aria-hidden />}
            <span>{name}</span>
          </span>
          <span className={classes.rowTrack} aria-hidden>
            <span style={{ width: `${(value / most) * 100}%` }} data-accent={accent || undefined} />
          </span>
          <span className={classes.rowFigure}>
            <strong>{text}</strong>
            {share === undefined ? null : <span>{share}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
