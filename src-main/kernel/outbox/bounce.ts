import type { ReadDb } from '../database'
import type { Unit } from '../unit'
import { asRecord, type MessageRow } from './message-row'

export interface Bounce {
  /** With or without angle brackets. */
  readonly messageId: string
  /** ms UTC */
  readonly at: number
  readonly permanent: boolean
}

/** What a bounce would do: `missing` when no message with that id was ever offered; a permanent one after a temporary one counts anew. */
export function judgeBounce(db: ReadDb, bounce: Bounce): 'new' | 'same' | 'missing' {
  const row = find(db, bounce)
  if (row === undefined) return 'missing'
  return row.bounced_at !== null && (!bounce.permanent || row.problem === PERMANENT) ? 'same' : 'new'
}

/** A bounce came back (LIM-16): noted, with what follows, in the unit. */
export function recordBounce(unit: Unit, bounce: Bounce): 'new' | 'same' | 'missing' {
  const judged = judgeBounce(unit.db, bounce)
  const row = find(unit.db, bounce)
  if (judged !== 'new' || row === undefined) return judged
  const problem = bounce.permanent ? PERMANENT : TEMPORARY
  unit.db.run('UPDATE message SET bounced_at = ?, problem = ?, version = version + 1 WHERE id = ?', bounce.at, problem, row.id)
  unit.changed('messages')
  unit.catalog.templates.get(row.template)?.onBounced?.(unit, asRecord(row), bounce.permanent)
  return 'new'
}

function find(db: ReadDb, { messageId }: Bounce): MessageRow | undefined {
  const bare = messageId.trim().replace(/^<|>$/g, '')
  return db.get<MessageRow>('SELECT * FROM message WHERE message_id = ? AND tried_at IS NOT NULL', `<${bare}>`)
}

const PERMANENT = 'bounced'
const TEMPORARY = 'bounced_temporarily'
