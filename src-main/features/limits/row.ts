import type { ReadDb, WriteDb } from '@kernel/database/index'
import { addDays, localDate, localDay, startOfDate } from '@kernel/calendar/index'
import { handedOver, isOpen, isRestricted, pendingWarning, type LimitCase } from './case'

/** Sorts behind every real instant: what waits for a person has no time. */
export const NO_TIME = 9_000_000_000_000_000

export const TABS = ['warning', 'approval', 'stopped', 'paused', 'restricted', 'candidates', 'closed'] as const
export type Tab = (typeof TABS)[number]

interface Row {
  bucket: 'open' | 'restricted' | 'closed'
  tab: Tab
  cause: string
  day: number
  day_turns_at: number | null
  next_at: number
  over_permille: number
}

/** LIM-12: the day of the process. It is day n+1 from the local midnight after warning n was handed over. */
export function dayOf(limitCase: LimitCase, now: number): { day: 1 | 2 | 3 | 4; turnsAt: number | null } {
  const fixed = (day: number): { day: 1 | 2 | 3 | 4; turnsAt: null } => ({ day: Math.min(4, Math.max(1, day)) as 1 | 2 | 3 | 4, turnsAt: null })
  const { state, warnings, zone } = limitCase
  if (state === 'enforced' || state === 'approval') return fixed(4)
  const sent = handedOver(limitCase)
  const last = sent.at(-1)
  if (state === 'unreachable') return fixed(warnings.find(({ bouncedAt }) => bouncedAt !== null)?.n ?? sent.length)
  if (last?.sentAt == null || !isOpen(limitCase)) return fixed(sent.length)
  if (localDay(now, zone) > localDay(last.sentAt, zone)) return fixed(sent.length + 1)
  return { day: sent.length as 1 | 2 | 3, turnsAt: startOfDate(addDays(localDate(last.sentAt, zone), 1), zone) }
}

function tabOf(limitCase: LimitCase): Pick<Row, 'bucket' | 'tab'> {
  if (!isOpen(limitCase)) return { bucket: 'closed', tab: 'closed' }
  if (isRestricted(limitCase)) return { bucket: 'restricted', tab: limitCase.candidacy.since === null ? 'restricted' : 'candidates' }
  const tab = limitCase.state === 'unreachable' ? 'stopped' : (limitCase.state as 'warning' | 'approval' | 'paused')
  return { bucket: 'open', tab }
}

function rowOf(limitCase: LimitCase, over: number, now: number): Row {
  const { day, turnsAt } = dayOf(limitCase, now)
  const pending = pendingWarning(limitCase)
  const next =
    limitCase.state === 'approval' && limitCase.approvedPlan === null
      ? null
      : limitCase.state === 'warning' && pending !== null
        ? pending.plannedAt
        : limitCase.dueAt
  return {
    ...tabOf(limitCase),
    cause: limitCase.cause,
    day,
    day_turns_at: turnsAt,
    next_at: isRestricted(limitCase) ? NO_TIME : (next ?? NO_TIME),
    over_permille: isOpen(limitCase) ? over : 0,
  }
}

/** Keeps the view's row in step with the case. Only changed columns are written: each is in indexes of its own. */
export function showRow(db: WriteDb, limitCase: LimitCase, over: number, now: number): void {
  const row = rowOf(limitCase, over, now)
  const stored = db.get<Row>('SELECT bucket, tab, cause, day, day_turns_at, next_at, over_permille FROM limit_row WHERE limit_case = ?', limitCase.id)
  if (stored === undefined) {
    db.run(
      'INSERT INTO limit_row (limit_case, account, bucket, tab, cause, day, day_turns_at, next_at, over_permille, opened_at, touches) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)',
      limitCase.id,
      limitCase.account,
      row.bucket,
      row.tab,
      row.cause,
      row.day,
      row.day_turns_at,
      row.next_at,
      row.over_permille,
      limitCase.openedAt,
    )
    return
  }
  const names = (Object.keys(row) as (keyof Row)[]).filter((name) => row[name] !== stored[name])
  if (names.length === 0) return
  const touch = row.over_permille !== stored.over_permille && isOpen(limitCase) ? ', touches = touches + 1' : ''
  db.run(
    `UPDATE limit_row SET ${names.map((name) => `${name} = ?`).join(', ')}${touch} WHERE limit_case = ?`,
    ...names.map((name) => row[name]),
    limitCase.id,
  )
}

/** LIM-13: the version a preview carries: decisions on the case, and facts that changed what it shows. */
export function shownVersion(db: ReadDb, limitCase: LimitCase): number {
  return limitCase.version + (db.get<{ touches: number }>('SELECT touches FROM limit_row WHERE limit_case = ?', limitCase.id)?.touches ?? 0)
}
