import type { ReviewRow } from '@contract/reviews'
import type { StateName } from '@/kit/states'

const STATE: Record<ReviewRow['state'], StateName> = {
  unsubmitted: 'unsubmitted',
  pending: 'inQueue',
  query: 'queryOpen',
  accepted: 'accepted',
  rejected: 'rejected',
  moot: 'moot',
}

const OUTCOME = { accept: 'accepted', query: 'queryOpen', reject: 'rejected' } as const satisfies Record<string, StateName>

/** The state that a head shows: a held decision counts as given (REV-13). */
export function stateOf({ state, held, round }: Pick<ReviewRow, 'state' | 'held' | 'round'>): StateName {
  if (held !== null) return OUTCOME[held.outcome]
  return state === 'pending' && round > 1 ? 'answered' : STATE[state]
}

/** What a row says beyond that it waits; null: it just waits. */
export function markOf(row: ReviewRow): StateName | null {
  const state = stateOf(row)
  if (state !== 'inQueue') return state
  if (row.changed) return 'changed'
  return row.scope === 'change' ? 'grew' : null
}
