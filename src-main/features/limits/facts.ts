import type { ReadDb } from '@kernel/database/index'
import type { DailyWindow } from '@kernel/calendar/index'
import { mailRoute, messageStanding } from '@kernel/outbox/index'
import { readCalendar } from '@kernel/settings/index'
import { accountForLimits, plansByRank, type AccountForLimits } from '@features/accounts/index'
import { messageKey, pendingWarning, type Facts, type LimitCase, type Plan } from './case'

/** What every case of one sweep shares; read once. */
export interface Surroundings {
  readonly plans: readonly Plan[]
  readonly window: DailyWindow
  readonly transport: boolean
  /** FED-08: imports that wait for an admin; also those that run, since only an import's end shows how much it brings. */
  readonly waitingImports: ReadonlySet<string>
}

export function surroundings(db: ReadDb): Surroundings {
  const waiting = db.all<{ id: string }>("SELECT id FROM feed_import WHERE state IN ('running', 'waiting')")
  return {
    plans: plansByRank(db),
    window: readCalendar(db).warningWindow,
    transport: mailRoute(db).transport !== 'none',
    waitingImports: new Set(waiting.map(({ id }) => id)),
  }
}

/** Null: the account is gone, erased with all its facts. */
export function loadFacts(db: ReadDb, account: string, limitCase: LimitCase | null, around: Surroundings = surroundings(db)): Facts | null {
  const row = accountForLimits(db, account)
  return row === null ? null : factsOf(db, row, limitCase, around)
}

export function factsOf(
  db: ReadDb,
  row: AccountForLimits,
  limitCase: LimitCase | null,
  { plans, window, transport, waitingImports }: Surroundings,
): Facts {
  const plan = plans.find(({ id }) => id === row.plan)
  if (plan === undefined) throw new Error('account without plan')
  return {
    closed: row.closed,
    zone: row.zone,
    plan,
    plans,
    usage: row.usage,
    trial: row.trial,
    consumer: row.consumer,
    consent: row.consent,
    lastSeenAt: row.lastSeenAt,
    addressCorrected: limitCase !== null && isAddressCorrected(db, limitCase, row.email),
    window,
    mail: limitCase === null ? null : awaitedMail(db, limitCase),
    transport,
    importWaits: limitCase?.importedBy != null && waitingImports.has(limitCase.importedBy),
  }
}

/** The one message the case waits for, if any. */
function awaitedMail(db: ReadDb, limitCase: LimitCase): Facts['mail'] {
  const warning = pendingWarning(limitCase)
  const { announcements, announcedFor, toldAt } = limitCase.candidacy
  const key =
    warning !== null
      ? messageKey.warning(limitCase, warning.n)
      : announcedFor !== null && toldAt === null
        ? messageKey.deletion(limitCase, announcements)
        : null
  const standing = key === null ? null : messageStanding(db, key)
  if (standing === null) return null
  return { state: standing.state, dueAt: standing.dueAt, problem: standing.problem, held: standing.held }
}

/** LIM-16: the account's address is another than the one the bounced message went to. Unknown once that message's text is erased. */
function isAddressCorrected(db: ReadDb, limitCase: LimitCase, email: string): boolean {
  const bounced = limitCase.warnings.find(({ bouncedAt }) => bouncedAt !== null)
  const key = bounced
    ? messageKey.warning(limitCase, bounced.n)
    : limitCase.candidacy.bounced
      ? messageKey.deletion(limitCase, limitCase.candidacy.announcements)
      : null
  if (key === null) return false
  const sentTo = db.get<{ recipient: string }>(
    'SELECT c.recipient FROM message m JOIN message_content c ON c.message = m.id WHERE m.key = ?',
    key,
  )?.recipient
  return sentTo !== undefined && sentTo.trim().toLowerCase() !== email.trim().toLowerCase()
}

/** The import under way; at most one runs. */
export function runningImport(db: ReadDb): string | null {
  return db.get<{ id: string }>("SELECT id FROM feed_import WHERE state = 'running' LIMIT 1")?.id ?? null
}
