import type { Language, Role } from '@contract/define'
import type { OperatorRow } from '@contract/access'
import type { ReadDb } from '../database'
import { record } from '../journal'
import { Refusal } from '../refusal'
import type { Services } from '../services'
import type { Unit } from '../unit'
import { languageSet, operatorAdded, operatorRemoved, passphraseReset, rolesSet } from './events'
import { rolesOf, rolesToBits } from './roles'
import { stillActive } from './sign-in'
import { activeOperators, allOperators, deleteCredential, writeCredential } from './store'
import { throttledUntil } from './throttle'

export interface NewOperator {
  readonly name: string
  readonly shortName: string
  readonly roles: readonly Role[]
  readonly language: Language
  /** Hashes, from hashSecret; `recovery` for the first admin only. */
  readonly credential: { readonly passphrase: string; readonly recovery: string | null }
}

/** Adds an operator in the unit; answers the id. @throws Refusal `short_name_taken` */
export function createOperator(unit: Unit, { name, shortName, roles, language, credential }: NewOperator): string {
  if (activeOperators(unit.db).some((other) => other.short_name?.toLowerCase() === shortName.toLowerCase()))
    throw new Refusal('short_name_taken', { shortName })
  const id = unit.ids.next()
  const body = { roles: rolesToBits(roles), language }
  record(unit, operatorAdded, { entity: id, account: null, version: 1, rule: 'DSK-07', body, detail: { name, shortName } })
  writeCredential(unit.db, id, credential.passphrase, credential.recovery)
  unit.changed('access', 'workspace')
  return id
}

/** Who may sign in, in the order they were added. */
export function signInChoices(db: ReadDb): { id: string; name: string; shortName: string }[] {
  return activeOperators(db).map(({ id, name, short_name }) => ({ id, name: name ?? '', shortName: short_name ?? '' }))
}

/** @throws Refusal `operator_missing`, `last_admin` */
export function setRoles(unit: Unit, services: Services, id: string, roles: readonly Role[]): void {
  const { version, roles: before } = stillActive(unit.db, id)
  const bits = rolesToBits(roles)
  if (bits === before) return
  if (!roles.includes('admin')) keepAnAdmin(unit.db, id)
  record(unit, rolesSet, { entity: id, account: null, version: version + 1, rule: 'DSK-07', body: { roles: bits } })
  unit.changed('access')
  unit.afterCommit(() => services.sessions.refresh(id, { roles: rolesOf(bits) }))
}

export function setLanguage(unit: Unit, services: Services, id: string, language: Language): void {
  const { version } = stillActive(unit.db, id)
  record(unit, languageSet, { entity: id, account: null, version: version + 1, rule: 'DSK-05', body: { language } })
  unit.changed('access')
  unit.afterCommit(() => services.sessions.refresh(id, { language }))
}

/** Their sessions end; the failures that throttled them are forgotten. @throws Refusal `operator_missing` */
export function resetPassphrase(unit: Unit, services: Services, id: string, hash: string): void {
  const { version } = stillActive(unit.db, id)
  writeCredential(unit.db, id, hash)
  record(unit, passphraseReset, { entity: id, account: null, version: version + 1, rule: 'DSK-07', body: {} })
  unit.changed('access')
  unit.afterCommit(() => services.sessions.refresh(id, null))
}

/** Access ends at once. @throws Refusal `operator_missing`, `last_admin` */
export function removeOperator(unit: Unit, services: Services, id: string): void {
  const { version } = stillActive(unit.db, id)
  keepAnAdmin(unit.db, id)
  record(unit, operatorRemoved, { entity: id, account: null, version: version + 1, rule: 'DSK-07', body: {} })
  deleteCredential(unit.db, id)
  unit.changed('access', 'workspace')
  unit.afterCommit(() => services.sessions.refresh(id, null))
}

/** A workspace without an admin could never get one again. */
function keepAnAdmin(db: ReadDb, without: string): void {
  if (!activeOperators(db).some(({ id, roles }) => id !== without && rolesOf(roles).includes('admin'))) throw new Refusal('last_admin')
}

export function listOperators(db: ReadDb, now: number): OperatorRow[] {
  return allOperators(db).map((row) => ({
    id: row.id,
    name: row.name ?? '',
    shortName: row.short_name ?? '',
    roles: rolesOf(row.roles),
    createdAt: row.created_at,
    removedAt: row.removed_at,
    lastSignInAt: row.last_sign_in_at ?? null,
    throttledUntil: throttledUntil(row.throttled_until ?? null, now),
    version: row.version,
  }))
}
