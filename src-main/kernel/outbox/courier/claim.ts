import { runStep, type Unit, type UnitHost } from '../../unit'
import { asRecord, messageById, type MessageRow } from '../message-row'
import { renderNow, type RenderedView } from '../render/message'
import { isStorageFailure, settle, settleAlone } from './settle'

export interface Claimed {
  readonly row: MessageRow
  readonly view: RenderedView & { readonly to: { readonly name: string; readonly address: string } }
}

/** Withdrawing or putting off may go through many messages; a claim looks at so many at most, so that a transaction stays short. */
const MOST_LOOKED_AT = 50

/**
 * MSG-06, MSG-01: asks each due message again, oldest first, and takes the first that is still wanted as `sending`. The caller commits
 * before it connects. `changed`: how many moved on without being sent.
 */
export function claimNext(host: UnitHost, unit: Unit): { claimed: Claimed | null; changed: number } {
  const { db, now } = unit
  let changed = 0
  for (const { id } of db.all<{ id: string }>('SELECT id FROM message WHERE due_at <= ? ORDER BY due_at, id LIMIT ?', now, MOST_LOOKED_AT)) {
    const claimed = claimAlone(host, unit, messageById(db, id) as MessageRow)
    if (claimed !== null) return { claimed, changed }
    changed += 1
  }
  return { claimed: null, changed }
}

/** A message whose template fails becomes work; the ones behind it are not held up. */
function claimAlone(host: UnitHost, unit: Unit, row: MessageRow): Claimed | null {
  const { now, actor } = unit
  try {
    return runStep(host, unit, { now, actor }, (step) => claim(step, row))
  } catch (thrown) {
    if (isStorageFailure(thrown)) throw thrown
    settleAlone(host, unit, row.id, { outcome: 'permanent', code: 'template_failed', enhanced: null, scope: 'message' }, null)
    return null
  }
}

function claim(unit: Unit, row: MessageRow): Claimed | null {
  const { db, now } = unit
  const template = unit.catalog.templates.get(row.template)
  unit.changed('messages')
  if (template === undefined) return refuse(unit, row, 'template_missing')
  const verdict = template.check(db, asRecord(row), now)
  if (verdict.act === 'withdraw') {
    db.run(`UPDATE message SET state = 'withdrawn', due_at = NULL, problem = ?, version = version + 1 WHERE id = ?`, verdict.rule, row.id)
    template.onWithdrawn?.(unit, asRecord(row))
    return null
  }
  if (verdict.act === 'wait') {
    // Asked again at once it would be due for ever.
    const until = verdict.until === null ? null : Math.max(verdict.until, now + 1)
    db.run('UPDATE message SET due_at = ? WHERE id = ?', until, row.id)
    return null
  }
  const view = renderNow(db, template, row, now)
  const { to, from, language, subject, text, html } = view
  if (to === null) return refuse(unit, row, 'address_unusable')
  db.run(
    `UPDATE message SET state = 'sending', due_at = NULL, tried_at = ?, language = ?, problem = NULL, version = version + 1 WHERE id = ?`,
    now,
    language,
    row.id,
  )
  db.run(
    'INSERT OR REPLACE INTO message_content (message, sender, recipient, subject, text, html) VALUES (?, ?, ?, ?, ?, ?)',
    row.id,
    from.address,
    to.address,
    subject,
    text,
    html,
  )
  return { row: messageById(db, row.id) as MessageRow, view: { ...view, to } }
}

/** Never tried, and no later try would help: a person must look. */
function refuse(unit: Unit, row: MessageRow, code: string): null {
  settle(unit, row.id, { outcome: 'permanent', code, enhanced: null, scope: 'message' }, null)
  return null
}
