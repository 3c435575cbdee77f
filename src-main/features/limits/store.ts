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

const COLUMNS = [
  'account',
  'state',
  'cause',
  'zone',
  'mode',
  'round',
  'opened_at',
  'last_step_at',
  'due_at',
  'enforces',
  'closed_at',
  'last_warned_at',
  'told',
  'approval_ground',
  'approved_plan',
  'paused_until',
  'pauses',
  'restricted_at',
  'upgraded_to',
  'imported_by',
  'announcements',
  'announced_for',
  'told_at',
  'announcement_bounced',
  'candidate_since',
  'version',
] as const
const UPSERT = `INSERT INTO limit_case (id, ${COLUMNS.join(', ')}) VALUES (?${', ?'.repeat(COLUMNS.length)})
  ON CONFLICT (id) DO UPDATE SET ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}`

/** Called by `apply` alone (JNL-03). */
export function saveCase(db: WriteDb, c: LimitCase): void {
  const { candidacy } = c
  db.run(
    UPSERT,
    c.id,
    c.account,
    c.state,
    c.cause,
    c.zone,
    c.mode,
    c.round,
    c.openedAt,
    c.lastStepAt,
    c.dueAt,
    enforcesNext(c) ? 1 : 0,
    c.closedAt,
    c.lastWarnedAt,
    c.told ? 1 : 0,
    c.approvalGround,
    c.approvedPlan,
    c.pausedUntil,
    c.pauses,
    c.restrictedAt,
    c.upgradedTo,
    c.importedBy,
    candidacy.announcements,
    candidacy.announcedFor,
    candidacy.toldAt,
    candidacy.bounced ? 1 : 0,
    candidacy.since,
    c.version,
  )
  for (const w of c.warnings) {
    db.run(
      `INSERT INTO limit_warning (limit_case, round, n, planned_at, plan, price_minor, sent_at, bounced_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET sent_at = excluded.sent_at, bounced_at = excluded.bounced_at
       WHERE sent_at IS NOT excluded.sent_at OR bounced_at IS NOT excluded.bounced_at`,
      c.id,
      c.round,
      w.n,
      w.plannedAt,
      w.plan,
      w.priceMinor,
      w.sentAt,
      w.bouncedAt,
    )
  }
}
