import type { Language } from '@contract/define'
import type { ReadDb, WriteDb } from '../database'

export interface Operator {
  readonly id: string
  readonly name: string | null
  readonly short_name: string | null
  readonly roles: number
  readonly language: Language
  readonly created_at: number
  readonly removed_at: number | null
  readonly version: number
}

export interface Credential {
  readonly passphrase: string
  readonly recovery: string | null
  readonly failures: number
  readonly throttled_until: number | null
  readonly last_sign_in_at: number | null
}

const COLUMNS = 'id, name, short_name, roles, language, created_at, removed_at, version'

/** Null: there is none, or it was removed. */
export function activeOperator(db: ReadDb, id: string): Operator | null {
  return db.get<Operator>(`SELECT ${COLUMNS} FROM operator WHERE id = ? AND removed_at IS NULL`, id) ?? null
}

/** As named on the command line: short name, whatever its case, or id. */
export function operatorNamed(db: ReadDb, name: string): Operator | null {
  const folded = name.toLowerCase()
  return activeOperators(db).find((operator) => operator.id === folded || operator.short_name?.toLowerCase() === folded) ?? null
}

export const activeOperators = (db: ReadDb): Operator[] => db.all<Operator>(`SELECT ${COLUMNS} FROM operator WHERE removed_at IS NULL ORDER BY id`)

export const allOperators = (db: ReadDb): (Operator & Partial<Credential>)[] =>
  db.all(`SELECT ${COLUMNS}, throttled_until, last_sign_in_at FROM operator LEFT JOIN credential ON operator = id ORDER BY id`)

export const credentialOf = (db: ReadDb, operator: string): Credential | undefined =>
  db.get<Credential>('SELECT * FROM credential WHERE operator = ?', operator)

/** A new secret starts without failures. `recovery` undefined: stays as it is. */
export function writeCredential(db: WriteDb, operator: string, passphrase: string, recovery?: string | null): void {
  db.run(
    `INSERT INTO credential (operator, passphrase, recovery) VALUES (?, ?, ?)
     ON CONFLICT (operator) DO UPDATE SET passphrase = excluded.passphrase, failures = 0, throttled_until = NULL`,
    operator,
    passphrase,
    recovery ?? null,
  )
  if (recovery !== undefined) db.run('UPDATE credential SET recovery = ? WHERE operator = ?', recovery, operator)
}

export function noteAttempt(db: WriteDb, operator: string, failures: number, throttledUntil: number | null): void {
  db.run('UPDATE credential SET failures = ?, throttled_until = ? WHERE operator = ?', failures, throttledUntil, operator)
}

export function noteSignIn(db: WriteDb, operator: string, at: number): void {
  db.run('UPDATE credential SET failures = 0, throttled_until = NULL, last_sign_in_at = ? WHERE operator = ?', at, operator)
}

/** Secrets of a removed operator go at once. */
export const deleteCredential = (db: WriteDb, operator: string): number => db.run('DELETE FROM credential WHERE operator = ?', operator)
