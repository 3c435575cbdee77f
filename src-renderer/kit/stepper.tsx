import { IconAlertTriangle, IconCheck, IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './stepper.module.css'

export interface Step {
  id: string
  state: 'done' | 'now' | 'next' | 'locked' | 'failed'
  title: string
  /** For a locked step: what unlocks it and who acts. */
  text?: ReactNode
}

const INSIDE = {
  done: <IconCheck size={13} stroke={2.6} />,
  failed: <IconAlertTriangle size={13} />,
  locked: <IconLock size={12} />,
} as const

/** All steps, always visible, one below the other. */
export function Stepper({ steps, label }: { steps: readonly Step[]; label: string }) {
  return (
    <ol className={classes.steps} aria-label={label}>
      {steps.map(({ id, state, title, text }, index) => (
        <li key={id} className={classes.step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
          <span className={classes.dot} aria-hidden>
            {state in INSIDE ? INSIDE[state as keyof typeof INSIDE] : index + 1}
          </span>
          <div>
            <p className={classes.title}>{title}</p>
            {text === undefined ? null : <div className={classes.text}>{text}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
