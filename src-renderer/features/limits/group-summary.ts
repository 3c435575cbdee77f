import type { CaseRow } from '@contract/limits'

export interface GroupSummary {
  restrictions: number
  upgrades: number
  approvals: number
  stopped: number
  paused: number
}

/** What the cases of one group come to next. */
export function summarise(rows: readonly CaseRow[]): GroupSummary {
  const sum: GroupSummary = { restrictions: 0, upgrades: 0, approvals: 0, stopped: 0, paused: 0 }
  for (const { state, nextStep } of rows) {
    if (state === 'approval') sum.approvals += 1
    else if (state === 'unreachable') sum.stopped += 1
    else if (state === 'paused') sum.paused += 1
    else if (nextStep === 'restrict') sum.restrictions += 1
    else if (nextStep === 'upgrade') sum.upgrades += 1
  }
  return sum
}
