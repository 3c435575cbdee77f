import { useEffect, useRef } from 'react'
import classes from './head-tabs.module.css'

export interface HeadTab<Id extends string> {
  id: Id
  label: string
  /** Already formatted: `24`, `10,000+`. */
  count?: string | undefined
}

interface HeadTabsProps<Id extends string> {
  label: string
  tabs: readonly HeadTab<Id>[]
  value: Id
  onChange: (id: Id) => void
}

/** Saved views or parts of a screen, with counts; arrows move between them. */
export function HeadTabs<Id extends string>({ label, tabs, value, onChange }: HeadTabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [value])
  const move = (step: number): void => {
    const index = tabs.findIndex(({ id }) => id === value)
    const next = tabs[(index + step + tabs.length) % tabs.length]
    if (next === undefined) return
    onChange(next.id)
    list.current?.querySelectorAll<HTMLButtonElement>('[role="tab"]')[tabs.indexOf(next)]?.focus()
  }
  return (
    <div className={classes.tabs} role="tablist" aria-label={label} ref={list}>
      {tabs.map(({ id, label: word, count }) => (
        <button
          key={id}
          type="button"
          role="tab"
          className={classes.tab}
          aria-selected={id === value}
          tabIndex={id === value ? 0 : -1}
          onClick={() => onChange(id)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') move(1)
            if (event.key === 'ArrowLeft') move(-1)
          }}
        >
          {word}
          {count === undefined ? null : <span className={classes.count}>{count}</span>}
        </button>
      ))}
    </div>
  )
}
