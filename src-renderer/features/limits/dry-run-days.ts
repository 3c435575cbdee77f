import type { DryRunStep } from '@contract/limits'

/** Steps of the same kind at the same minute, shown as one line: "Warning 3, Norrköpings Cykelverkstad + 5". */
export interface StepLine {
  key: string
  /** ms UTC */
  at: number
  step: string
  company: string
  more: number
  fromPlan: string | null
  toPlan: string | null
}

export interface StepDay {
  /** `YYYY-MM-DD` */
  date: string
  count: number
  lines: StepLine[]
}

const MINUTE = 60_000

/** Groups steps by day; `dateOf` gives the calendar date of an instant in the desk's zone. */
export function stepDays(steps: readonly DryRunStep[], dateOf: (at: number) => string): StepDay[] {
  const days = new Map<string, { count: number; lines: Map<string, StepLine> }>()
  for (const { at, step, company, fromPlan, toPlan } of steps) {
    const date = dateOf(at)
    const day = days.get(date) ?? { count: 0, lines: new Map<string, StepLine>() }
    days.set(date, day)
    day.count += 1
    const key = [Math.floor(at / MINUTE), step, fromPlan, toPlan].join(' ')
    const known = day.lines.get(key)
    if (known === undefined) day.lines.set(key, { key: `${date} ${key}`, at, step, company, more: 0, fromPlan, toPlan })
    else known.more += 1
  }
  return [...days].map(([date, { count, lines }]) => ({ date, count, lines: [...lines.values()] }))
}
