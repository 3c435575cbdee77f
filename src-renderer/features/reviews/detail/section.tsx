import type { ReactNode } from 'react'
import classes from './detail.module.css'

interface SectionProps {
  title: string
  /** Small, beside the title. */
  note?: ReactNode
  end?: ReactNode
  children: ReactNode
}

/** A part of the detail or the aside with its own head. */
export function Section({ title, note, end, children }: SectionProps) {
  return (
    <section className={classes.section}>
      <header className={classes.sectionHead}>
        <h3>{title}</h3>
        {note === undefined ? null : <span className={classes.quiet}>{note}</span>}
        {end === undefined ? null : <span className={classes.end}>{end}</span>}
      </header>
      {children}
    </section>
  )
}
