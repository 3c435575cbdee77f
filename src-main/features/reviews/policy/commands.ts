import type { Language } from '@contract/define'
import type { ParsedInput } from '@contract/index'
import type { ReadDb } from '@kernel/database/index'
import { record } from '@kernel/journal/index'
import { Refusal } from '@kernel/refusal'
import type { Services } from '@kernel/services'
import { SCHEDULER, type Unit } from '@kernel/unit'
import { addShippedReplies } from '../replies/shipped'
import { policySaved } from './events'
import { SHIPPED_REASONS, type WordsByLanguage } from './shipped'
import { reasonRow, wordsIn } from './words'

interface Reason {
  readonly id: string
  readonly code: string
  readonly ordinal: number
  readonly active: boolean
  readonly words: WordsByLanguage
  readonly version: number
}

function save(unit: Unit, { id, words, version, ...body }: Reason): void {
  record(unit, policySaved, { entity: id, account: null, version, rule: 'REV-20', body, detail: { words } })
  unit.changed('reviews', 'settings')
}

/** REV-20, REV-15: what is shipped, once: in the transaction that makes a workspace. */
export function addShipped(unit: Unit): void {
  for (const [ordinal, { code, words }] of SHIPPED_REASONS.entries())
    save(unit, { id: unit.ids.next(), code, ordinal: ordinal + 1, active: true, words, version: 1 })
  addShippedReplies(unit)
}

/** A workspace from before the catalogue gets it on opening. Reasons are never removed: where there are any, there is nothing to do. */
export function addShippedIfMissing({ db, unit }: Services): void {
  if (db.get('SELECT 1 FROM policy_reason') === undefined) unit(SCHEDULER, addShipped)
}

/**
 * REV-20: an admin adds or edits a reason; its words in one language, those in the others stay. What was decided keeps its version.
 * @throws Refusal `reason_unknown`, `reason_code_fixed`, `reason_code_taken`
 */
export function saveReason(unit: Unit, input: ParsedInput<'reviews.save_reason'>, own: Language): { id: string } {
  const { code, title, guidance, active } = input
  const language = input.language ?? own
  const words = { title, guidance }
  if (input.id == null) {
    if (unit.db.get('SELECT 1 FROM policy_reason WHERE code = ?', code) !== undefined) throw new Refusal('reason_code_taken', { code })
    const id = unit.ids.next()
    save(unit, { id, code, ordinal: nextOrdinal(unit.db), active, words: { [language]: words }, version: 1 })
    return { id }
  }
  const before = reasonRow(unit.db, input.id)
  if (before === undefined) throw new Refusal('reason_unknown')
  if (before.code !== code) throw new Refusal('reason_code_fixed', { code: before.code })
  const { id, ordinal, version } = before
  save(unit, { id, code, ordinal, active, words: { ...wordsIn(before), [language]: words }, version: version + 1 })
  return { id }
}

const nextOrdinal = (db: ReadDb): number => db.get<{ next: number }>('SELECT coalesce(max(ordinal), 0) + 1 AS next FROM policy_reason')!.next
