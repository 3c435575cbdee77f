import type { Icon } from '@tabler/icons-react'
import { useMemo, type ReactNode } from 'react'
import { useFormat } from './format/use-format'
import type { Tone } from './states'
import classes from './timeline.module.css'

export interface TimelineItem {
  id: string
  /** ms UTC */
  at: number
  icon: Icon
  tone?: Tone
  title: ReactNode
  detail?: ReactNode
  rule?: string | null
  who?: string
}

/** A rule id as a small label. */
export function RuleTag({ rule }: { rule: string }) {
  return <span className={classes.rule}>{rule}</span>
}

/** Events by day, newest first as given: time, icon, event, rule, who. `now` is the workspace clock. */
export function Timeline({ items, now }: { items: readonly TimelineItem[]; now: number }) {
  const format = useFormat()
  const days = useMemo(() => {
    const found = new Map<string, TimelineItem[]>()
    for (const item of items) {
      const day = format.isoDate(item.at)
      const known = found.get(day)
      if (known === undefined) found.set(day, [item])
      else known.push(item)
    }
    return [...found]
  }, [items, format])
  return (
    <div>
      {days.map(([day, ofDay]) => (
        <section key={day} aria-label={format.dayHead(day, now)}>
          <h2 className={classes.day}>
            <span>{format.dayHead(day, now)}</span>
            <span>{format.number(ofDay.length)}</span>
          </h2>
          <ul className={classes.list}>
            {ofDay.map(({ id, at, icon: ItemIcon, tone = 'plain', title, detail, rule, who }) => (
              <li key={id} className={classes.item}>
                <time className={classes.time} dateTime={new Date(at).toISOString()}>
                  {format.time(at)}
                </time>
                <span className={classes.icon} data-tone={tone} aria-hidden>
                  <ItemIcon size={13} stroke={1.7} />
                </span>
                <div>
                  <p className={classes.title}>{title}</p>
                  {detail === undefined || detail === null ? null : <p className={classes.detail}>{detail}</p>}
                </div>
                {rule == null ? <span /> : <RuleTag rule={rule} />}
                <span className={classes.who} title={who}>
                  {who}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
