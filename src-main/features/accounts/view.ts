import type { AccountStatus, AccountView, ContactRow } from '@contract/accounts'
import type { Language, Page } from '@contract/define'
import type { ReadDb } from '@kernel/database/index'
import { Refusal } from '@kernel/refusal'
import { capabilitiesUnder } from './capabilities'
import { planView } from './plans/view'
import { reasonsOf } from './standing'
import { externalId, plansByRank } from './store'

interface Row {
  id: string
  company: string
  status: AccountStatus
  registration_no: string | null
  street: string | null
  city: string | null
  postal_code: string | null
  country: string
  email: string
  phone: string | null
  domain: string | null
  language: Language
  time_zone: string
  plan: string
  team_name: string | null
  trial: number | null
  trial_ends_on: string | null
  consumer: number | null
  upgrade_consent: number | null
  billing_cycle_end: string | null
  created_at: number
  last_login_at: number | null
  last_activity_at: number | null
  removed_at: number | null
  original_plan: string | null
  awaited_since: number | null
  open_case: string | null
}

/** Everything about one account. @throws Refusal `account_missing` */
export function accountView(db: ReadDb, id: string): AccountView {
  const row = db.get<Row>(
    `SELECT a.*, t.name AS team_name, d.original_plan, CASE WHEN d.confirmed_at IS NULL THEN d.decided_at END AS awaited_since,
            (SELECT c.id FROM limit_case c WHERE c.account = a.id AND c.closed_at IS NULL) AS open_case
       FROM account a LEFT JOIN team t ON t.id = a.team LEFT JOIN plan_decision d ON d.account = a.id WHERE a.id = ?`,
    id,
  )
  if (row === undefined) throw new Refusal('account_missing')
  const plans = new Map(plansByRank(db).map((plan) => [plan.id, plan]))
  const plan = plans.get(row.plan)!
  const original = row.original_plan === null || row.original_plan === row.plan ? undefined : plans.get(row.original_plan)
  const usage = db.all<{ resource: string; used: number; observedAt: number }>(
    'SELECT resource, used, observed_at AS observedAt FROM usage WHERE account = ? ORDER BY resource',
    id,
  )
  return {
    id,
    accountId: externalId(db, 'account', id),
    company: row.company,
    status: row.status,
    registrationNo: row.registration_no,
    street: row.street,
    city: row.city,
    postalCode: row.postal_code,
    country: row.country,
    email: row.email,
    phone: row.phone,
    domain: row.domain,
    language: row.language,
    zone: row.time_zone,
    plan: planView(db, plan),
    originalPlan: original === undefined ? null : planView(db, original),
    planAwaitedSince: row.awaited_since,
    team: row.team_name,
    trial: row.trial === 1,
    trialEndsOn: row.trial_ends_on,
    consumer: row.consumer === 1,
    upgradeConsent: row.upgrade_consent === null ? null : row.upgrade_consent === 1,
    billingCycleEnd: row.billing_cycle_end,
    createdAt: row.created_at,
    lastLoginAt: row.last_login_at,
    lastActivityAt: row.last_activity_at,
    removedAt: row.removed_at,
    usage: usage.map((one) => ({ ...one, limit: plan.limits[one.resource] ?? null })),
    capabilities: capabilitiesUnder(reasonsOf(db, id)),
    notices: db.all<{ kind: string; shownAt: number }>(
      'SELECT kind, shown_at AS shownAt FROM notice WHERE account = ? AND removed_at IS NULL ORDER BY shown_at, kind',
      id,
    ),
    openCaseId: row.open_case,
  }
}

interface StoredContact {
  id: string
  external: string | null
  name: string
  email: string
  phone: string | null
  settings_access: number
  removed_at: number | null
}

/** In the order they were first reported. `cursor`: the last row's id. */
export function contactsOf(db: ReadDb, account: string, cursor: string | null, limit: number): Page<ContactRow> {
  const found = db.all<StoredContact>(
    `SELECT c.id, x.external, c.name, c.email, c.phone, c.settings_access, c.removed_at FROM contact c LEFT JOIN external_id x ON x.entity = c.id AND x.kind = 'contact'
      WHERE c.account = ? AND c.id > ? ORDER BY c.id LIMIT ?`,
    account,
    cursor ?? '',
    limit + 1,
  )
  const rows = found.slice(0, limit).map((row) => ({
    id: row.id,
    contactId: row.external ?? '',
    name: row.name,
    email: row.email,
    phone: row.phone,
    settingsAccess: row.settings_access === 1,
    removedAt: row.removed_at,
  }))
  return { rows, cursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null }
}
