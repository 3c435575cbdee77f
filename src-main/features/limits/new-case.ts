import type { LimitCase } from './case'

export const NO_CANDIDACY = { announcements: 0, announcedFor: null, toldAt: null, bounced: false, since: null } as const

/** LIM-03: a case as it opens. */
export function newCase(
  id: string,
  account: string,
  at: number,
  version: number,
  body: Pick<LimitCase, 'cause' | 'zone' | 'mode'> & { due: number; import: string | null },
): LimitCase {
  const { cause, zone, mode } = body
  return {
    id,
    account,
    version,
    state: 'warning',
    cause,
    zone,
    mode,
    round: 1,
    openedAt: at,
    lastStepAt: at,
    dueAt: body.due,
    closedAt: null,
    warnings: [],
    lastWarnedAt: null,
    told: false,
    approvalGround: null,
    approvedPlan: null,
    pausedUntil: null,
    pauses: 0,
    restrictedAt: null,
    upgradedTo: null,
    importedBy: body.import,
    candidacy: NO_CANDIDACY,
  }
}
