import type { ReadDb } from '../database'
import type { Unit } from '../unit'
import { issueDirective } from './directives/issue'

/** A banner about the account as a whole, or about one thing of it. */
const WHOLE_ACCOUNT = ''

/**
 * Shows a banner on the customer's dashboard; one that is shown already stays as it is. `subject`: internal uuid of the group it is
 * about; the directive carries the platform's id of it.
 */
export function showNotice(unit: Unit, account: string, kind: string, subject: string = WHOLE_ACCOUNT): void {
  const { db, now } = unit
  if (isShown(db, account, kind, subject)) return
  db.run(
    'INSERT INTO notice (account, kind, subject, shown_at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET removed_at = NULL',
    account,
    kind,
    subject,
    now,
  )
  issueDirective(unit, account, 'notice_shown', payloadOf(db, kind, subject))
}

export function removeNotice(unit: Unit, account: string, kind: string, subject: string = WHOLE_ACCOUNT): void {
  const { db, now } = unit
  if (!isShown(db, account, kind, subject)) return
  db.run(
    'UPDATE notice SET removed_at = ? WHERE account = ? AND kind = ? AND subject = ? AND removed_at IS NULL',
    now,
    account,
    kind,
    subject,
  )
  issueDirective(unit, account, 'notice_removed', payloadOf(db, kind, subject))
}

/** Which of these kinds are shown about the subject now. */
export function noticesShown(db: ReadDb, account: string, kinds: readonly string[], subject: string): string[] {
  const rows = db.all<{ kind: string }>(
    `SELECT n.kind FROM json_each(?) k CROSS JOIN notice n ON n.account = ? AND n.kind = k.value AND n.subject = ? AND n.removed_at IS NULL`,
    JSON.stringify(kinds),
    account,
    subject,
  )
  return rows.map(({ kind }) => kind)
}

const isShown = (db: ReadDb, account: string, kind: string, subject: string): boolean =>
  db.get('SELECT 1 FROM notice WHERE account = ? AND kind = ? AND subject = ? AND removed_at IS NULL', account, kind, subject) !== undefined

function payloadOf(db: ReadDb, kind: string, subject: string): Record<string, unknown> {
  if (subject === WHOLE_ACCOUNT) return { notice: kind }
  const group = db.get<{ external: string }>("SELECT external FROM external_id WHERE entity = ? AND kind = 'group'", subject)?.external ?? subject
  return { notice: kind, group }
}
