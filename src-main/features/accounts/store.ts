import type { AccountStatus } from '@contract/accounts'
import type { ReadDb } from '@kernel/database/index'

export interface PlanRecord {
  readonly id: string
  readonly name: string
  readonly rank: number
  readonly paid: boolean
  readonly priceMinor: number | null
  readonly currency: string | null
  /** Resources without an entry are unlimited. */
  readonly limits: Readonly<Record<string, number>>
  /** No longer offered. */
  readonly removed: boolean
  readonly version: number
}

interface PlanRow {
  id: string
  name: string
  rank: number
  paid: number
  price_minor: number | null
  currency: string | null
  limits: string
  removed_at: number | null
  version: number
}

const planOf = (row: PlanRow): PlanRecord => ({
  id: row.id,
  name: row.name,
  rank: row.rank,
  paid: row.paid === 1,
  priceMinor: row.price_minor,
  currency: row.currency,
  limits: JSON.parse(row.limits) as Record<string, number>,
  removed: row.removed_at !== null,
  version: row.version,
})

/** LIM-01: all plans, removed ones too, lowest rank first. */
export function plansByRank(db: ReadDb): PlanRecord[] {
  return db.all<PlanRow>('SELECT id, name, rank, paid, price_minor, currency, limits, removed_at, version FROM plan ORDER BY rank, id').map(planOf)
}

export interface AccountForLimits {
  readonly id: string
  readonly company: string
  readonly email: string
  readonly zone: string
  /** The plan that counts (FED-07). */
  readonly plan: string
  readonly planChange: 'cancelled' | 'downgraded' | 'upgraded' | null
  readonly usage: readonly { resource: string; used: number; observedAt: number }[]
  readonly trial: boolean
  readonly consumer: boolean
  readonly consent: boolean
  /** The later of last login and last activity, ms UTC. */
  readonly lastSeenAt: number | null
  /** Blocked, ended, erased or gone from the platform (CAP-03). */
  readonly closed: boolean
}

interface AccountRow {
  id: string
  company: string
  email: string
  time_zone: string
  plan: string
  plan_change: AccountForLimits['planChange']
  trial: number | null
  consumer: number | null
  upgrade_consent: number | null
  last_login_at: number | null
  last_activity_at: number | null
  status: AccountStatus
  removed_at: number | null
  usage: string
}

const CLOSED: ReadonlySet<AccountStatus> = new Set<AccountStatus>(['erased', 'blocked', 'ended'])

/** What the limit process looks at; null when the account is unknown. */
export function accountForLimits(db: ReadDb, account: string): AccountForLimits | null {
  const row = db.get<AccountRow>(
    `SELECT id, company, email, time_zone, plan, plan_change, trial, consumer, upgrade_consent, last_login_at, last_activity_at, status, removed_at,
      (SELECT json_group_array(json_object('resource', resource, 'used', used, 'observedAt', observed_at)) FROM (SELECT * FROM usage WHERE account = a.id ORDER BY resource)) AS usage
     FROM account a WHERE id = ?`,
    account,
  )
  if (row === undefined) return null
  const seen = Math.max(row.last_login_at ?? -Infinity, row.last_activity_at ?? -Infinity)
  return {
    id: row.id,
    company: row.company,
    email: row.email,
    zone: row.time_zone,
    plan: row.plan,
    planChange: row.plan_change,
    usage: JSON.parse(row.usage) as AccountForLimits['usage'],
    trial: row.trial === 1,
    consumer: row.consumer === 1,
    consent: row.upgrade_consent === 1,
    lastSeenAt: Number.isFinite(seen) ? seen : null,
    closed: CLOSED.has(row.status) || row.removed_at !== null,
  }
}

/** The platform's id of an internal uuid; the uuid itself once the platform's id is erased. */
export function externalId(db: ReadDb, kind: string, entity: string): string {
  return db.get<{ external: string }>('SELECT external FROM external_id WHERE entity = ? AND kind = ?', entity, kind)?.external ?? entity
}

/** The internal uuid of a platform id; null when it is unknown. */
export function entityOf(db: ReadDb, kind: string, external: string): string | null {
  return db.get<{ entity: string }>('SELECT entity FROM external_id WHERE kind = ? AND external = ?', kind, external)?.entity ?? null
}
