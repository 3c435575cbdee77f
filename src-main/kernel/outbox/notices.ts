import type { Unit } from '../unit'
import { issueDirective } from './directives/issue'

/** Shows a banner on the customer's dashboard; one that is shown already stays as it is. */
export function showNotice(unit: Unit, account: string, kind: string): void {
  const { db, now } = unit
  if (isShown(unit, account, kind)) return
  db.run('INSERT INTO notice (account, kind, shown_at) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET removed_at = NULL', account, kind, now)
  issueDirective(unit, account, 'notice_shown', { notice: kind })
}

export function removeNotice(unit: Unit, account: string, kind: string): void {
  if (!isShown(unit, account, kind)) return
  unit.db.run('UPDATE notice SET removed_at = ? WHERE account = ? AND kind = ? AND removed_at IS NULL', unit.now, account, kind)
  issueDirective(unit, account, 'notice_removed', { notice: kind })
}

const isShown = ({ db }: Unit, account: string, kind: string): boolean =>
  db.get('SELECT 1 FROM notice WHERE account = ? AND kind = ? AND removed_at IS NULL', account, kind) !== undefined
