import type { ReactNode } from 'react'
import classes from './charts.module.css'

export type Mark = 'bar' | 'accent' | 'late' | 'line' | 'accentLine' | 'dashed'

/** What the marks of a chart mean, with their figures. */
export function Legend({ entries }: { entries: readonly { mark: Mark; text: ReactNode }[] }) {
  return (
    <span className={classes.legend}>
      {entries.map(({ mark, text }) => (
        <span key={mark}>
          <MarkOf mark={mark} />
          {text}
        </span>
      ))}
    </span>
  )
}

/** The pattern of `Hatch`, as a fill. */
export const LATE = 'url(#reeve-late)'

const FILLS: Partial<Record<Mark, string>> = { bar: 'var(--r-bar)', accent: 'var(--r-fill)', late: LATE }
const STROKES: Partial<Record<Mark, string>> = { line: 'var(--r-text-2)', accentLine: 'var(--r-accent)', dashed: 'var(--r-text-3)' }

function MarkOf({ mark }: { mark: Mark }) {
  const stroke = STROKES[mark]
  return (
    <svg width={stroke === undefined ? 10 : 18} height={10} aria-hidden>
      {stroke === undefined ? (
        <rect width={10} height={10} rx={1} fill={FILLS[mark]} />
      ) : (
        <line x1={0} x2={18} y1={5} y2={5} stroke={stroke} strokeWidth={mark === 'dashed' ? 1.5 : 2} {...(mark === 'dashed' ? { strokeDasharray: '4 3' } : {})} />
      )}
    </svg>
  )
}

/** Once in a chart that hatches what is in trouble. */
export function Hatch() {
  return (
    <svg className={classes.defs} aria-hidden>
      <defs>
        <pattern id="reeve-late" width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={6} height={6} fill="var(--r-bad-soft)" />
          <rect width={2} height={6} fill="var(--r-bar-bad)" />
        </pattern>
      </defs>
    </svg>
  )
}
