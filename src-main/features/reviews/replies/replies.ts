import type { Language } from '@contract/define'
import type { ParsedInput } from '@contract/index'
import type { SavedReply } from '@contract/reviews'
import type { ReadDb } from '@kernel/database/index'
import { Refusal } from '@kernel/refusal'
import type { Unit } from '@kernel/unit'

/** REV-15: for queries and rejections; null: in every language. */
export function repliesOf(db: ReadDb, language: Language | null): SavedReply[] {
  const columns = 'SELECT id, kind, language, title, text, version FROM saved_reply'
  return language === null
    ? db.all<SavedReply>(`${columns} ORDER BY language, kind, title, id`)
    : db.all<SavedReply>(`${columns} WHERE language = ? ORDER BY kind, title, id`, language)
}

/** @throws Refusal `reply_missing` */
export function saveReply(unit: Unit, { id, kind, language, title, text }: ParsedInput<'reviews.save_reply'>): { id: string } {
  unit.changed('reviews', 'settings')
  if (id == null) return { id: addReply(unit, { kind, language, title, text }) }
  const changed = unit.db.run(
    'UPDATE saved_reply SET kind = ?, language = ?, title = ?, text = ?, version = version + 1 WHERE id = ?',
    kind,
    language,
    title,
    text,
    id,
  )
  if (changed === 0) throw new Refusal('reply_missing')
  return { id }
}

export function addReply(unit: Unit, { kind, language, title, text }: Omit<SavedReply, 'id' | 'version'>): string {
  const id = unit.ids.next()
  unit.db.run('INSERT INTO saved_reply (id, kind, language, title, text, version) VALUES (?, ?, ?, ?, ?, 1)', id, kind, language, title, text)
  return id
}

/** @throws Refusal `reply_missing` */
export function removeReply(unit: Unit, { id }: ParsedInput<'reviews.remove_reply'>): null {
  if (unit.db.run('DELETE FROM saved_reply WHERE id = ?', id) === 0) throw new Refusal('reply_missing')
  unit.changed('reviews', 'settings')
  return null
}
