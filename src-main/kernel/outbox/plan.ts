import type { ReadDb } from '../database'
import type { Unit } from '../unit'
import { asRecord, messageByKey } from './message-row'
import { mailRoute } from './settings'
import type { MessageRecord } from './template'

export interface PlannedMessage {
  /** What, whom, which step: handed over at most once, ever (MSG-01). */
  readonly key: string
  /** Internal uuid. Language and address are the account's at hand-over. */
  readonly account: string
  readonly template: string
  /** Ids, tokens, numbers and dates the template needs beside the facts. */
  readonly params?: Readonly<Record<string, unknown>>
  /** ms UTC; not handed over before. Default: now. */
  readonly notBefore?: number
  readonly rule: string
  /** FED-08: the import whose consequence this is, while it waits for an admin. */
  readonly heldBy?: string | null
}

/** MSG-01: plans a message. The same key again changes nothing and answers false. */
export function planMessage(unit: Unit, message: PlannedMessage): boolean {
  const { db, now } = unit
  const { key, account, template, params = {}, notBefore = now, rule, heldBy = null } = message
  if (!unit.catalog.templates.has(template)) throw new TypeError(`no such template: ${template}`)
  const id = unit.ids.next()
  const domain = mailRoute(db).from.split('@').at(-1) as string
  const planned = db.run(
    `INSERT INTO message (id, key, account, template, rule, params, state, message_id, language, planned_at, due_at, waits, import, version)
     VALUES (?, ?, ?, ?, ?, ?, 'planned', ?, coalesce((SELECT language FROM account WHERE id = ?), 'en'), ?, ?, ?, ?, 1)
     ON CONFLICT (key) DO NOTHING`,
    id,
    key,
    account,
    template,
    rule,
    JSON.stringify(params),
    `<${id}@reeve.${domain}>`,
    account,
    now,
    heldBy === null ? notBefore : null,
    heldBy === null ? null : 'admin',
    heldBy,
  )
  unit.changed('messages')
  return planned === 1
}

/** MSG-06: takes back a message that hasn't been handed over. Answers false when it is too late. */
export function withdrawMessage(unit: Unit, key: string, rule: string): boolean {
  const changed = unit.db.run(
    `UPDATE message SET state = 'withdrawn', due_at = NULL, waits = NULL, problem = ?, version = version + 1 WHERE key = ? AND state IN ('planned', 'retry', 'failed')`,
    rule,
    key,
  )
  if (changed > 0) unit.changed('messages')
  return changed === 1
}

/** Asks again now about messages of an account that wait for something else to happen. */
export function wakeMessages(unit: Unit, account: string): void {
  unit.db.run(
    `UPDATE message SET due_at = ? WHERE account = ? AND state IN ('planned', 'retry') AND due_at IS NULL AND waits IS NULL`,
    unit.now,
    account,
  )
}

/** FED-08: an admin lets an import's messages go, or drops them. */
export function releaseHeld(unit: Unit, heldBy: string, go: boolean): void {
  if (go) unit.db.run(`UPDATE message SET waits = NULL, due_at = ? WHERE import = ? AND waits = 'admin'`, unit.now, heldBy)
  else
    unit.db.run(
      `UPDATE message SET waits = NULL, state = 'withdrawn', problem = 'FED-08', version = version + 1 WHERE import = ? AND waits = 'admin'`,
      heldBy,
    )
  unit.changed('messages')
}

export interface MessageStanding extends MessageRecord {
  readonly state: 'planned' | 'sending' | 'sent' | 'retry' | 'failed' | 'unknown' | 'withdrawn'
  /** ms UTC; when it will be tried next. */
  readonly dueAt: number | null
  readonly bouncedAt: number | null
  /** The transport's answer, without personal data. */
  readonly problem: string | null
  /** FED-08: waits for an admin. */
  readonly held: boolean
}

/** Where a message stands, by key; null: never planned. */
export function messageStanding(db: ReadDb, key: string): MessageStanding | null {
  const row = messageByKey(db, key)
  return row === undefined
    ? null
    : { ...asRecord(row), state: row.state, dueAt: row.due_at, bouncedAt: row.bounced_at, problem: row.problem, held: row.waits === 'admin' }
}
