import { LANGUAGES, type Language } from '@contract/define'
import type { PolicyReason } from '@contract/reviews'
import type { ReadDb } from '@kernel/database/index'
import type { ReasonWords, WordsByLanguage } from './shipped'

export interface ReasonRow {
  id: string
  code: string
  ordinal: number
  active: number
  words: string | null
  version: number
}

const COLUMNS = 'id, code, ordinal, active, words, version'

export const reasonRow = (db: ReadDb, id: string): ReasonRow | undefined => db.get<ReasonRow>(`SELECT ${COLUMNS} FROM policy_reason WHERE id = ?`, id)

export const wordsIn = ({ words }: ReasonRow): WordsByLanguage => (words === null ? {} : (JSON.parse(words) as WordsByLanguage))

/** In that language, else in English, else in any; the code when every word was erased. */
function inLanguage(row: ReasonRow, language: Language): ReasonWords {
  const words = wordsIn(row)
  const found = [language, ...LANGUAGES].map((one) => words[one]).find((one) => one !== undefined)
  return found ?? { title: row.code, guidance: '' }
}

/** REV-07, REV-20: what a rejection calls a reason, in the customer's or the reviewer's language. */
export function reasonWords(db: ReadDb, id: string, language: Language): ReasonWords {
  const row = reasonRow(db, id)
  return row === undefined ? { title: '', guidance: '' } : inLanguage(row, language)
}

/** REV-17: counts up with every edit of any reason. */
export const policyVersion = (db: ReadDb): number => db.get<{ version: number }>('SELECT total(version) AS version FROM policy_reason')!.version

/** REV-20: the whole catalogue, reasons no longer offered too. */
export function policyOf(db: ReadDb, language: Language): { version: number; reasons: PolicyReason[] } {
  const rows = db.all<ReasonRow>(`SELECT ${COLUMNS} FROM policy_reason ORDER BY ordinal, id`)
  return {
    version: policyVersion(db),
    reasons: rows.map((row) => ({ id: row.id, code: row.code, ...inLanguage(row, language), active: row.active === 1, version: row.version })),
  }
}
