import type { ReactNode } from 'react'
import classes from './data-table.module.css'

/** A cell of two lines; cut names show whole in the tooltip. */
export function TwoLines({ first, second, title }: { first: ReactNode; second?: ReactNode; title?: string }) {
  return (
    <span className={classes.two} title={title ?? (typeof first === 'string' ? first : undefined)}>
      <span className={classes.first}>{first}</span>
      {second === undefined || second === null ? null : <span className={classes.second}>{second}</span>}
    </span>
  )
}
