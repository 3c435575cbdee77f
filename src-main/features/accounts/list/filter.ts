import { STATUSES, type AccountStatus } from '@contract/accounts'
import type { ReadDb } from '@kernel/database/index'
import { Refusal } from '@kernel/refusal'

export interface AccountFilter {
  readonly status?: AccountStatus | null | undefined
  /** Internal uuid. */
  readonly plan?: string | null | undefined
  readonly search?: string | null | undefined
}

/** Accounts of one status on one plan: a contiguous part of every index that begins with both. */
export interface Range {
  readonly plan: string
  readonly status: AccountStatus
}

/** The ranges a filter consists of; null: everything, which has indexes of its own. */
export function rangesOf(db: ReadDb, { status, plan }: AccountFilter): Range[] | null {
  if (status == null && plan == null) return null
  const plans = plan == null ? db.all<{ id: string }>('SELECT id FROM plan ORDER BY id').map(({ id }) => id) : [plan]
  const statuses = status == null ? STATUSES : [status]
  return plans.flatMap((one) => statuses.map((state) => ({ plan: one, status: state })))
}

/** Cursors come back from outside. @throws Refusal `cursor_malformed` */
export function parseCursor(cursor: string, types: readonly ('string' | 'number')[]): (string | number)[] {
  try {
    const values = JSON.parse(cursor) as unknown
    if (Array.isArray(values) && values.length === types.length && types.every((type, at) => typeof values[at] === type))
      return values as (string | number)[]
  } catch {
    // Falls through to the refusal.
  }
  throw new Refusal('cursor_malformed', {}, 'invalid')
}
