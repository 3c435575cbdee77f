import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Input, OperationName, Output } from '@contract/index'
import type { Progress } from '@contract/wire'
import { ROLES } from '@contract/define'
import { operatorSession, signInChoices } from '@kernel/access/index'
import { localDate, addDays } from '@kernel/calendar/index'
import type { Answer, CallOptions } from '@kernel/bridge/index'
import { mailRoute, setMailRoute } from '@kernel/outbox/index'
import { Refusal } from '@kernel/refusal'
import type { Services } from '@kernel/services'
import { SCHEDULER } from '@kernel/unit'
import { entityOf } from '@features/accounts/index'
import { writeCsv, writeFeeds, type DemoSize } from './feeds'
import type { CallAs } from './reviews/decide'
import { playReviews } from './reviews/play'
import { storyOf, type Episode } from './story'

/** What filling needs of a desk. */
export interface DemoDesk {
  readonly services: Services
  call(op: string, input: unknown, options: CallOptions): Promise<Answer>
}

export interface FillOptions extends DemoSize {
  /** ms UTC; three weeks after the simulation's clock when left out. */
  readonly until?: number
  readonly progress?: (progress: Progress) => void
}

const DAY = 86_400_000
const HOUR = 3_600_000
const STORY_DAYS = 16

/**
 * DSK-08: fills a simulation with customers and three weeks of history, by the same import and the same scheduler as real data:
 * nothing in it is a faked row. @throws Refusal `simulation_only`
 */
export async function fillDemo(
  desk: DemoDesk,
  { accounts, seed, until, progress = () => undefined }: FillOptions,
): Promise<{ accounts: number; cases: number }> {
  const { services } = desk
  const { advance } = services
  if (advance === null) throw new Refusal('simulation_only')
  const end = until ?? services.clock.now() + 21 * DAY
  const call = caller(desk)
  const folder = await mkdtemp(join(tmpdir(), 'reeve-demo-'))
  try {
    if (mailRoute(services.db).transport === 'none') {
      services.unit(SCHEDULER, (unit) =>
        setMailRoute(unit, true, { ...mailRoute(unit.db), transport: 'folder', from: 'konto@nordlicht.example', company: 'Nordlicht Mail' }),
      )
    }
    await advance(Math.max(services.clock.now(), end - (STORY_DAYS + 1) * DAY))
    await take(call, await writeFeeds(folder, { accounts, seed }, services.clock.now()))
    const story = storyOf({ accounts, seed })
    const reviews = await playReviews({ services, folder, call: callAs(desk), take: (files) => take(call, files), advance }, { accounts, seed }, end)
    for (let day = STORY_DAYS; day >= 0; day -= 1) {
      progress({ done: STORY_DAYS - day, total: STORY_DAYS + 1, phase: 'demo' })
      // Facts come at five in the morning UTC, before any warning of that day.
      await advance(Math.max(services.clock.now(), startOfDay(end) - day * DAY + 5 * HOUR))
      await live(
        call,
        services,
        folder,
        story.filter((episode) => episode.day === day),
      )
      await reviews.until(Math.min(end, startOfDay(end) - (day - 1) * DAY + 5 * HOUR))
    }
    await advance(end)
    return { accounts, cases: services.db.get<{ n: number }>('SELECT count(*) AS n FROM limit_case')!.n }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const startOfDay = (at: number): number => Math.floor(at / DAY) * DAY

type Call = <K extends OperationName>(op: K, input: Input<K>) => Promise<Output<K>>

function caller(desk: DemoDesk): Call {
  const { services } = desk
  const first = signInChoices(services.db)[0]
  if (first === undefined) throw new Refusal('operator_missing')
  const session = { ...operatorSession(services.db, first.id), roles: ROLES, touchedAt: services.wall.now() }
  const call = callAs(desk)
  return (op, input) => call(session, op, input)
}

const callAs =
  (desk: DemoDesk): CallAs =>
  async (session, op, input) => {
    const answer = await desk.call(op, input, { window: 'demo', session })
    if (!answer.ok) throw new Refusal(answer.error.code, answer.error.params)
    return answer.value as never
  }

/** Imports, and lets go what FED-08 would hold: the demo's admin has looked at it. */
async function take(call: Call, files: readonly string[]): Promise<void> {
  const { importId, waitingForAdmin } = await call('feeds.import', { files: files.map((path) => ({ path })) })
  if (waitingForAdmin) await call('feeds.release', { importId, reason: 'Demo data, looked through' })
}

async function live(call: Call, services: Services, folder: string, episodes: readonly Episode[]): Promise<void> {
  const observed = new Date(services.clock.now()).toISOString()
  const used = episodes.filter(({ used: most }) => most > 0)
  const moved = episodes.filter(({ what }) => what === 'cancels_to_free')
  const files: string[] = []
  if (moved.length > 0)
    files.push(
      await writeCsv(
        join(folder, 'accounts-moved.csv'),
        moved.map(({ account }) => movedRow(account, observed)),
      ),
    )
  if (used.length > 0) {
    files.push(
      await writeCsv(
        join(folder, 'usage-day.csv'),
        used.map(({ account, used: most }) => ({ account_id: account.accountId, resource: 'contacts', used: most, observed_at: observed })),
      ),
    )
  }
  if (files.length > 0) await take(call, files)
  for (const { account, what } of episodes) {
    if (what === 'bounces') await bounce(call, services, folder, account.accountId)
    if (what === 'paused') await pause(call, services, account.accountId)
  }
}

function movedRow({ accountId, company, place, email, createdDaysAgo }: Episode['account'], observed: string): Record<string, string> {
  return {
    account_id: accountId,
    company,
    country: place.country,
    email,
    language: place.language,
    time_zone: place.zone,
    plan_id: 'free',
    plan_change: 'cancelled',
    created_at: new Date(Date.parse(observed) - createdDaysAgo * DAY).toISOString(),
    observed_at: observed,
  }
}

/** LIM-16: the last message to the account comes back for good. */
async function bounce(call: Call, services: Services, folder: string, accountId: string): Promise<void> {
  const sent = services.db.get<{ message_id: string }>(
    "SELECT message_id FROM message WHERE account = ? AND state = 'sent' ORDER BY id DESC LIMIT 1",
    entityOf(services.db, 'account', accountId),
  )
  if (sent === undefined) return
  await take(call, [
    await writeCsv(join(folder, 'bounces.csv'), [{ message_id: sent.message_id, at: new Date(services.clock.now()).toISOString(), permanent: true }]),
  ])
}

async function pause(call: Call, services: Services, accountId: string): Promise<void> {
  const account = entityOf(services.db, 'account', accountId)
  if (account === null) return
  const open = (await call('limits.of_account', { accountUuid: account })).find(({ state }) => state === 'warning')
  if (open === undefined) return
  const until = addDays(localDate(services.clock.now(), open.zone), 7)
  await call('limits.pause', { cases: [{ id: open.id, version: open.version }], until, reason: 'The customer is moving house and asked for a week' })
}
