import { create } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import classes from './live-region.module.css'

interface Said {
  polite: string
  assertive: string
}

const useSaid = create<Said>(() => ({ polite: '', assertive: '' }))

/** Says something to a screen reader. The same words twice are said twice: the second gets a trailing blank. */
export function announce(text: string, how: keyof Said = 'polite'): void {
  useSaid.setState((said) => ({ [how]: said[how] === text ? `${text} ` : text }))
}

/** Stands once in the window, empty at first: regions that come with their words stay silent. */
export function LiveRegion() {
  const { polite, assertive } = useSaid(useShallow((said) => said))
  return (
    <>
      <div className={classes.spoken} role="status" aria-live="polite">
        {polite}
      </div>
      <div className={classes.spoken} role="alert" aria-live="assertive">
        {assertive}
      </div>
    </>
  )
}
