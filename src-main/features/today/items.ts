import type { Role } from '@contract/define'
import type { TodayItem } from '@contract/today'
import type { ReadDb } from '@kernel/database/index'
import { mailRoute } from '@kernel/outbox/index'
import type { CaseTab } from '@contract/limits'
import { reviewWork, type ReviewWorkKind } from '@features/reviews/index'
import { awaitedPlans, countOf, dueMessages, failedDirectives, messageWork, oldestCase, type Oldest, type Work } from './store'

const HOUR = 3_600_000
/** FED-07: a decided plan that the platform still hasn't confirmed then is work. */
const PLAN_AWAITED_MS = 48 * HOUR

const ADMIN: readonly Role[] = ['admin']
const REVIEWER: readonly Role[] = ['reviewer']
const SUPPORT: readonly Role[] = ['support', 'admin']

interface Kind extends Pick<TodayItem, 'kind' | 'target' | 'severity'> {
  /** Who can act on it. */
  readonly who: readonly Role[]
}

type ReviewKind = Omit<Kind, 'kind'> & { readonly work: ReviewWorkKind }

/** What a reviewer needs first; support can help with what is incomplete. */
const REVIEWS: readonly ReviewKind[] = [
  { work: 'overdue', target: { screen: 'reviews', params: { overdue: '1' } }, severity: 'bad', who: REVIEWER },
  { work: 'due_soon', target: { screen: 'reviews', params: { tab: 'queue' } }, severity: 'warn', who: REVIEWER },
  { work: 'handed_over', target: { screen: 'reviews', params: { tab: 'mine' } }, severity: 'warn', who: REVIEWER },
  { work: 'silent', target: { screen: 'reviews', params: { tab: 'query' } }, severity: 'warn', who: REVIEWER },
  { work: 'answered', target: { screen: 'reviews', params: { tab: 'queue' } }, severity: 'info', who: REVIEWER },
  { work: 'claimed', target: { screen: 'reviews', params: { tab: 'mine' } }, severity: 'info', who: REVIEWER },
  { work: 'incomplete', target: { screen: 'reviews', params: { tab: 'unsubmitted' } }, severity: 'info', who: ['support'] },
]

/** Who asks, and when (ms UTC). */
export interface Whose {
  readonly now: number
  readonly operator: string
  readonly roles: readonly Role[]
}

/** DSK-02: what waits for a person; the worst first, then the oldest. */
export function itemsFor(db: ReadDb, cases: Readonly<Record<CaseTab, { count: number }>>, whose: Whose): TodayItem[] {
  const { now, roles } = whose
  const items: (TodayItem | null)[] = [
    ...REVIEWS.map((kind) => reviewItem(db, kind, whose)),
    item(
      roles,
      { kind: 'clock_check', target: { screen: 'settings', params: { tab: 'scheduler' } }, severity: 'bad', who: ADMIN },
      single(db, 'SELECT since FROM clock_check'),
    ),
    item(
      roles,
      { kind: 'scheduler_paused', target: { screen: 'settings', params: { tab: 'scheduler' } }, severity: 'warn', who: ADMIN },
      single(db, 'SELECT since FROM scheduler_pause'),
    ),
    item(roles, { kind: 'no_transport', target: { screen: 'settings', params: { tab: 'mail' } }, severity: 'bad', who: ADMIN }, unsendable(db, now)),
    item(
      roles,
      { kind: 'messages_unknown', target: { screen: 'messages', params: { tab: 'unknown' } }, severity: 'bad', who: SUPPORT },
      messageWork(db, 'unknown'),
    ),
    item(
      roles,
      { kind: 'messages_failed', target: { screen: 'messages', params: { tab: 'failed' } }, severity: 'bad', who: SUPPORT },
      messageWork(db, 'failed'),
    ),
    item(
      roles,
      { kind: 'approvals', target: { screen: 'limits', params: { tab: 'approval' } }, severity: 'warn', who: SUPPORT },
      caseWork(db, cases, 'approval'),
    ),
    item(
      roles,
      { kind: 'unreachable', target: { screen: 'limits', params: { tab: 'stopped' } }, severity: 'bad', who: SUPPORT },
      caseWork(db, cases, 'stopped'),
    ),
    importWaiting(db, roles),
    item(
      roles,
      { kind: 'directives_failed', target: { screen: 'messages', params: { tab: 'directives' } }, severity: 'bad', who: SUPPORT },
      failedDirectives(db),
    ),
    planAwaited(db, roles, now),
    item(roles, { kind: 'step_failed', target: { screen: 'settings', params: { tab: 'scheduler' } }, severity: 'bad', who: ADMIN }, failedSteps(db)),
    item(
      roles,
      { kind: 'candidates', target: { screen: 'limits', params: { tab: 'candidates' } }, severity: 'info', who: SUPPORT },
      caseWork(db, cases, 'candidates'),
    ),
  ]
  const weight = { bad: 0, warn: 1, info: 2 } as const
  return items.filter((one) => one !== null).sort((a, b) => weight[a.severity] - weight[b.severity] || (a.since ?? now) - (b.since ?? now))
}

function reviewItem(db: ReadDb, { work, ...kind }: ReviewKind, { now, operator, roles }: Whose): TodayItem | null {
  const { count, since, company } = reviewWork(db, work, { operator, now })
  return count === 0 ? null : { ...named(roles, { ...kind, kind: `reviews_${work}` }), count, since, example: company }
}

function named(roles: readonly Role[], { who, ...kind }: Kind): Pick<TodayItem, 'kind' | 'target' | 'severity' | 'mine'> {
  return { ...kind, mine: roles.some((role) => who.includes(role)) }
}

function item(roles: readonly Role[], kind: Kind, { count, oldest }: Work): TodayItem | null {
  return count === 0 ? null : { ...named(roles, kind), count, since: oldest?.since ?? null, example: oldest?.company ?? null }
}

function single(db: ReadDb, sql: string): Work {
  const row = db.get<{ since: number }>(sql)
  return row === undefined ? { count: 0, oldest: null } : { count: 1, oldest: aged(row.since) }
}

const aged = (since: number): Oldest => ({ since, account: '', company: null })

/** MSG-02: with neither server nor folder, messages wait, visibly. */
function unsendable(db: ReadDb, now: number): Work {
  return mailRoute(db).transport === 'none' ? dueMessages(db, now) : { count: 0, oldest: null }
}

function caseWork(db: ReadDb, cases: Readonly<Record<CaseTab, { count: number }>>, tab: CaseTab): Work {
  const { count } = cases[tab]
  return { count, oldest: count === 0 ? null : oldestCase(db, tab) }
}

/** FED-08 */
function importWaiting(db: ReadDb, roles: readonly Role[]): TodayItem | null {
  const oldest = db.get<{ id: string; at: number }>("SELECT id, at FROM feed_import WHERE state = 'waiting' ORDER BY id LIMIT 1")
  if (oldest === undefined) return null
  const count = countOf(db, "feed_import WHERE state = 'waiting'")
  return item(
    roles,
    { kind: 'import_waiting', target: { screen: 'import', params: { import: oldest.id } }, severity: 'warn', who: ADMIN },
    { count, oldest: aged(oldest.at) },
  )
}

function planAwaited(db: ReadDb, roles: readonly Role[], now: number): TodayItem | null {
  const work = awaitedPlans(db, now - PLAN_AWAITED_MS)
  return work.oldest === null
    ? null
    : item(roles, { kind: 'plan_awaited', target: { screen: 'accounts', params: { id: work.oldest.account } }, severity: 'warn', who: SUPPORT }, work)
}

function failedSteps(db: ReadDb): Work {
  const count = countOf(db, 'step_failure')
  return { count, oldest: count === 0 ? null : aged(db.get<{ at: number }>('SELECT min(first_at) AS at FROM step_failure')!.at) }
}
