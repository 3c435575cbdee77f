import type { ParsedInput } from '@contract/index'
import type { SavedView } from '@contract/reviews'
import type { ReadDb } from '@kernel/database/index'
import { Refusal } from '@kernel/refusal'
import type { Unit } from '@kernel/unit'
import { operatorOf } from './commands'

const SCREEN = 'reviews'
/** A list for a menu, not a store. */
const MOST_VIEWS = 50

/** DSK-03: an operator's own, oldest first. */
export function viewsOf(db: ReadDb, operator: string): SavedView[] {
  return db
    .all<{ id: string; name: string; filter: string }>(
      'SELECT id, name, filter FROM saved_view WHERE operator = ? AND screen = ? ORDER BY created_at, id',
      operator,
      SCREEN,
    )
    .map(({ id, name, filter }) => ({ id, name, filter: JSON.parse(filter) as SavedView['filter'] }))
}

/** @throws Refusal `view_missing` (or somebody else's), `views_full` */
export function saveView(unit: Unit, { id, name, filter }: ParsedInput<'reviews.save_view'>): { id: string } {
  const { db } = unit
  const operator = operatorOf(unit)
  unit.changed('reviews')
  if (id != null) {
    const changed = db.run('UPDATE saved_view SET name = ?, filter = ? WHERE id = ? AND operator = ?', name, JSON.stringify(filter), id, operator)
    if (changed === 0) throw new Refusal('view_missing')
    return { id }
  }
  if (viewsOf(db, operator).length >= MOST_VIEWS) throw new Refusal('views_full', { most: MOST_VIEWS })
  const made = unit.ids.next()
  db.run(
    'INSERT INTO saved_view (id, operator, screen, name, filter, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    made,
    operator,
    SCREEN,
    name,
    JSON.stringify(filter),
    unit.now,
  )
  return { id: made }
}

/** @throws Refusal `view_missing` */
export function removeView(unit: Unit, { id }: ParsedInput<'reviews.remove_view'>): null {
  if (unit.db.run('DELETE FROM saved_view WHERE id = ? AND operator = ?', id, operatorOf(unit)) === 0) throw new Refusal('view_missing')
  unit.changed('reviews')
  return null
}
