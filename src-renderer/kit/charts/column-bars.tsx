import classes from './charts.module.css'

export interface ColumnBar {
  id: string
  value: number
  /** What stands on the bar: the value as written. */
  text: string
  label: string
  /** Second line of the label. */
  below?: string
  /** Now, or mine. */
  accent?: boolean
}

/** A few upright bars with their values on them; the tallest is named once for screen readers, the table says the rest. */
export function ColumnBars({ bars, spoken, caption }: { bars: readonly ColumnBar[]; spoken: string; caption?: string }) {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <div className={classes.columnsRoom} role="img" aria-label={spoken}>
      <div className={classes.columns}>
        {bars.map(({ id, value, text, label, below, accent }) => (
          <div key={id} className={classes.column}>
            <div className={classes.columnRoom}>
              <span style={{ flex: `${most - value} 0 0` }} />
              <span className={classes.columnValue} data-none={value === 0 || undefined}>
                {text}
              </span>
              <span className={classes.columnBar} style={{ flex: `${value} 0 0` }} data-accent={accent || undefined} />
            </div>
            <div className={classes.columnLabel} data-accent={accent || undefined}>
              {label}
              {below === undefined ? null : (
                <>
                  <br />
                  {below}
                </>
              )}
            </div>
          </div>
        ))}
      </div>
      {caption === undefined ? null : <p className={classes.caption}>{caption}</p>}
    </div>
  )
}
