import type { ReadDb, WriteDb } from '@kernel/database/index'
import type { LimitCase, Warning } from './case'
import { enforcesNext } from './rules'

interface CaseRecord {
  id: string
  account: string
  state: LimitCase['state']
  cause: LimitCase['cause']
  zone: string
  mode: LimitCase['mode']
  round: number
  opened_at: number
  last_step_at: number
  due_at: number | null
  closed_at: number | null
  last_warned_at: number | null
  told: number
  approval_ground: LimitCase['approvalGround']
  approved_plan: string | null
  paused_until: string | null
  pauses: number
  restricted_at: number | null
  upgraded_to: string | null
  imported_by: string | null
  announcements: number
  announced_for: number | null
  told_at: number | null
  announcement_bounced: number
  candidate_since: number | null
  version: number
  warnings: string
}

type WarningRecord = [
  n: 1 | 2 | 3,
  plannedAt: number,
  plan: string | null,
  priceMinor: number | null,
  sentAt: number | null,
  bouncedAt: number | null,
]

/**
 * Two warnings on one day are two to the same customer, whichever case they belong to: the account's last hand-over counts.
 * One statement: a sweep asks twice a step.
 */
const CASE = `SELECT c.*, (SELECT max(o.last_warned_at) FROM limit_case o WHERE o.account = c.account) AS last_warned_at,
  (SELECT json_group_array(json_array(w.n, w.planned_at, w.plan, w.price_minor, w.sent_at, w.bounced_at))
   FROM (SELECT * FROM limit_warning WHERE limit_case = c.id AND round = c.round ORDER BY n) w) AS warnings
  FROM limit_case c`

export function loadCase(db: ReadDb, id: string): LimitCase | null {
  return asCase(db.get<CaseRecord>(`${CASE} WHERE c.id = ?`, id))
}

/** An account has at most one open case. */
export function loadOpenCase(db: ReadDb, account: string): LimitCase | null {
  return asCase(db.get<CaseRecord>(`${CASE} WHERE c.account = ? AND c.closed_at IS NULL`, account))
}

export function caseIdsOf(db: ReadDb, account: string): string[] {
  return db.all<{ id: string }>('SELECT id FROM limit_case WHERE account = ? ORDER BY id DESC LIMIT 100', account).map(({ id }) => id)
}

function asCase(row: CaseRecord | undefined): LimitCase | null {
  if (row === undefined) return null
  return {
    id: row.id,
    account: row.account,
    version: row.version,
    state: row.state,
    cause: row.cause,
    zone: row.zone,
    mode: row.mode,
    round: row.round,
    openedAt: row.opened_at,
    lastStepAt: row.last_step_at,
    dueAt: row.due_at,
    closedAt: row.closed_at,
    warnings: (JSON.parse(row.warnings) as WarningRecord[]).map(asWarning),
    lastWarnedAt: row.last_warned_at,
    told: row.told === 1,
    approvalGround: row.approval_ground,
    approvedPlan: row.approved_plan,
    pausedUntil: row.paused_until,
    pauses: row.pauses,
    restrictedAt: row.restricted_at,
    upgradedTo: row.upgraded_to,
    importedBy: row.imported_by,
    candidacy: {
      announcements: row.announcements,
      announcedFor: row.announced_for,
      toldAt: row.told_at,
      bounced: row.announcement_bounced === 1,
      since: row.candidate_since,
    },
  }
}

function asWarning([n, plannedAt, plan, priceMinor, sentAt, bouncedAt]: WarningRecord): Warning {
  return { n, plannedAt, plan, priceMinor, sentAt, bouncedAt }
}

type Columns = Readonly<Record<string, string | number | null>>

function columnsOf(c: LimitCase): Columns {
  const { candidacy } = c
  return {
    account: c.account,
    state: c.state,
    cause: c.cause,
    zone: c.zone,
    mode: c.mode,
    round: c.round,
    opened_at: c.openedAt,
    last_step_at: c.lastStepAt,
    due_at: c.dueAt,
    enforces: enforcesNext(c) ? 1 : 0,
    closed_at: c.closedAt,
    last_warned_at: c.lastWarnedAt,
    told: c.told ? 1 : 0,
    approval_ground: c.approvalGround,
    approved_plan: c.approvedPlan,
    paused_until: c.pausedUntil,
    pauses: c.pauses,
    restricted_at: c.restrictedAt,
    upgraded_to: c.upgradedTo,
    imported_by: c.importedBy,
    announcements: candidacy.announcements,
    announced_for: candidacy.announcedFor,
    told_at: candidacy.toldAt,
    announcement_bounced: candidacy.bounced ? 1 : 0,
    candidate_since: candidacy.since,
    version: c.version,
  }
}

/** Called by `apply` alone (JNL-03). */
export function insertCase(db: WriteDb, limitCase: LimitCase): void {
  const columns = columnsOf(limitCase)
  const names = Object.keys(columns)
  db.run(`INSERT INTO limit_case (id, ${names.join(', ')}) VALUES (?${', ?'.repeat(names.length)})`, limitCase.id, ...Object.values(columns))
}

/**
 * Called by `apply` alone (JNL-03). Writes what changed and no more: each column is in indexes of its own.
 * @throws when the stored case isn't the one it was decided on
 */
export function updateCase(db: WriteDb, before: LimitCase, after: LimitCase): void {
  const was = columnsOf(before)
  const is = columnsOf(after)
  // The last hand-over is read over all cases of the account, so it may be new to this one.
  const names = Object.keys(is).filter((name) => was[name] !== is[name] || name === 'last_warned_at')
  const changed = db.run(
    `UPDATE limit_case SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ? AND version = ?`,
    ...names.map((name) => is[name] as string | number | null),
    after.id,
    before.version,
  )
  if (changed !== 1) throw new Error('limit case changed meanwhile')
  for (const warning of after.warnings) if (!before.warnings.includes(warning)) saveWarning(db, after, warning)
}

function saveWarning(db: WriteDb, { id, round }: LimitCase, w: Warning): void {
  db.run(
    `INSERT INTO limit_warning (limit_case, round, n, planned_at, plan, price_minor, sent_at, bounced_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET sent_at = excluded.sent_at, bounced_at = excluded.bounced_at`,
    id,
    round,
    w.n,
    w.plannedAt,
    w.plan,
    w.priceMinor,
    w.sentAt,
    w.bouncedAt,
  )
}
