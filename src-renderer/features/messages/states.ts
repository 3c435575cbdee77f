import type { DirectiveRow, MessageRow, MessageState } from '@contract/messages'
import type { StateName } from '@/kit/states'

const MESSAGE: Record<MessageState, StateName> = {
  planned: 'planned',
  sending: 'sending',
  sent: 'sent',
  retry: 'retry',
  failed: 'failed',
  unknown: 'unknown',
  withdrawn: 'withdrawn',
}

const DIRECTIVE: Record<DirectiveRow['state'], StateName> = { planned: 'planned', handed: 'handed', done: 'done', failed: 'failed' }

/** A message's state as it is shown: a bounce outweighs having been sent, a missing transport being planned. */
export function messageState(row: Pick<MessageRow, 'state' | 'bouncedAt' | 'waits'>): StateName {
  if (row.bouncedAt !== null) return 'bounced'
  if (row.state === 'planned' && row.waits === 'no_transport') return 'noMailServer'
  if (row.state === 'planned' && row.waits === 'admin') return 'waits'
  return MESSAGE[row.state]
}

export function directiveState(row: Pick<DirectiveRow, 'state'>): StateName {
  return DIRECTIVE[row.state]
}

/** MSG-01, MSG-03: what a person must find out or do over. */
export function canBeSettled(row: Pick<MessageRow, 'state'>): boolean {
  return row.state === 'unknown' || row.state === 'failed'
}
