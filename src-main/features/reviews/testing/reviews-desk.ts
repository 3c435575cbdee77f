import type { Role } from '@contract/define'
import type { CalendarSettings } from '@contract/scheduler'
import type { Catalog } from '@kernel/catalog'
import { accounts as accountsFeature } from '@features/accounts/index'
import { migrate, openDatabase, type Database } from '@kernel/database/index'
import { makeIds } from '@kernel/ids'
import { checkReplay, eventRegistry, type Difference, type EventDefinition } from '@kernel/journal/index'
import { claimNext } from '@kernel/outbox/courier/claim'
import { settle, settleInterrupted } from '@kernel/outbox/courier/settle'
import { Refusal } from '@kernel/refusal'
import { makeScheduler, schedulerEvents, schedulerTables, type Courier, type Scheduler, type StepReport } from '@kernel/scheduler/index'
import { changeSetting, readCalendar, settingsChanged } from '@kernel/settings/index'
import { FEED, runUnit, type Actor, type Unit, type UnitHost } from '@kernel/unit'
import { accountsTouched } from '../accounts'
import { answerTaken, groupGone, openReview, sampleTaken, submissionTaken } from '../evaluate'
import { reviews } from '../index'
import type { Review } from '../review'
import { latestReviewOf } from '../store'

/** As a disk that fails: nothing of the transaction stays, and nothing catches it. */
export class Killed extends Error {
  readonly code = 'SQLITE_IOERR'
}

export type Person = Extract<Actor, { kind: 'operator' }>
const person = (n: number, name: string, ...roles: Role[]): Person => ({
  kind: 'operator',
  id: `01900000-0000-7000-8000-0000000000a${n}`,
  name,
  roles,
})
export const ANNA = person(1, 'Anna', 'reviewer')
export const BEN = person(2, 'Ben', 'reviewer')
/** Supports and reviews: barred from what she recorded. */
export const CARLA = person(3, 'Carla', 'reviewer', 'support')
export const ADMIN = person(4, 'Admin', 'admin')

/** The whole process of group reviews on a real database with the real scheduler and outbox. Clock and mail server are the test's. */
export class ReviewsDesk {
  readonly db: Database
  readonly host: UnitHost
  readonly sent: { key: string; template: string; at: number; subject: string; text: string; html: string }[] = []
  /** The mail server can't be reached: what is planned waits. */
  mailDown = false
  scheduler: Scheduler
  /** ms UTC */
  now: number
  /** How far the wall clock was moved against the time that passed (SCH-03). */
  skew = 0
  /** The process dies at the n-th write from now; null: it lives. */
  killAt: number | null = null
  #made = 0

  constructor(start: number, calendar: Partial<CalendarSettings> = {}) {
    this.now = start
    this.db = openDatabase(':memory:')
    migrate(this.db, null)
    const write = this.db.run.bind(this.db)
    this.db.run = (sql, ...values) => {
      if (this.killAt !== null && values.length > 0 && (this.killAt -= 1) <= 0) throw new Killed()
      return write(sql, ...values)
    }
    const events = [
      ...(accountsFeature.events ?? []),
      ...(reviews.events ?? []),
      ...schedulerEvents,
      settingsChanged,
    ] as readonly EventDefinition[]
    const catalog: Catalog = {
      events: eventRegistry(events),
      templates: new Map((reviews.templates ?? []).map((template) => [template.name, template])),
      takers: new Map(),
      listeners: { accountsTouched: [accountsTouched], accountsForeseen: [], directiveDone: [], refused: [] },
    }
    this.host = { db: this.db, ids: this.#ids(), catalog, publish: () => undefined }
    this.scheduler = this.#start()
    this.unit((unit) => {
      reviews.onCreated?.(unit)
      if (unit.db.get('SELECT 1 FROM policy_reason') === undefined)
        unit.db.run("INSERT INTO policy_reason (id, code, ordinal, active, words, version) VALUES (?, 'other', 1, 1, '{}', 1)", unit.ids.next())
      changeSetting(unit, 'calendar', { ...readCalendar(unit.db), ...calendar }, 'SCH-04')
      for (const { id, name } of [ANNA, BEN, CARLA, ADMIN])
        unit.db.run("INSERT INTO operator (id, name, short_name, roles, language, created_at, version) VALUES (?, ?, ?, 1, 'en', 0, 1)", id, name, name)
      unit.db.run(
        "INSERT INTO plan (id, name, rank, paid, limits, observed_at, version) VALUES ('plan', 'Free', 0, 0, '{\"contacts\":2000}', 0, 1)",
      )
      unit.db.run(
        `INSERT INTO setting (key, value) VALUES ('mail', ?)`,
        JSON.stringify({ transport: 'folder', host: null, port: null, security: 'none', user: null, from: 'desk@example.com', company: 'Platform' }),
      )
    })
  }

  /** Ids of a process that has just started: its own counter, salts that repeat from run to run. */
  #ids() {
    return makeIds(
      () => this.now,
      (length) => {
        const bytes = Buffer.alloc(length)
        bytes.writeUInt32BE((this.#made += 1), length - 4)
        return bytes
      },
    )
  }

  #start(): Scheduler {
    const clock = { now: () => this.now, uptime: () => this.now - this.skew, boot: 'test', zone: 'UTC' }
    return makeScheduler({ ...this.host, clock, mayWrite: () => true }, reviews.tasks ?? [], [this.#courier()])
  }

  unit<T>(work: (unit: Unit) => T, actor: Actor = FEED): T {
    return runUnit(this.host, { now: this.now, actor }, work)
  }

  /** What a command answers, or the code it is refused with. */
  as<T>(actor: Person, work: (unit: Unit) => T): { done: T } | { refused: string } {
    try {
      return { done: this.unit(work, actor) }
    } catch (thrown) {
      if (thrown instanceof Refusal) return { refused: thrown.code }
      throw thrown
    }
  }

  account(): string {
    const n = (this.#made += 1)
    const id = this.host.ids.next()
    this.db.run(
      `INSERT INTO account (id, company, company_key, country, email, language, time_zone, plan, reported_plan, created_at, observed_at, version)
       VALUES (?, ?, ?, 'DE', ?, 'de', 'Europe/Berlin', 'plan', 'plan', 0, 0, 1)`,
      id,
      `Company ${n}`,
      `company ${n}`,
      `a${n}@example.com`,
    )
    this.db.run("INSERT INTO external_id (kind, external, entity) VALUES ('account', ?, ?)", `A-${n}`, id)
    return id
  }

  /** A row of the groups feed. */
  group(account: string): string {
    const id = this.host.ids.next()
    this.unit((unit) => {
      unit.db.run(
        'INSERT INTO contact_group (id, account, name, receivers, created_at, observed_at) VALUES (?, ?, ?, 1200, ?, ?)',
        id,
        account,
        `Group ${id}`,
        this.now,
        this.now,
      )
      unit.db.run("INSERT INTO external_id (kind, external, entity) VALUES ('group', ?, ?)", `G-${id}`, id)
      openReview(unit, { group: id, account, at: this.now })
    })
    return id
  }

  /** A row of the submissions feed, or what support recorded. Answers its uuid. */
  submit(group: string, { complete = true, by = null, at = this.now }: { complete?: boolean; by?: Person | null; at?: number } = {}): string {
    const account = this.accountOf(group)
    return this.unit((unit) => {
      const id = unit.ids.next()
      unit.db.run(
        `INSERT INTO submission (id, contact_group, submitted_at, policy_confirmed, method, form_url, double_opt_in, consent_text, collected_from, collected_to, contact_name, contact_email, recorded_by, recorded_source, observed_at)
         VALUES (?, ?, ?, ?, 'web_form', 'https://example.com/newsletter/sign-up', 1, 'I agree to e-mails from Example Ltd, also by phone.', '2025-01-01', '2026-10-31', 'A Person', 'person@example.com', ?, ?, ?)`,
        id,
        group,
        at,
        complete ? 1 : 0,
        by?.id ?? null,
        by === null ? null : 'ticket',
        unit.now,
      )
      submissionTaken(unit, { group, account, submission: id, at, complete, missing: complete ? [] : ['policy_confirmed'] })
      return id
    }, by ?? FEED)
  }

  answer(group: string, { by = null, at = this.now }: { by?: Person | null; at?: number } = {}): void {
    const account = this.accountOf(group)
    this.unit((unit) => {
      const id = unit.ids.next()
      unit.db.run(
        "INSERT INTO answer (id, contact_group, answered_at, text, recorded_by, observed_at) VALUES (?, ?, ?, 'An answer', ?, ?)",
        id,
        group,
        at,
        by?.id ?? null,
        unit.now,
      )
      answerTaken(unit, { group, account, answer: id, at })
    }, by ?? FEED)
  }

  sample(group: string): void {
    this.unit((unit) => {
      unit.db.run('INSERT OR IGNORE INTO address_sample (contact_group, email) VALUES (?, ?)', group, `one${(this.#made += 1)}@example.com`)
      sampleTaken(unit, { group, account: this.accountOf(group) })
    })
  }

  /** The platform says that the group is gone, or there again. */
  groupThere(group: string, there: boolean): void {
    const account = this.accountOf(group)
    this.unit((unit) => {
      unit.db.run('UPDATE contact_group SET removed_at = ? WHERE id = ?', there ? null : unit.now, group)
      if (there) accountsTouched(unit, [account])
      else groupGone(unit, { group, account })
    })
  }

  accountThere(account: string, there: boolean): void {
    this.unit((unit) => {
      unit.db.run('UPDATE account SET removed_at = ? WHERE id = ?', there ? null : unit.now, account)
      accountsTouched(unit, [account])
    })
  }

  accountOf(group: string): string {
    return this.db.get<{ account: string }>('SELECT account FROM contact_group WHERE id = ?', group)!.account
  }

  /** The latest review of a group. */
  review(group: string): Review {
    return latestReviewOf(this.db, group)!
  }

  messages(group: string): string[] {
    return this.db
      .all<{ template: string }>("SELECT template FROM message WHERE json_extract(params, '$.group') = ? ORDER BY planned_at, id", group)
      .map(({ template }) => template.replace('reviews.', ''))
  }

  notices(group: string): string[] {
    return this.db
      .all<{ kind: string }>('SELECT kind FROM notice WHERE subject = ? AND removed_at IS NULL ORDER BY kind', group)
      .map(({ kind }) => kind)
  }

  async tick(): Promise<StepReport[]> {
    return this.scheduler.tick()
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

  /** The wall clock is set: no time passed. */
  async setClock(at: number): Promise<StepReport[]> {
    this.skew += at - this.now
    this.now = at
    return this.tick()
  }

  /** Does `work`, dies at the n-th write of it or of what follows, and starts again as after kill -9. */
  async killed(writes: number, work: () => void | Promise<unknown>): Promise<void> {
    this.killAt = writes
    try {
      await work()
    } catch (thrown) {
      if (!(thrown instanceof Killed)) throw thrown
    }
    this.killAt = null
    this.restart()
  }

  /** As after closing: nothing is remembered that isn't in the database. */
  restart(): void {
    Object.assign(this.host, { ids: this.#ids() })
    this.scheduler = this.#start()
    this.unit((unit) => settleInterrupted(this.host, unit))
  }

  /** JNL-03: empty when the journal gives the same decision tables. */
  replay(): Difference[] {
    const tables = [...(reviews.decisionTables ?? []), ...schedulerTables]
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
        if (this.mailDown) return 0
        const { claimed, changed } = this.unit((unit) => claimNext(this.host, unit))
        if (claimed === null) return changed
        const { key, template } = claimed.row
        const { subject, text, html } = claimed.view
        this.sent.push({ key, template, at: this.now, subject, text, html })
        this.unit((unit) => settle(unit, claimed.row.id, { outcome: 'handed', code: '250' }, null))
        return changed + 1
      },
    }
  }
}
