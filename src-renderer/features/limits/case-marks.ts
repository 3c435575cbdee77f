import type { CaseRow, WarningView } from '@contract/limits'
import type { DayMark } from '@/kit/day-track'

type Marks = readonly [DayMark, DayMark, DayMark, DayMark]

const FAILED: ReadonlySet<WarningView['state']> = new Set(['failed', 'unknown', 'bounced', 'retry'])

export function warningOf(row: Pick<CaseRow, 'warnings'>, n: number): WarningView | undefined {
  return row.warnings.find((warning) => warning.n === n)
}

/** The warning that has to be handed over next, or null when all three were (LIM-04). */
export function nextWarning(row: Pick<CaseRow, 'warnings'>): 1 | 2 | 3 | null {
  return ([1, 2, 3] as const).find((n) => warningOf(row, n)?.state !== 'sent') ?? null
}

/** The warning handed over last. */
export function lastSent(row: Pick<CaseRow, 'warnings'>): WarningView | null {
  return [...row.warnings].reverse().find(({ state }) => state === 'sent') ?? null
}

function fourth(row: CaseRow, missing: 1 | 2 | 3 | null, broken: boolean): DayMark {
  if (row.state === 'enforced') return 'enforced'
  if (row.state === 'approval') return 'approval'
  if (broken) return 'open'
  if (missing !== null) return 'planned'
  if (row.state === 'paused') return 'paused'
  return row.closedAt === null ? 'next' : 'planned'
}

/** How far a case has come, as the day track draws it (LIM-12). */
export function caseMarks(row: CaseRow): Marks {
  const missing = row.state === 'enforced' ? null : nextWarning(row)
  const mark = (n: 1 | 2 | 3): DayMark => {
    const state = warningOf(row, n)?.state
    if (state === 'sent' || row.state === 'enforced') return 'done'
    if (state !== undefined && FAILED.has(state)) return 'failed'
    if (n !== missing) return 'planned'
    if (row.state === 'paused') return 'paused'
    return row.closedAt === null ? 'next' : 'planned'
  }
  const broken = missing !== null && FAILED.has(warningOf(row, missing)?.state ?? 'planned')
  return [mark(1), mark(2), mark(3), fourth(row, missing, broken)]
}
