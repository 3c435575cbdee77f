import { canonical, defineEvent, field } from '@kernel/journal/index'

/** REV-20: a reason was shipped, added or edited. The words are detail: {words: {en: {title, guidance}, de: …}}, all of them. */
export const policySaved = defineEvent({
  kind: 'reviews.policy_saved',
  body: { code: field.token, ordinal: field.integer, active: field.flag },
  apply: (db, { entity, version, body, detail }) => {
    db.run(
      `INSERT INTO policy_reason (id, code, ordinal, active, words, version) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET code = excluded.code, ordinal = excluded.ordinal, active = excluded.active, words = excluded.words,
         version = excluded.version`,
      entity,
      body.code,
      body.ordinal,
      body.active ? 1 : 0,
      // Replay reads it from the journal: the same bytes.
      detail === null ? null : canonical(detail['words']),
      version,
    )
  },
})
