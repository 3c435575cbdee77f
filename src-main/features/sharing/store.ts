import type { ConditionName, DeliveryReason, DeliveryState, SetupState } from '@contract/sharing'
import type { ReadDb } from '@kernel/database/index'
import { namesIn } from './facts'

export interface Setup {
  /** The automation's. */
  readonly id: string
  readonly account: string
  readonly receiver: string
  readonly state: SetupState
  readonly waitsFor: readonly ConditionName[]
  readonly version: number
}

export function loadSetup(db: ReadDb, id: string): Setup | null {
  const row = db.get<Omit<Setup, 'waitsFor'> & { waits_for: string }>(
    'SELECT id, account, receiver, state, waits_for, version FROM sharing_setup WHERE id = ?',
    id,
  )
  if (row === undefined) return null
  const { waits_for, ...setup } = row
  return { ...setup, waitsFor: namesIn(waits_for) }
}

export interface Delivery {
  readonly id: string
  readonly lead: string
  readonly automation: string
  readonly account: string
  readonly receiver: string
  readonly click: string
  readonly clicked_at: number
  readonly state: DeliveryState
  readonly at: number
  readonly why: DeliveryReason | null
  readonly held: string
  readonly missing: string
  readonly message: string | null
  readonly delivered_at: number | null
  readonly erase_at: number | null
  readonly defence_until: number | null
  readonly recalled_at: number | null
  readonly acknowledged_at: number | null
  readonly version: number
}

const SELECT = `SELECT id, lead, automation, account, receiver, click, clicked_at, state, at, why, held, missing, message, delivered_at, erase_at,
  defence_until, recalled_at, acknowledged_at, version FROM delivery`

export const loadDelivery = (db: ReadDb, id: string): Delivery | null => db.get<Delivery>(`${SELECT} WHERE id = ?`, id) ?? null

export const deliveryOf = (db: ReadDb, lead: string, automation: string): Delivery | null =>
  db.get<Delivery>(`${SELECT} WHERE lead = ? AND automation = ?`, lead, automation) ?? null

export const deliveriesOfLead = (db: ReadDb, lead: string): Delivery[] => db.all<Delivery>(`${SELECT} WHERE lead = ? ORDER BY automation`, lead)

/** By id, after `after`; `state` null: any. */
export function deliveryPage(db: ReadDb, automation: string, state: DeliveryState | null, after: string, limit: number): Delivery[] {
  return state === null
    ? db.all<Delivery>(`${SELECT} WHERE automation = ? AND id > ? ORDER BY id LIMIT ?`, automation, after, limit)
    : db.all<Delivery>(`${SELECT} WHERE automation = ? AND state = ? AND id > ? ORDER BY id LIMIT ?`, automation, state, after, limit)
}
