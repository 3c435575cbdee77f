import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { STATES, type StateName } from './states'
import classes from './status.module.css'

interface StatusProps {
  state: StateName
  /** A pill, for headers; plain in rows. */
  soft?: boolean
  /** Another word for the same state: "Stopped: bounced". */
  children?: ReactNode
}

/** A state as word and icon, never by colour alone. */
export function StatusBadge({ state, soft = false, children }: StatusProps) {
  const { t } = useTranslation('kit')
  const [tone, StateIcon] = STATES[state]
  return (
    <span className={classes.status} data-tone={tone} data-soft={soft || undefined}>
      <StateIcon size={soft ? 14 : 15} stroke={1.7} aria-hidden />
      <span>{children ?? t(`state.${state}`)}</span>
    </span>
  )
}

/**
 * A hold or notice that stacks with others.
 * @public for screens to come
 */
export function Chip({ icon: ChipIcon, children }: { icon: Icon; children: ReactNode }) {
  return (
    <span className={classes.chip}>
      <ChipIcon size={13} stroke={1.7} aria-hidden />
      {children}
    </span>
  )
}
