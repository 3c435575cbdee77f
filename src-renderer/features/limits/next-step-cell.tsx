import type { CaseRow } from '@contract/limits'
import { useFormat } from '@/kit/format/use-format'
import { STATES } from '@/kit/states'
import { nextLine, whyNotToday } from './case-words'
import classes from './limits.module.css'

/** What comes next, and below it the one sentence that says why not today (LIM-15). */
export function NextStepCell({ row, now, wrap = false }: { row: CaseRow; now: number; wrap?: boolean }) {
  const format = useFormat()
  const { text, state } = nextLine(row, now, format)
  const why = whyNotToday(row, now, format)
  const [tone, StateIcon] = state === null ? [null, null] : STATES[state]
  return (
    <span className={classes.next} data-wrap={wrap || undefined} title={`${text}. ${why}`}>
      <span className={classes.nextFirst} data-tone={tone ?? undefined}>
        {StateIcon === null ? null : <StateIcon size={14} stroke={1.7} aria-hidden />}
        <span className={classes.cut}>{text}</span>
      </span>
      <span className={classes.nextWhy}>{why}</span>
    </span>
  )
}
