import type { CancellationCheck, CancellationState } from '@contract/retention'
import type { ReadDb } from '@kernel/database/index'
import { Refusal } from '@kernel/refusal'
import { externalId } from '@features/accounts/index'
import { eraseOn, lastDayOf, wayOf, type Asking, type Leaving } from './rules'

export interface Cancellation {
  readonly id: string
  readonly account: string
  readonly way: 'full' | 'trial'
  readonly state: CancellationState
  readonly contact: string
  readonly reason: string
  readonly requested_at: number
  readonly last_day: string
  readonly zone: string
  readonly due_at: number | null
  readonly said: string | null
  readonly version: number
}

export const loadCancellation = (db: ReadDb, id: string): Cancellation | null =>
  db.get<Cancellation>('SELECT * FROM cancellation WHERE id = ?', id) ?? null

/** The account's latest. */
export const latestOf = (db: ReadDb, account: string): Cancellation | null =>
  db.get<Cancellation>('SELECT * FROM cancellation WHERE account = ? ORDER BY id DESC LIMIT 1', account) ?? null

interface AccountRow {
  paid: number
  trial: number | null
  trial_ends_on: string | null
  billing_cycle_end: string | null
  time_zone: string
  status: string
  removed_at: number | null
}

/** @throws Refusal `account_missing` */
export function leavingOf(db: ReadDb, account: string): Leaving {
  const row = db.get<AccountRow>(
    `SELECT p.paid, a.trial, a.trial_ends_on, a.billing_cycle_end, a.time_zone, a.status, a.removed_at
     FROM account a JOIN plan p ON p.id = a.plan WHERE a.id = ?`,
    account,
  )
  if (row === undefined) throw new Refusal('account_missing')
  const latest = latestOf(db, account)
  return {
    plan: { paid: row.paid === 1 },
    trial: row.trial === 1,
    trialEndsOn: row.trial_ends_on,
    cycleEnd: row.billing_cycle_end,
    zone: row.time_zone,
    closed: row.removed_at !== null || ['erased', 'blocked', 'ended'].includes(row.status),
    open: latest?.state === 'requested' || latest?.state === 'cancelled' ? latest.state : null,
  }
}

/** A contact of this account; null: it has none of that id. */
export function askingOf(db: ReadDb, account: string, contact: string): Asking | null {
  const row = db.get<{ settings_access: number; removed_at: number | null }>(
    'SELECT settings_access, removed_at FROM contact WHERE id = ? AND account = ?',
    contact,
    account,
  )
  return row === undefined ? null : { id: contact, settingsAccess: row.settings_access === 1, removed: row.removed_at !== null }
}

/** CAN-02, step 1. @throws Refusal `account_missing` */
export function checkOf(db: ReadDb, account: string, now: number): CancellationCheck {
  const leaving = leavingOf(db, account)
  const lastDay = lastDayOf(leaving, now)
  const count = (table: string): number =>
    db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE account = ? AND removed_at IS NULL`, account)!.n
  const resources = db.all<{ resource: string; used: number }>('SELECT resource, used FROM usage WHERE account = ? ORDER BY resource', account)
  const people = db.all<{ id: string; name: string }>(
    'SELECT id, name FROM contact WHERE account = ? AND settings_access = 1 AND removed_at IS NULL ORDER BY id LIMIT 100',
    account,
  )
  const latest = latestOf(db, account)
  const current =
    latest === null
      ? null
      : {
          id: latest.id,
          version: latest.version,
          state: latest.state,
          way: latest.way,
          reason: latest.reason,
          requestedAt: latest.requested_at,
          lastDay: latest.last_day,
          contactName: db.get<{ name: string }>('SELECT name FROM contact WHERE id = ?', latest.contact)?.name ?? null,
        }
  return {
    accountUuid: account,
    way: wayOf(leaving),
    paid: leaving.plan.paid,
    holds: {
      contacts: resources.find(({ resource }) => resource === 'contacts')?.used ?? 0,
      groups: count('contact_group'),
      people: count('contact'),
      resources,
    },
    settingsContacts: people.map((person) => ({ ...person, contactId: externalId(db, 'contact', person.id) })),
    lastDay,
    eraseOn: lastDay === null ? null : eraseOn(lastDay),
    current,
  }
}
