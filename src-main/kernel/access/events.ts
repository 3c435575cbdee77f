import { LANGUAGES } from '@contract/define'
import type { WriteDb } from '../database'
import { defineEvent, field, type AppliedEvent } from '../journal'

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const bump = (db: WriteDb, { entity, version }: AppliedEvent<unknown>): void =>
  void db.run('UPDATE operator SET version = ? WHERE id = ?', version, entity)

/** Names are erasable detail. */
export const operatorAdded = defineEvent({
  kind: 'access.operator_added',
  body: { roles: field.integer, language: field.oneOf(LANGUAGES) },
  apply: (db, { entity, at, actor, version, body, detail }) =>
    void db.run(
      'INSERT INTO operator (id, name, short_name, roles, language, created_at, created_by, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      entity,
      text(detail?.['name']),
      text(detail?.['shortName']),
      body.roles,
      body.language,
      at,
      actor,
      version,
    ),
})

export const rolesSet = defineEvent({
  kind: 'access.roles_set',
  body: { roles: field.integer },
  apply: (db, { entity, version, body }) => void db.run('UPDATE operator SET roles = ?, version = ? WHERE id = ?', body.roles, version, entity),
})

export const languageSet = defineEvent({
  kind: 'access.language_set',
  body: { language: field.oneOf(LANGUAGES) },
  apply: (db, { entity, version, body }) => void db.run('UPDATE operator SET language = ?, version = ? WHERE id = ?', body.language, version, entity),
})

/** RET-03 asks later who created or reset an operator, and when. */
export const passphraseReset = defineEvent({
  kind: 'access.passphrase_reset',
  body: {},
  apply: (db, { entity, at, actor, version }) =>
    void db.run('UPDATE operator SET reset_by = ?, reset_at = ?, version = ? WHERE id = ?', actor, at, version, entity),
})

export const passphraseChanged = defineEvent({ kind: 'access.passphrase_changed', body: {}, apply: bump })
export const accessRecovered = defineEvent({ kind: 'access.recovered', body: {}, apply: bump })

export const operatorRemoved = defineEvent({
  kind: 'access.operator_removed',
  body: {},
  apply: (db, { entity, at, version }) => void db.run('UPDATE operator SET removed_at = ?, version = ? WHERE id = ?', at, version, entity),
})

export const accessEvents = [operatorAdded, rolesSet, languageSet, passphraseReset, passphraseChanged, accessRecovered, operatorRemoved]
export const accessTables = [{ table: 'operator', key: ['id'] }]
