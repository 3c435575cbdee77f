import { runStep, type Unit, type UnitHost } from '../../unit'
import { afterFailure } from '../backoff'
import { asRecord, messageById, type MessageRow } from '../message-row'
import { problemOf, type Delivery } from '../transports/transport'

/**
 * MSG-01, MSG-03: notes what came of a hand-over, with what follows from it, in one transaction. `holdUntil` (ms UTC): when the way to
 * the mail system is tried again.
 */
export function settle(unit: Unit, id: string, delivery: Delivery, holdUntil: number | null): void {
  const { db, now } = unit
  const row = messageById(db, id)
  if (row === undefined) return
  const template = unit.catalog.templates.get(row.template)
  unit.changed('messages', 'scheduler')
  if (delivery.outcome === 'handed') {
    write(unit, row, { state: 'sent', attempts: row.attempts + 1, sentAt: now, dueAt: null, problem: null })
    template?.onSent?.(unit, asRecord(messageById(db, id) as MessageRow))
    return
  }
  const next = nextState(row, delivery, now, holdUntil)
  write(unit, row, { ...next, sentAt: null, problem: problemOf(delivery) })
  if (next.state !== 'planned') template?.onFailed?.(unit, asRecord(messageById(db, id) as MessageRow), next.state)
}

interface Next {
  readonly state: 'planned' | 'retry' | 'failed' | 'unknown'
  readonly attempts: number
  readonly dueAt: number | null
}

function nextState(row: MessageRow, delivery: Exclude<Delivery, { outcome: 'handed' }>, now: number, holdUntil: number | null): Next {
  const attempts = row.attempts + 1
  if (delivery.outcome === 'unknown') return { state: 'unknown', attempts, dueAt: null }
  if (delivery.outcome === 'permanent') return { state: 'failed', attempts, dueAt: null }
  // A server that can't be reached is no failure of this message: it waits as long as that takes, visibly.
  if (delivery.scope === 'transport')
    return { state: delivery.code === 'stopped' ? 'planned' : 'retry', attempts: row.attempts, dueAt: holdUntil ?? now }
  const retry = afterFailure(attempts, now)
  return retry.act === 'retry' ? { state: 'retry', attempts, dueAt: retry.at } : { state: 'failed', attempts, dueAt: null }
}

function write(
  unit: Unit,
  row: MessageRow,
  next: { state: string; attempts: number; sentAt: number | null; dueAt: number | null; problem: string | null },
): void {
  unit.db.run(
    'UPDATE message SET state = ?, attempts = ?, sent_at = ?, due_at = ?, problem = ?, version = version + 1 WHERE id = ?',
    next.state,
    next.attempts,
    next.sentAt,
    next.dueAt,
    next.problem,
    row.id,
  )
}

/** As `settle`, in a savepoint: when what should follow fails, the message is left `unknown` for a person and nobody else is held up. */
export function settleAlone(host: UnitHost, unit: Unit, id: string, delivery: Delivery, holdUntil: number | null): void {
  const { now, actor } = unit
  try {
    runStep(host, unit, { now, actor }, (step) => settle(step, id, delivery, holdUntil))
  } catch (thrown) {
    if (isStorageFailure(thrown)) throw thrown
    unit.db.run(`UPDATE message SET state = 'unknown', problem = 'not_noted', due_at = NULL, version = version + 1 WHERE id = ?`, id)
    unit.changed('messages', 'scheduler')
  }
}

/** A full or broken disk is no fault of one message. */
export const isStorageFailure = (thrown: unknown): boolean =>
  /^SQLITE_(FULL|IOERR|READONLY|CORRUPT|NOTADB)/.test(String((thrown as { code?: unknown }).code))

/**
 * MSG-01: what a crash left as `sending` may or may not have been taken; a person finds out. Runs when the desk opens, before anything
 * is handed over. Returns how many.
 */
export function settleInterrupted(host: UnitHost, unit: Unit): number {
  const left = unit.db.all<{ id: string }>(`SELECT id FROM message WHERE state = 'sending'`)
  for (const { id } of left) settleAlone(host, unit, id, { outcome: 'unknown', code: 'interrupted' }, null)
  return left.length
}
