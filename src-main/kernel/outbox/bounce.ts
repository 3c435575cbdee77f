import type { Unit } from '../unit'
import { asRecord, type MessageRow } from './message-row'

/**
 * A bounce came back (LIM-16). `messageId` with or without angle brackets, `at` ms UTC. A permanent one after a temporary one counts
 * anew; the same again is `same`.
 */
export function recordBounce(unit: Unit, bounce: { messageId: string; at: number; permanent: boolean }): 'recorded' | 'same' | 'missing' {
  const { db } = unit
  const bare = bounce.messageId.trim().replace(/^<|>$/g, '')
  const row = db.get<MessageRow>('SELECT * FROM message WHERE message_id = ?', `<${bare}>`)
  if (row === undefined) return 'missing'
  const known = row.bounced_at !== null
  if (known && (!bounce.permanent || row.problem === PERMANENT)) return 'same'
  db.run('UPDATE message SET bounced_at = ?, problem = ?, version = version + 1 WHERE id = ?', bounce.at, bounce.permanent ? PERMANENT : TEMPORARY, row.id)
  unit.changed('messages')
  unit.catalog.templates.get(row.template)?.onBounced?.(unit, asRecord(row), bounce.permanent)
  return 'recorded'
}

const PERMANENT = 'bounced'
const TEMPORARY = 'bounced_temporarily'
