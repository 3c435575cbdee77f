import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Catalog } from '../../catalog'
import { migrate, openDatabase, type Database } from '../../database'
import { makeIds, type Ids } from '../../ids'
import { eventRegistry } from '../../journal'
import type { Services } from '../../services'
import { runUnit, SCHEDULER, type Unit } from '../../unit'
import { settleInterrupted } from '../courier/settle'
import { outboxPersonEvents } from '../person'
import { directiveTargetSet, mailRouteSet, setMailRoute, type MailRoute } from '../settings'
import type { MessageRecord, MessageTemplate, Verdict } from '../template'

export interface TestDesk {
  readonly folder: string
  /** ms UTC; settable. */
  now: number
  services: Services
  /** What the test template answers when asked (MSG-06). */
  verdict: (message: MessageRecord) => Verdict
  /** What the template's hooks heard, in order. */
  readonly heard: { hook: 'sent' | 'failed' | 'unknown' | 'retry' | 'bounced'; key: string }[]
  /** The hook of this key's hand-over throws. */
  failHook: string | null
  unit<T>(work: (unit: Unit) => T): T
  account(email?: string, language?: string): string
  route(route: Partial<MailRoute>): void
  /** As after a crash: a new process on the same files. */
  reopen(): void
  close(): void
}

const START = Date.UTC(2026, 10, 24, 9)

/** The outbox on a real database file, with a template of its own and a clock that the test moves. */
export function testDesk(): TestDesk {
  const folder = mkdtempSync(join(tmpdir(), 'reeve-outbox-'))
  const file = join(folder, 'reeve.db')
  const secrets = new Map<string, string>()
  let db: Database = openDatabase(file)
  migrate(db, null)
  let accounts = 0
  const ids: Ids = makeIds(() => desk.now)

  const template: MessageTemplate = {
    name: 'test.letter',
    rule: 'MSG-01',
    texts: Object.fromEntries(
      ['en', 'de', 'sv', 'cs', 'nb'].map((language) => [language, { subject: `${language} {{key}}`, body: ['{{key}} for {{company}}'] }]),
    ) as never,
    check: (_db, message) => desk.verdict(message),
    data: (reader, { key, account }) => ({
      key,
      company: reader.get<{ company: string }>('SELECT company FROM account WHERE id = ?', account)?.company,
    }),
    sample: {},
    onSent(unit, { key }) {
      if (desk.failHook === key) throw new Error('hook')
      note(unit, 'sent', key)
    },
    onFailed: (unit, { key }, state) => note(unit, state, key),
    onBounced: (unit, { key }) => note(unit, 'bounced', key),
  }
  const note = (unit: Unit, hook: 'sent' | 'failed' | 'unknown' | 'retry' | 'bounced', key: string): void =>
    unit.afterCommit(() => desk.heard.push({ hook, key }))

  const catalog: Catalog = {
    events: eventRegistry([mailRouteSet, directiveTargetSet, ...outboxPersonEvents] as never),
    templates: new Map([[template.name, template]]),
    takers: new Map(),
    listeners: { accountsTouched: [], accountsForeseen: [], directiveDone: [], refused: [] },
  } as Catalog

  const host = () => ({ db, ids, catalog, publish: () => undefined })
  const open = (): Services =>
    ({
      workspace: { folder, simulation: true, demo: false },
      clock: { now: () => desk.now, uptime: () => desk.now, boot: 'test', zone: 'UTC' },
      ids,
      catalog,
      db,
      reader: db,
      secrets: { get: (name: string) => secrets.get(name) ?? null, set: (name: string, value: string) => void secrets.set(name, value), kept: false },
      unit: (actor: Unit['actor'], work: (unit: Unit) => unknown) => runUnit(host(), { now: desk.now, actor }, work),
      publish: () => undefined,
    }) as unknown as Services

  const desk: TestDesk = {
    folder,
    now: START,
    services: null as unknown as Services,
    verdict: () => ({ act: 'send' }),
    heard: [],
    failHook: null,
    unit: (work) => runUnit(host(), { now: desk.now, actor: SCHEDULER }, work),
    account(email, language = 'de') {
      accounts += 1
      const id = ids.next()
      if (accounts === 1) db.run(`INSERT INTO plan (id, name, rank, paid, limits, observed_at, version) VALUES ('p', 'Free', 0, 0, '{}', 0, 1)`)
      db.run(
        `INSERT INTO account (id, company, company_key, country, email, language, time_zone, plan, reported_plan, created_at, observed_at, version)
         VALUES (?, ?, ?, 'DE', ?, ?, 'Europe/Berlin', 'p', 'p', 0, 0, 1)`,
        id,
        `Company ${accounts}`,
        `company ${accounts}`,
        email ?? `customer${accounts}@example.org`,
        language,
      )
      db.run(`INSERT INTO external_id (kind, external, entity) VALUES ('account', ?, ?)`, `A-${accounts}`, id)
      return id
    },
    route: (route) =>
      desk.unit((unit) =>
        setMailRoute(unit, true, {
          transport: 'none',
          host: '127.0.0.1',
          port: 25,
          security: 'none',
          user: null,
          from: 'desk@example.com',
          company: 'Platform',
          ...route,
        }),
      ),
    reopen() {
      db.close()
      db = openDatabase(file)
      desk.services = open()
      desk.unit((unit) => settleInterrupted(desk.services, unit))
    },
    close() {
      db.close()
      rmSync(folder, { recursive: true })
    },
  }
  desk.services = open()
  return desk
}
