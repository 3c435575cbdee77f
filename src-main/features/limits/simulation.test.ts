import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR, instantOf, inWindow, localDate } from '@kernel/calendar/index'
import { approve, endPause, pause, restart } from './commands'
import { dryRun } from './dry-run'
import { casesOfAccount } from './queries'
import { upgradeOptions } from './usage'
import { loadFacts } from './facts'
import { loadOpenCase } from './store'
import { LimitsDesk, OPERATOR, PERMANENT, TEMPORARY, UNKNOWN } from './testing/limits-desk'

/** A failing run prints its seed and path: `fc.assert(…, { seed, path })` replays it. REEVE_LONG raises the numbers. */
const numRuns = process.env['REEVE_LONG'] === undefined ? 40 : 1500
const DAY = 24 * HOUR
const WINDOW = { from: 540, to: 1020 }

/** Beginnings shortly before a change of clocks, a leap day, a day that never was. */
const STARTS: readonly (readonly [zones: readonly string[], date: string])[] = [
  [['Europe/Berlin', 'America/New_York', 'Asia/Tokyo'], '2026-11-24'],
  [['Europe/Berlin', 'Europe/London', 'Africa/Casablanca'], '2026-03-27'],
  [['America/New_York', 'America/Santiago', 'Antarctica/Troll'], '2026-10-30'],
  [['Australia/Lord_Howe', 'Pacific/Chatham', 'Pacific/Auckland'], '2026-04-03'],
  [['Pacific/Apia', 'Pacific/Fakaofo', 'Pacific/Honolulu'], '2011-12-28'],
  [['Asia/Kathmandu', 'America/Caracas', 'UTC'], '2028-02-27'],
]

const PLANS = ['free', 'startup', 'webinar', 'unlimited'] as const
const who = fc.nat(2)
const used = fc.constantFrom(0, 2000, 2001, 2600, 5000, 5001, 7000, 10_001, 30_000)

type Action =
  | { do: 'use'; who: number; used: number; campaigns: number | null }
  | { do: 'plan'; who: number; plan: (typeof PLANS)[number] }
  | { do: 'flag'; who: number; name: 'trial' | 'consumer' | 'upgrade_consent'; on: boolean }
  | { do: 'run' | 'sleep'; hours: number }
  | { do: 'clock'; hours: number }
  | { do: 'kill'; hours: number; write: number }
  | { do: 'confirm' }
  | { do: 'mail'; pattern: number[] }
  | { do: 'bounce'; nth: number; permanent: boolean }
  | { do: 'address'; who: number; n: number }
  | { do: 'person'; says: 'delivered' | 'again' }
  | { do: 'pause'; who: number; days: number }
  | { do: 'end_pause' | 'approve' | 'restart'; who: number }
  | { do: 'price'; minor: number }
  | { do: 'gone'; who: number; gone: boolean }
  | { do: 'login'; who: number }

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 14, arbitrary: fc.record({ do: fc.constant('run' as const), hours: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('use' as const), who, used, campaigns: fc.option(fc.constantFrom(0, 4, 11)) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('sleep' as const), hours: fc.integer({ min: 1, max: 20 * 24 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('plan' as const), who, plan: fc.constantFrom(...PLANS) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('clock' as const), hours: fc.integer({ min: -72, max: 72 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('mail' as const), pattern: fc.array(fc.nat(9), { minLength: 1, maxLength: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('person' as const), says: fc.constantFrom('delivered' as const, 'again' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('kill' as const), hours: fc.integer({ min: 1, max: 60 }), write: fc.integer({ min: 1, max: 60 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('confirm' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('flag' as const),
      who,
      name: fc.constantFrom('trial' as const, 'consumer' as const, 'upgrade_consent' as const),
      on: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('bounce' as const), nth: fc.nat(8), permanent: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('address' as const), who, n: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pause' as const), who, days: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('end_pause' as const, 'approve' as const, 'restart' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('price' as const), minor: fc.constantFrom(4700, 4900) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('gone' as const), who, gone: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('login' as const), who }) },
)
const scenario = fc.record({
  start: fc.constantFrom(...STARTS),
  hour: fc.integer({ min: 0, max: 23 }),
  actions: fc.array(action, { minLength: 5, maxLength: 80, size: 'max' }),
})

const OUTCOMES = [{ outcome: 'handed', code: '250' }, TEMPORARY, PERMANENT, UNKNOWN] as const
const outcomeOf = (n: number): (typeof OUTCOMES)[number] => OUTCOMES[n < 6 ? 0 : n - 6] as (typeof OUTCOMES)[number]

class Simulation {
  readonly desk: LimitsDesk
  readonly accounts: string[]
  /** Keys of which a person said that they were delivered: that counts, be it true or not (MSG-01). */
  readonly vouched = new Set<string>()
  /** Keys that a person had sent again. */
  readonly again = new Map<string, number>()

  constructor([zones, date]: (typeof STARTS)[number], hour: number) {
    this.desk = new LimitsDesk(instantOf(date, hour * 60, 'UTC'))
    this.accounts = zones.map((time_zone, n) =>
      this.desk.account({ time_zone, plan: PLANS[n % 3] as string, language: ['de', 'sv', 'cs'][n] as string }),
    )
    this.accounts.forEach((account, n) => this.desk.use(account, { contacts: [2500, 5600, 10_500][n] as number }))
  }

  async act(action: Action): Promise<void> {
    const { desk } = this
    const account = 'who' in action ? (this.accounts[action.who] as string) : ''
    const current = account === '' ? null : (casesOfAccount(desk.db, desk.now, account)[0] ?? null)
    const selected = current === null ? [] : [{ id: current.id, version: current.version }]
    switch (action.do) {
      case 'use':
        return void desk.use(account, { contacts: action.used, ...(action.campaigns === null ? {} : { campaigns: action.campaigns }) })
      case 'plan':
        return void desk.facts(account, { plan: action.plan })
      case 'flag':
        return void desk.facts(account, { [action.name]: action.on ? 1 : 0 })
      case 'run':
        return void (await desk.advance(desk.now + action.hours * HOUR))
      case 'sleep':
        return void (await desk.sleepUntil(desk.now + action.hours * HOUR))
      case 'clock':
        return void (await desk.setClock(desk.now + action.hours * HOUR))
      case 'kill':
        return desk.advanceKilled(desk.now + action.hours * HOUR, action.write)
      case 'confirm':
        return desk.confirmClock()
      case 'mail': {
        let turn = 0
        desk.mail = () => outcomeOf(action.pattern[(turn += 1) % action.pattern.length] as number)
        return
      }
      case 'bounce': {
        const sent = desk.sent.filter(({ template }) => template === 'limits.warning')
        const key = sent.at(-1 - (action.nth % Math.max(1, sent.length)))?.key
        return key === undefined ? undefined : desk.bounce(key, action.permanent)
      }
      case 'address':
        return void desk.facts(account, { email: `new${action.n}@example.com` })
      case 'person':
        return this.#person(action.says)
      case 'pause':
        desk.unit((unit) => pause(unit, { cases: selected, until: localDate(desk.now + action.days * DAY, 'UTC'), reason: 'A reason' }), OPERATOR)
        return
      case 'end_pause':
        desk.unit((unit) => endPause(unit, { cases: selected, reason: 'A reason' }), OPERATOR)
        return
      case 'approve':
        return this.#approve(account)
      case 'restart':
        if (current?.state === 'unreachable') desk.unit((unit) => restart(unit, { ...selected[0]!, reason: 'A reason' }), OPERATOR)
        return
      case 'price':
        return void desk.db.run(`UPDATE plan SET price_minor = ? WHERE name = 'Webinar'`, action.minor)
      case 'gone':
        return void desk.facts(account, { removed_at: action.gone ? desk.now : null })
      case 'login':
        return void desk.facts(account, { last_login_at: desk.now })
    }
  }

  #person(says: 'delivered' | 'again'): void {
    const { desk } = this
    const stuck = desk.db.get<{ key: string; state: string }>(
      `SELECT key, state FROM message WHERE state IN ('failed', 'unknown') ORDER BY id DESC LIMIT 1`,
    )
    if (stuck === undefined || (says === 'delivered' && stuck.state !== 'unknown')) return
    if (says === 'delivered') this.vouched.add(stuck.key)
    if (says === 'again') this.again.set(stuck.key, (this.again.get(stuck.key) ?? 0) + 1)
    desk.person(stuck.key, says)
  }

  #approve(account: string): void {
    const { desk } = this
    const limitCase = loadOpenCase(desk.db, account)
    const facts = limitCase === null ? null : loadFacts(desk.db, account, limitCase)
    const row = casesOfAccount(desk.db, desk.now, account)[0]
    if (limitCase?.state !== 'approval' || limitCase.approvedPlan !== null || facts === null || row?.waitsFor !== 'approval') return
    const fits = upgradeOptions(facts).find(({ excess }) => excess.length === 0)
    if (fits !== undefined)
      desk.unit(
        (unit) => approve(unit, { id: row.id, version: row.version, plan: fits.plan.id, consentRecorded: true, reason: 'A reason' }),
        OPERATOR,
      )
  }

  close(): void {
    this.desk.close()
  }
}

interface Entry {
  seq: number
  at: number
  kind: string
  entity: string
  account: string
  body: string
}

/** What must hold whatever happened. */
function check({ desk, accounts, again, vouched }: Simulation): void {
  const entries = desk.db.all<Entry>("SELECT seq, at, kind, entity, account, body FROM entry WHERE kind GLOB 'limits.*' ORDER BY seq")
  const zoneOf = (id: string): string => desk.db.get<{ zone: string }>('SELECT zone FROM limit_case WHERE id = ?', id)?.zone ?? ''
  for (const entry of entries) {
    if (entry.kind !== 'limits.restricted' && entry.kind !== 'limits.upgraded') continue
    const before = entries.filter(({ seq, entity }) => seq < entry.seq && entity === entry.entity)
    const round = before.reduce((latest, { kind, body }) => (kind === 'limits.restarted' ? (JSON.parse(body) as { round: number }).round : latest), 1)
    const handed = before
      .filter(({ kind }) => kind === 'limits.warned')
      .map(({ body }) => JSON.parse(body) as { round: number; n: number; sent: number })
      .filter((one) => one.round === round)
    const zone = zoneOf(entry.entity)
    expect(handed.map(({ n }) => n)).toEqual([1, 2, 3])
    const times = [...handed.map(({ sent }) => sent), entry.at]
    expect(new Set(times.map((time) => localDate(time, zone))).size, `${entry.kind}: four local days`).toBe(4)
    for (let n = 1; n < times.length; n += 1) expect((times[n] as number) - (times[n - 1] as number)).toBeGreaterThanOrEqual(20 * HOUR)
    expect(inWindow(entry.at, WINDOW, zone)).toBe(true)
    const [bounced] = before.filter(
      ({ kind, seq }) => kind === 'limits.warning_bounced' && seq > (before.findLast((one) => one.kind === 'limits.restarted')?.seq ?? 0),
    )
    expect(bounced, 'a warning of this round bounced').toBeUndefined()
    const warningKey = (n: number): string => `limits/${entry.entity}/${round}/warning-${n}`
    const warnedByMail = handed.every(({ n }) => vouched.has(warningKey(n)) || desk.sent.some(({ key }) => key === warningKey(n)))
    expect(warnedByMail, 'three messages left').toBe(true)
  }
  for (const account of accounts) {
    const warnings = desk.sent.filter((one) => one.account === account && one.template === 'limits.warning').sort((a, b) => a.at - b.at)
    for (let n = 0; n < warnings.length; n += 1) {
      const { key, at } = warnings[n] as (typeof warnings)[number]
      const zone = zoneOf(key.split('/')[1] as string)
      expect(inWindow(at, WINDOW, zone), `${key} outside the window`).toBe(true)
      const last = warnings[n - 1]
      if (last === undefined) continue
      expect(localDate(last.at, zone), 'two warnings on one day').not.toBe(localDate(at, zone))
      expect(at - last.at).toBeGreaterThanOrEqual(20 * HOUR)
    }
    const state = desk.db.get<{ state: string; restricted_at: number | null }>(
      'SELECT state, restricted_at FROM limit_case WHERE account = ? AND closed_at IS NULL',
      account,
    )
    expect(desk.isRestricted(account)).toBe(state?.state === 'enforced' && state.restricted_at !== null)
    const open = loadOpenCase(desk.db, account)
    const facts = loadFacts(desk.db, account, open)
    if (open !== null && facts !== null) expect(facts.usage.some(({ resource, used }) => used > (facts.plan.limits[resource] ?? Infinity))).toBe(true)
    expect(desk.notices(account)).toEqual(open === null ? [] : [open.restrictedAt === null ? 'over_limit' : 'restricted'])
    const row = desk.db.get<{ bucket: string }>('SELECT bucket FROM limit_row WHERE limit_case = ?', open?.id ?? '')
    if (open !== null) expect(row?.bucket).toBe(open.restrictedAt === null ? 'open' : 'restricted')
  }
  for (const key of new Set(desk.sent.map((one) => one.key))) {
    expect(desk.sent.filter((one) => one.key === key).length, `${key} doubled`).toBeLessThanOrEqual(1 + (again.get(key) ?? 0))
  }
  expect(desk.db.all('SELECT * FROM step_failure')).toEqual([])
}

test('LIM-04 LIM-16 LIM-17 LIM-18 never enforced without three warnings handed over on three local days, never two on one day, never a doubled message, killed anywhere', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ start, hour, actions }) => {
      const simulation = new Simulation(start, hour)
      try {
        for (const action of actions) {
          await simulation.act(action)
          await simulation.desk.tick()
        }
        check(simulation)
        expect(simulation.desk.replay()).toEqual([])
      } finally {
        simulation.close()
      }
    }),
    { numRuns },
  )
}, 3_600_000)

test('LIM-13 what then happens equals what the dry run showed', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, fc.integer({ min: 1, max: 40 }), async ({ start, hour, actions }, days) => {
      const simulation = new Simulation(start, hour)
      const { desk } = simulation
      try {
        for (const action of actions) {
          await simulation.act(action)
          await desk.tick()
        }
        desk.mail = () => ({ outcome: 'handed', code: '250' })
        const until = desk.now + days * DAY
        const shown = dryRun(desk.db, { now: desk.now, until, ids: null, limit: 5000 })
        const done = await desk.advance(until)
        const key = ({ at, step, entity, rule }: { at: number; step: string; entity: string; rule: string }): string =>
          [new Date(at).toISOString(), step, entity, rule].join(' ')
        expect(shown.steps.map(key).sort()).toEqual(done.map(key).sort())
        expect(shown.more).toBe(false)
      } finally {
        simulation.close()
      }
    }),
    { numRuns },
  )
}, 3_600_000)

test('LIM-03 LIM-07 LIM-08 with a mail system that works again, every excess comes to its end', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ start, hour, actions }) => {
      const simulation = new Simulation(start, hour)
      const { desk } = simulation
      try {
        for (const action of actions) {
          await simulation.act(action)
          await desk.tick()
        }
        desk.mail = () => ({ outcome: 'handed', code: '250' })
        desk.confirmClock()
        for (const { key } of desk.db.all<{ key: string }>(`SELECT key FROM message WHERE state IN ('failed', 'unknown')`)) desk.person(key, 'again')
        await desk.advance(desk.now + 45 * DAY)
        for (const account of simulation.accounts) {
          const limitCase = loadOpenCase(desk.db, account)
          const facts = loadFacts(desk.db, account, limitCase)
          if (limitCase === null || facts === null) continue
          if (limitCase.mode === 'restrict') expect(['enforced', 'unreachable']).toContain(limitCase.state)
          else if (limitCase.state === 'warning') expect(limitCase.round).toBeGreaterThan(1)
        }
      } finally {
        simulation.close()
      }
    }),
    { numRuns: Math.ceil(numRuns / 2) },
  )
}, 3_600_000)
