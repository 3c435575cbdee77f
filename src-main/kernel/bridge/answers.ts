import { Refusal } from '../refusal'
import type { Unit } from '../unit'

/** The first answer to a command id. @throws Refusal `command_id_taken` when the id was another command's or another operator's */
function firstAnswer({ db, commandId, actor }: Unit, op: string): { value: unknown } | null {
  if (commandId === null) return null
  const first = db.get<{ op: string; operator: string | null; answer: string }>(
    'SELECT op, operator, answer FROM command_result WHERE command_id = ?',
    commandId,
  )
  if (first === undefined) return null
  if (first.op !== op || first.operator !== ownerOf(actor)) throw new Refusal('command_id_taken', {}, 'invalid')
  return { value: JSON.parse(first.answer) as unknown }
}

const ownerOf = (actor: Unit['actor']): string | null => (actor.kind === 'operator' ? actor.id : null)

/** Does `work` once for a command id, in the unit's transaction: the same id again gets the first answer and changes nothing. */
export function once<T>(unit: Unit, op: string, work: () => T): T {
  const first = firstAnswer(unit, op)
  if (first !== null) return first.value as T
  const value = work()
  if (unit.commandId !== null) {
    unit.db.run(
      'INSERT INTO command_result (command_id, operator, op, at, answer) VALUES (?, ?, ?, ?, ?)',
      unit.commandId,
      ownerOf(unit.actor),
      op,
      unit.now,
      JSON.stringify(value ?? null),
    )
  }
  return value
}
