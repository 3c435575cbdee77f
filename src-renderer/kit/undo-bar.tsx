import { Button } from '@mantine/core'
import { IconClockPause } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '@/app/shortcuts'
import { KeyHint } from './key-hint'
import classes from './undo-bar.module.css'

interface UndoBarProps {
  children: ReactNode
  /** When the window closes and the decision stands, ms on this computer's clock; null: nothing counts down. */
  until: number | null
  totalMs: number
  onUndo: () => void
  onOver: () => void
}

const ROUND = 2 * Math.PI * 9

/** Stands at the list's foot, covers nothing, counts down. */
export function UndoBar({ children, until, totalMs, onUndo, onOver }: UndoBarProps) {
  const { t } = useTranslation('common')
  // The end is fixed when the bar comes: drawn anew it doesn't start again.
  const [end] = useState(until)
  const [left, setLeft] = useState(() => (end === null ? 0 : Math.max(0, end - Date.now())))
  const over = useRef(onOver)
  over.current = onOver
  useShortcuts([{ id: 'list.undo', keys: ['mod+z'], label: t('undo'), group: 'list', run: onUndo }])

  useEffect(() => {
    if (end === null) return
    const timer = setInterval(() => {
      const rest = Math.max(0, end - Date.now())
      setLeft(rest)
      if (rest > 0) return
      clearInterval(timer)
      over.current()
    }, 250)
    return () => clearInterval(timer)
  }, [end])

  return (
    <div className={classes.bar} role="status">
      <span className={classes.count} aria-hidden>
        {end === null ? (
          <IconClockPause size={20} stroke={1.7} />
        ) : (
          <>
            <svg viewBox="0 0 22 22" fill="none" stroke="currentColor" strokeWidth="2">
              <circle cx="11" cy="11" r="9" strokeDasharray={ROUND} strokeDashoffset={ROUND * (1 - left / totalMs)} />
            </svg>
            {Math.ceil(left / 1000)}
          </>
        )}
      </span>
      <div className={classes.words}>{children}</div>
      <Button className={classes.undo ?? ''} onClick={onUndo} rightSection={<KeyHint keys="mod+z" />}>
        {t('undo')}
      </Button>
    </div>
  )
}
