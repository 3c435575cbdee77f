import { accounts as accountsFeature } from '@features/accounts/index'
import type { Catalog, Followed } from '@kernel/catalog'
import { migrate, openDatabase, type Database } from '@kernel/database/index'
import { makeIds } from '@kernel/ids'
import { checkReplay, eventRegistry, record, type Difference } from '@kernel/journal/index'
import { recordBounce } from '@kernel/outbox/index'
import { claimNext } from '@kernel/outbox/courier/claim'
import { settle, settleInterrupted } from '@kernel/outbox/courier/settle'
import { markDelivered, outboxPersonEvents, sendAgain } from '@kernel/outbox/person'
import type { Delivery } from '@kernel/outbox/transports/transport'
import {
  clockConfirmed,
  isClockDoubted,
  makeScheduler,
  schedulerEvents,
  schedulerTables,
  WORKSPACE_ENTITY,
  type Courier,
  type Scheduler,
  type StepReport,
} from '@kernel/scheduler/index'
import { settingsChanged } from '@kernel/settings/index'
import { FEED, runUnit, type Actor, type Unit, type UnitHost } from '@kernel/unit'
import type { EventDefinition } from '@kernel/journal/index'
import { evaluateAccounts, limits } from '../index'

export interface AccountFacts {
  plan: string
  time_zone: string
  language: string
  email: string
  plan_change: string | null
  trial: 0 | 1 | null
  consumer: 0 | 1 | null
  upgrade_consent: 0 | 1 | null
  last_login_at: number | null
  removed_at: number | null
}

export interface Sent {
  readonly outcome: Delivery['outcome']
  readonly key: string
  readonly account: string
  readonly template: string
  readonly at: number
  readonly subject: string
  readonly text: string
}

export const OPERATOR: Actor = { kind: 'operator', id: '01900000-0000-7000-8000-0000000000aa', name: 'Test', roles: ['support', 'admin'] }

const HANDED: Delivery = { outcome: 'handed', code: '250' }
export const TEMPORARY: Delivery = { outcome: 'temporary', code: '452', enhanced: '4.3.1', scope: 'message' }
export const PERMANENT: Delivery = { outcome: 'permanent', code: '550', enhanced: '5.7.1', scope: 'message' }
export const UNKNOWN: Delivery = { outcome: 'unknown', code: 'timeout' }

const PLANS = [
  ['free', 'Free', 0, 0, null, { contacts: 2000, campaigns: 3 }],
  ['startup', 'Startup', 1, 1, 2700, { contacts: 5000, campaigns: 10 }],
  ['webinar', 'Webinar', 2, 1, 4700, { contacts: 10000, campaigns: 20 }],
  ['unlimited', 'Unlimited', 3, 1, 9700, {}],
] as const

/** As a disk that fails: nothing of the transaction stays, and nothing catches it. */
export class Killed extends Error {
  readonly code = 'SQLITE_IOERR'
}

/** The limit process on a real database with the real scheduler and outbox. Clock and mail server are the test's. */
export class LimitsDesk {
  readonly db: Database
  readonly scheduler: Scheduler
  readonly sent: Sent[] = []
  readonly steps: StepReport[] = []
  readonly plans = new Map<string, string>()
  /** ms UTC */
  now: number
  /** How far the wall clock was moved against the time that passed (SCH-03). */
  skew = 0
  /** The process dies at the n-th write from now; null: it lives. */
  killAt: number | null = null
  /** What the mail server does with the next message. */
  mail: (key: string) => Delivery = () => HANDED
  #accounts = 0
  readonly host: UnitHost

  constructor(start: number) {
    this.now = start
    this.db = openDatabase(':memory:')
    migrate(this.db, null)
    this.db.raw.pragma('synchronous = OFF')
    const write = this.db.run.bind(this.db)
    this.db.run = (sql, ...values) => {
      // Undoing what was begun is the database file's own doing: it needs no process.
      if (this.killAt !== null && values.length > 0 && (this.killAt -= 1) <= 0) throw new Killed()
      return write(sql, ...values)
    }
    let dice = 0
    const ids = makeIds(
      () => this.now,
      (length) => {
        const bytes = Buffer.alloc(length)
        bytes.writeUInt32BE((dice += 1), length - 4)
        return bytes
      },
    )
    const events = [
      ...(accountsFeature.events ?? []),
      ...(limits.events ?? []),
      ...schedulerEvents,
      ...outboxPersonEvents,
      settingsChanged,
    ] as readonly EventDefinition[]
    const catalog: Catalog = {
      events: eventRegistry(events),
      templates: new Map((limits.templates ?? []).map((template) => [template.name, template])),
      takers: new Map(),
      listeners: { accountsTouched: [evaluateAccounts], accountsForeseen: [], directiveDone: [], refused: [] },
    }
    this.host = { db: this.db, ids, catalog, publish: () => undefined }
    const clock = { now: () => this.now, uptime: () => this.now - this.skew, boot: 'test', zone: 'UTC' }
    this.scheduler = makeScheduler({ ...this.host, clock, mayWrite: () => true }, limits.tasks ?? [], [this.#courier()])
    this.unit((unit) => {
      for (const [id, name, rank, paid, price, planLimits] of PLANS) {
        const uuid = ids.next()
        this.plans.set(id, uuid)
        unit.db.run(
          'INSERT INTO plan (id, name, rank, paid, price_minor, currency, limits, observed_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)',
          uuid,
          name,
          rank,
          paid,
          price,
          'EUR',
          JSON.stringify(planLimits),
          this.now,
        )
        unit.db.run('INSERT INTO external_id (kind, external, entity) VALUES (?, ?, ?)', 'plan', id, uuid)
      }
      unit.db.run(
        `INSERT INTO setting (key, value) VALUES ('mail', ?)`,
        JSON.stringify({ transport: 'folder', host: null, port: null, security: 'none', user: null, from: 'desk@example.com', company: 'Platform' }),
      )
    })
  }

  unit<T>(work: (unit: Unit) => T, actor: Actor = FEED): T {
    return runUnit(this.host, { now: this.now, actor }, work)
  }

  /** A new account; `plan` by its platform id. Returns its uuid. */
  account(facts: Partial<AccountFacts> = {}): string {
    const n = (this.#accounts += 1)
    const { plan = 'free', time_zone = 'Europe/Berlin', language = 'en', email = `a${n}@example.com`, ...rest } = facts
    const uuid = this.host.ids.next()
    const planId = this.plans.get(plan) as string
    this.db.run(
      'INSERT INTO account (id, company, company_key, country, email, language, time_zone, plan, reported_plan, created_at, observed_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)',
      uuid,
      `Company ${n}`,
      `company ${n}`,
      'DE',
      email,
      language,
      time_zone,
      planId,
      planId,
      this.now,
      this.now,
    )
    this.db.run('INSERT INTO external_id (kind, external, entity) VALUES (?, ?, ?)', 'account', `A-${n}`, uuid)
    if (Object.keys(rest).length > 0) this.facts(uuid, rest)
    return uuid
  }

  /** An account row of a feed, with its consequences (FED-06). */
  facts(account: string, facts: Partial<AccountFacts>): Followed {
    const values =
      facts.plan === undefined ? facts : { ...facts, plan: this.plans.get(facts.plan) as string, reported_plan: this.plans.get(facts.plan) as string }
    return this.unit((unit) => {
      for (const [name, value] of Object.entries(values)) unit.db.run(`UPDATE account SET ${name} = ? WHERE id = ?`, value as string, account)
      return evaluateAccounts(unit, [account], 'accounts')
    })
  }

  use(account: string, usage: Record<string, number>): Followed {
    return this.unit((unit) => {
      for (const [resource, used] of Object.entries(usage)) {
        unit.db.run('INSERT OR REPLACE INTO usage (account, resource, used, observed_at) VALUES (?, ?, ?, ?)', account, resource, used, this.now)
      }
      return evaluateAccounts(unit, [account], 'usage')
    })
  }

  planOf(account: string): string {
    const id = this.db.get<{ plan: string }>('SELECT plan FROM account WHERE id = ?', account)?.plan
    return [...this.plans].find(([, uuid]) => uuid === id)?.[0] ?? ''
  }

  statusOf(account: string): string {
    return this.db.get<{ status: string }>('SELECT status FROM account WHERE id = ?', account)?.status ?? ''
  }

  isRestricted(account: string): boolean {
    return this.db.get(`SELECT 1 FROM capability_reason WHERE account = ? AND cause = 'restricted'`, account) !== undefined
  }

  notices(account: string): string[] {
    return this.db
      .all<{ kind: string }>('SELECT kind FROM notice WHERE account = ? AND removed_at IS NULL ORDER BY kind', account)
      .map(({ kind }) => kind)
  }

  async tick(): Promise<StepReport[]> {
    const done = await this.scheduler.tick()
    this.steps.push(...done)
    return done
  }

  /** As a workstation that runs all the while. */
  async advance(until: number): Promise<StepReport[]> {
    const done: StepReport[] = []
    for (;;) {
      done.push(...(await this.tick()))
      const next = this.scheduler.next(this.now)
      if (next === null || next > until) break
      this.#runThrough(next)
    }
    this.#runThrough(Math.max(this.now, until))
    return done
  }

  #runThrough(at: number): void {
    this.now = at
    this.db.run('UPDATE scheduler_run SET last_run_at = ?, last_uptime = ?', at, at - this.skew)
  }

  /** As after a sleep of the workstation. */
  async sleepUntil(at: number): Promise<StepReport[]> {
    this.now = at
    return this.tick()
  }

  /** The wall clock is set: no time passed. */
  async setClock(at: number): Promise<StepReport[]> {
    this.skew += at - this.now
    this.now = at
    return this.tick()
  }

  /** SCH-03 */
  confirmClock(): void {
    this.unit((unit) => {
      if (isClockDoubted(unit.db)) record(unit, clockConfirmed, { entity: WORKSPACE_ENTITY, account: null, version: 1, rule: 'SCH-03', body: {} })
    }, OPERATOR)
  }

  /** Runs until `until`; dies at the n-th write and starts again, as after kill -9. */
  async advanceKilled(until: number, write: number): Promise<void> {
    this.killAt = write
    try {
      await this.advance(until)
    } catch (thrown) {
      if (!(thrown instanceof Killed)) throw thrown
    }
    this.killAt = null
    this.unit((unit) => settleInterrupted(this.host, unit))
  }

  bounce(key: string, permanent = true): void {
    this.unit((unit) => {
      const messageId = unit.db.get<{ message_id: string }>('SELECT message_id FROM message WHERE key = ?', key)?.message_id
      if (messageId !== undefined) recordBounce(unit, { messageId, at: unit.now, permanent })
    })
  }

  /** MSG-01: what a person says about an unknown or failed message. */
  person(key: string, says: 'delivered' | 'again'): void {
    this.unit((unit) => {
      const id = unit.db.get<{ id: string }>('SELECT id FROM message WHERE key = ?', key)?.id ?? ''
      if (says === 'delivered') markDelivered(unit, id, 'asked')
      else sendAgain(unit, id, 'asked')
    }, OPERATOR)
  }

  /** JNL-03: empty when the journal gives the same decision tables. */
  replay(): Difference[] {
    const tables = [...(accountsFeature.decisionTables ?? []), ...(limits.decisionTables ?? []), ...schedulerTables]
    const run = checkReplay(this.db, this.host.catalog.events, tables)
    for (;;) {
      const next = run.next()
      if (next.done === true) return next.value
    }
  }

  close(): void {
    this.db.close()
  }

  #courier(): Courier {
    return {
      name: 'mail',
      nextDue: (db, after) => db.get<{ at: number | null }>('SELECT min(due_at) AS at FROM message WHERE due_at > ?', after)?.at ?? null,
      dispatch: async () => {
        const { claimed, changed } = this.unit((unit) => claimNext(this.host, unit))
        if (claimed === null) return changed
        const delivery = this.mail(claimed.row.key)
        const { key, account, template } = claimed.row
        if (delivery.outcome !== 'permanent' && delivery.outcome !== 'temporary')
          this.sent.push({ outcome: delivery.outcome, key, account, template, at: this.now, subject: claimed.view.subject, text: claimed.view.text })
        this.unit((unit) => settle(unit, claimed.row.id, delivery, null))
        return changed + 1
      },
    }
  }
}
