import { Button } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '@/app/shortcuts'
import { KeyHint } from './key-hint'
import classes from './undo-bar.module.css'

interface UndoBarProps {
  children: ReactNode
  /** When the window closes and the decision stands, ms on this computer's clock. */
  until: number
  totalMs: number
  onUndo: () => void
  onOver: () => void
}

const ROUND = 2 * Math.PI * 9

/**
 * Stands at the list's foot, covers nothing, counts down.
 * @public for screens to come
 */
export function UndoBar({ children, until, totalMs, onUndo, onOver }: UndoBarProps) {
  const { t } = useTranslation('common')
  const [left, setLeft] = useState(() => Math.max(0, until - Date.now()))
  useShortcuts([{ id: 'list.undo', keys: ['mod+z'], label: t('undo'), group: 'list', run: onUndo }])

  useEffect(() => {
    const timer = setInterval(() => {
      const rest = Math.max(0, until - Date.now())
      setLeft(rest)
      if (rest > 0) return
      clearInterval(timer)
      onOver()
    }, 250)
    return () => clearInterval(timer)
  }, [until, onOver])

  return (
    <div className={classes.bar} role="status">
      <span className={classes.count} aria-hidden>
        <svg viewBox="0 0 22 22" fill="none" stroke="currentColor" strokeWidth="2">
          <circle cx="11" cy="11" r="9" strokeDasharray={ROUND} strokeDashoffset={ROUND * (1 - left / totalMs)} />
        </svg>
        {Math.ceil(left / 1000)}
      </span>
      <div className={classes.words}>{children}</div>
      <Button className={classes.undo ?? ''} onClick={onUndo} rightSection={<KeyHint keys="mod+z" />}>
        {t('undo')}
      </Button>
    </div>
  )
}
