import { join } from 'node:path'
import type { ReadDb } from '../../database'
import type { Courier } from '../../scheduler/task'
import { isPaused } from '../../scheduler/scheduler'
import type { Services } from '../../services'
import { SCHEDULER } from '../../unit'
import { delayAfter } from '../backoff'
import { compose } from '../render/compose'
import { isLoopback, MAIL_PASSWORD, mailRoute, type MailRoute } from '../settings'
import { folderTransport } from '../transports/folder'
import { smtpTransport } from '../transports/smtp'
import type { Delivery, RenderedMessage, Transport } from '../transports/transport'
import { claimNext, type Claimed } from './claim'
import { settleAlone } from './settle'

/** Messages handed over per call: between two calls the sweep goes on. */
const BATCH = 20
const LONGEST_HOLD = 15 * 60_000

/** MSG-02: the transport that the settings name; null: there is none, messages wait. */
export function makeTransport(services: Services, route: MailRoute = mailRoute(services.reader)): Transport | null {
  const { transport, host, port, security, user } = route
  if (transport === 'folder') return folderTransport(join(services.workspace.folder, 'outgoing'))
  if (transport === 'none' || host === null || port === null) return null
  // Checked again here: the settings of a copied workspace may say anything.
  if ((services.workspace.simulation || services.workspace.demo) && !isLoopback(host)) return null
  return smtpTransport({ host, port, security, user, password: services.secrets.get(MAIL_PASSWORD) })
}

interface Hold {
  /** ms UTC */
  readonly since: number
  readonly until: number
  readonly failures: number
}

/** Hands over due messages one after the other; each is `sending` on disk before its connection is used (MSG-01). */
export function mailCourier(services: Services): Courier {
  let hold: Hold | null = null
  let unsettled: { id: string; delivery: Delivery } | null = null

  /** Notes the last outcome; with `claim`, takes the next message in the same commit. */
  const proceed = (claim: boolean): { claimed: Claimed | null; changed: number } => {
    const last = unsettled
    if (last === null && !claim) return { claimed: null, changed: 0 }
    const result = services.unit(SCHEDULER, (unit) => {
      if (last !== null) settleAlone(services, unit, last.id, last.delivery, hold?.until ?? null)
      return claim ? claimNext(services, unit) : { claimed: null, changed: 0 }
    })
    unsettled = null
    return result
  }

  /** Kept while the settings stay: a pick-up folder is looked through once, not with every batch. */
  let kept: { key: string; transport: Transport | null } | null = null
  const currentTransport = (): Transport | null => {
    const route = mailRoute(services.db)
    const key = JSON.stringify([route, services.secrets.get(MAIL_PASSWORD)])
    if (kept?.key !== key) {
      kept = { key, transport: makeTransport(services, route) }
      // Another way may be open.
      hold = null
    }
    return kept.transport
  }

  const isHeld = (now: number): boolean => hold !== null && now >= hold.since && now < hold.until

  const noteWay = (delivery: Delivery): boolean => {
    const blocked = delivery.outcome === 'temporary' && delivery.scope === 'transport' && delivery.code !== 'stopped'
    if (!blocked) {
      hold = null
      return false
    }
    const failures: number = (hold?.failures ?? 0) + 1
    const since = services.clock.now()
    hold = { since, until: since + Math.min(LONGEST_HOLD, delayAfter(failures)), failures }
    return true
  }

  return {
    name: 'mail',
    nextDue: (db, after) => nextMessage(db, after, hold),
    async dispatch(signal) {
      const way = currentTransport()
      const transport = isHeld(services.clock.now()) ? null : way
      if (transport === null && unsettled === null) return 0
      let handed = 0
      try {
        for (let count = 0; count < BATCH; count += 1) {
          if (transport === null || signal.aborted || isPaused(services.db)) break
          const { claimed, changed } = proceed(true)
          handed += changed
          if (claimed === null) break
          const delivery = await deliver(transport, claimed, services.clock.now(), signal)
          unsettled = { id: claimed.row.id, delivery }
          handed += 1
          if (noteWay(delivery)) break
        }
        proceed(false)
      } finally {
        await transport?.rest()
      }
      return handed
    },
  }
}

async function deliver(transport: Transport, { row, view }: Claimed, date: number, signal: AbortSignal): Promise<Delivery> {
  let message: RenderedMessage
  try {
    message = await compose({ id: row.id, messageId: row.message_id, date, ...view })
  } catch {
    // Nothing has left, and the same would happen again.
    return { outcome: 'permanent', code: 'message_unusable', enhanced: null, scope: 'message' }
  }
  return transport.deliver(message, signal).catch((): Delivery => ({ outcome: 'unknown', code: 'transport_failed' }))
}

function nextMessage(db: ReadDb, after: number, hold: Hold | null): number | null {
  if (mailRoute(db).transport === 'none') return null
  const earliest = (from: number): number | null =>
    db.get<{ at: number | null }>('SELECT min(due_at) AS at FROM message WHERE due_at > ?', from)?.at ?? null
  if (hold === null || hold.until <= after) return earliest(after)
  const any = earliest(-1)
  return any === null ? null : Math.max(any, hold.until)
}
