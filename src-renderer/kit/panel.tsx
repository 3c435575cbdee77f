import type { Icon } from '@tabler/icons-react'
import type { CSSProperties, ReactNode } from 'react'
import classes from './panel.module.css'
import type { Tone } from './states'

interface PanelProps {
  title: ReactNode
  /** Small, beside the title: a count, a range. */
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
  foot?: ReactNode
  padded?: boolean
  style?: CSSProperties
}

/** A bordered part of a screen with its own head. */
export function Panel({ title, note, actions, children, foot, padded = true, style }: PanelProps) {
  return (
    <section className={classes.panel} style={style}>
      <header className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {note === undefined ? null : <span className={classes.note}>{note}</span>}
        {actions === undefined ? null : <div className={classes.actions}>{actions}</div>}
      </header>
      <div className={classes.body} data-padded={padded || undefined}>
        {children}
      </div>
      {foot === undefined ? null : <footer className={classes.foot}>{foot}</footer>}
    </section>
  )
}

/** A remark inside a screen: why something waits, what was left out. */
export function Banner({ tone = 'plain', icon: BannerIcon, children, action }: { tone?: Tone; icon: Icon; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.banner} data-tone={tone}>
      <BannerIcon size={16} stroke={1.7} aria-hidden />
      <div className={classes.bannerBody}>{children}</div>
      {action}
    </div>
  )
}
