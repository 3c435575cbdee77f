import type { CaseRow, WarningView } from '@contract/limits'
import type { ReadDb } from '@kernel/database/index'
import { messageStanding } from '@kernel/outbox/index'
import { isClockDoubted, isPaused } from '@kernel/scheduler/index'
import { accountForLimits, externalId } from '@features/accounts/index'
import { isOpen, isRestricted, messageKey, type LimitCase } from './case'
import { factsOf, surroundings, type Surroundings } from './facts'
import { dayOf, shownVersion } from './row'
import { loadCase } from './store'
import { excessOver, overPermille } from './usage'
import { explainNext, nextView, type Blocks } from './waiting'

/** What rows of one page share. */
export interface RowContext {
  readonly db: ReadDb
  readonly now: number
  readonly around: Surroundings
  readonly blocks: Blocks
}

export function rowContext(db: ReadDb, now: number): RowContext {
  return { db, now, around: surroundings(db), blocks: { schedulerPaused: isPaused(db), clockDoubted: isClockDoubted(db) } }
}

/** LIM-12, LIM-15: a case as the view shows it; null when it doesn't exist or its account is gone. */
export function caseRow({ db, now, around, blocks }: RowContext, id: string): CaseRow | null {
  const limitCase = loadCase(db, id)
  const account = limitCase === null ? null : accountForLimits(db, limitCase.account)
  if (limitCase === null || account === null) return null
  const facts = factsOf(db, account, limitCase, around)
  const next = nextView(limitCase, facts, now, blocks)
  return {
    id,
    version: shownVersion(db, limitCase),
    accountUuid: limitCase.account,
    accountId: externalId(db, 'account', limitCase.account),
    company: account.company,
    planName: facts.plan.name,
    zone: limitCase.zone,
    state: limitCase.state,
    cause: limitCase.cause,
    day: dayOf(limitCase, now).day,
    usage: facts.usage.map(({ resource, used, observedAt }) => ({ resource, used, limit: facts.plan.limits[resource] ?? null, observedAt })),
    overPermille: isOpen(limitCase) ? overPermille(excessOver(facts.usage, facts.plan)) : 0,
    openedAt: limitCase.openedAt,
    warnings: warningViews(db, limitCase),
    nextStep: next.step,
    nextAt: next.at,
    nextPlanName: next.plan?.name ?? null,
    waitsFor: next.waitsFor,
    why: explainNext(limitCase, facts, now),
    waitsParams: limitCase.state === 'paused' ? { ...next.params, reason: pauseReason(db, id) } : next.params,
    approvalGround: isOpen(limitCase) && !isRestricted(limitCase) ? limitCase.approvalGround : null,
    pausedUntil: limitCase.pausedUntil,
    closedAt: limitCase.closedAt,
  }
}

function warningViews(db: ReadDb, limitCase: LimitCase): WarningView[] {
  return limitCase.warnings.map(({ n, plannedAt, sentAt, bouncedAt }) => {
    if (bouncedAt !== null) return { n, state: 'bounced', plannedAt, sentAt }
    if (sentAt !== null) return { n, state: 'sent', plannedAt, sentAt }
    return { n, state: messageStanding(db, messageKey.warning(limitCase, n))?.state ?? 'withdrawn', plannedAt, sentAt }
  })
}

/** LIM-14: shown as it was written, until it is erased. */
function pauseReason(db: ReadDb, id: string): string | null {
  const row = db.get<{ json: string }>(
    "SELECT d.json FROM entry e JOIN detail d ON d.entry_id = e.id WHERE e.entity = ? AND e.kind = 'limits.paused' ORDER BY e.seq DESC LIMIT 1",
    id,
  )
  const reason = row === undefined ? null : (JSON.parse(row.json) as { reason?: unknown }).reason
  return typeof reason === 'string' ? reason : null
}
