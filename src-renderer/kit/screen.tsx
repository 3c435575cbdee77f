import { IconChevronRight } from '@tabler/icons-react'
import { useEffect, type ReactNode } from 'react'
import classes from './screen.module.css'

interface ScreenProps {
  title: string
  /** Small, beside the title: an id, a date, a status. */
  note?: ReactNode
  /** The place above: "Accounts". */
  crumb?: { label: string; onOpen: () => void }
  /** HeadTabs. */
  tabs?: ReactNode
  /** Filter and buttons at the right end. */
  actions?: ReactNode
  children: ReactNode
  /** Padded and scrolling as a whole, for screens of panels; default: the content fills the room itself. */
  panels?: boolean
}

/** One screen: its head of 46 px, and what is under it. */
export function Screen({ title, note, crumb, tabs, actions, children, panels = false }: ScreenProps) {
  useEffect(() => {
    document.title = `${title} – Reeve`
  }, [title])
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        {crumb === undefined ? null : (
          <>
            <button type="button" className={classes.crumb} onClick={crumb.onOpen}>
              {crumb.label}
            </button>
            <IconChevronRight size={14} className={classes.chevron} aria-hidden />
          </>
        )}
        <h1 className={classes.title} title={title}>
          {title}
        </h1>
        {note === undefined ? null : <div className={classes.note}>{note}</div>}
        {tabs}
        {actions === undefined ? null : <div className={classes.actions}>{actions}</div>}
      </header>
      <div className={classes.body} data-panels={panels || undefined}>
        {children}
      </div>
    </div>
  )
}
