import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate, openDatabase, type Database } from '../database'
import { makeIds } from '../ids'
import { record } from '../journal'
import type { Catalog } from '../catalog'
import { runUnit, SCHEDULER } from '../unit'
import {
  clockConfirmed,
  isClockDoubted,
  listFailures,
  makeScheduler,
  schedulerPaused,
  schedulerResumed,
  WORKSPACE_ENTITY,
  type Courier,
  type DueItem,
  type Scheduler,
  type Task,
} from './index'

const START = Date.UTC(2026, 10, 23, 8)
const MINUTE = 60_000
const DAY = 86_400_000

/** Work of its own: rows of `meta` are due at the time in their value, and are done once. */
interface Item extends DueItem {
  readonly key: string
}

let db: Database
let now: number
let uptime: number
let boot: string
let done: string[]
let failing: Set<string>
let scheduler: Scheduler
let couriers: Courier[]

function task(prefix: string, irreversible = false): Task<Item> {
  const rows = (until: number, limit: number): { key: string; at: number }[] =>
    db.all(
      'SELECT key, CAST(value AS INTEGER) AS at FROM meta WHERE key LIKE ? AND CAST(value AS INTEGER) <= ? ORDER BY 2, 1 LIMIT ?',
      `${prefix}%`,
      until,
      limit,
    )
  return {
    feature: prefix,
    nextDue: (reader, after) =>
      reader.get<{ at: number | null }>(
        'SELECT min(CAST(value AS INTEGER)) AS at FROM meta WHERE key LIKE ? AND CAST(value AS INTEGER) > ?',
        `${prefix}%`,
        after,
      )?.at ?? null,
    due: (_reader, query) =>
      irreversible && query.reversibleOnly ? [] : rows(query.now, query.limit).map(({ key, at }) => ({ key, step: 'do', dueAt: at })),
    carryOut(unit, { key }) {
      unit.db.run('DELETE FROM meta WHERE key = ?', key)
      unit.db.run('INSERT INTO setting (key, value) VALUES (?, ?)', key, '1')
      unit.afterCommit(() => done.push(key))
      if (failing.has(key)) throw new RangeError('personal: anna@example.com')
      return [{ at: unit.now, feature: prefix, step: 'do', entity: key, rule: 'SCH-01' }]
    },
  }
}

beforeEach(() => {
  db = openDatabase(':memory:')
  migrate(db, null)
  now = START
  uptime = 10 * DAY
  boot = 'one'
  done = []
  failing = new Set()
  couriers = []
  scheduler = made()
})
afterEach(() => db.close())

const host = () => ({ db, ids: makeIds(() => now), catalog: {} as Catalog, publish: () => undefined })
const made = (): Scheduler =>
  makeScheduler(
    {
      ...host(),
      clock: {
        now: () => now,
        uptime: () => uptime,
        get boot() {
          return boot
        },
        zone: 'UTC',
      },
      mayWrite: () => true,
    },
    [task('warn/'), task('enforce/', true)],
    couriers,
  )

const plan = (key: string, at: number): number => db.run('INSERT INTO meta (key, value) VALUES (?, ?)', key, String(at))
const pass = (ms: number): void => {
  now += ms
  uptime += ms
}
const decide = (definition: typeof schedulerPaused | typeof schedulerResumed | typeof clockConfirmed): unknown =>
  runUnit(host(), { now, actor: SCHEDULER }, (unit) =>
    record(unit, definition, { entity: WORKSPACE_ENTITY, account: null, version: 1, rule: 'SCH-05', body: {} }),
  )

describe('tick', () => {
  it('SCH-01 does what is due, oldest first across features, and nothing that isn’t', async () => {
    plan('warn/b', START - 1)
    plan('enforce/a', START - 2)
    plan('warn/c', START)
    plan('warn/later', START + 1)
    const steps = await scheduler.tick()
    expect(steps.map(({ entity }) => entity)).toEqual(['enforce/a', 'warn/b', 'warn/c'])
    expect(done).toEqual(['enforce/a', 'warn/b', 'warn/c'])
    expect(scheduler.next(now)).toBe(START + 1)
    expect(scheduler.upcoming(db, now)).toMatchObject({ at: START + 1, feature: 'warn/' })
    expect(scheduler.recent.map(({ entity }) => entity)).toEqual(['warn/c', 'warn/b', 'enforce/a'])
  })

  it('SCH-01 catches up after a sleep, once', async () => {
    await scheduler.tick()
    for (let n = 0; n < 450; n += 1) plan(`warn/${String(n).padStart(3, '0')}`, START + n * MINUTE)
    pass(DAY)
    expect(await scheduler.tick()).toHaveLength(450)
    expect(await scheduler.tick()).toEqual([])
    expect(new Set(done).size).toBe(450)
  })

  it('SCH-02 lets a failing step fail alone, shows it without personal data, and tries again later and later', async () => {
    for (const key of ['warn/a', 'warn/b', 'warn/c']) plan(key, START)
    failing.add('warn/b')
    expect((await scheduler.tick()).map(({ entity }) => entity)).toEqual(['warn/a', 'warn/c'])
    expect(done).toEqual(['warn/a', 'warn/c'])
    expect(db.get("SELECT value FROM meta WHERE key = 'warn/b'")).toBeDefined()
    expect(listFailures(db)).toEqual([
      { key: 'warn/b', feature: 'warn/', step: 'do', first_at: START, attempts: 1, next_at: START + MINUTE, code: 'internal_RangeError' },
    ])

    expect(await scheduler.tick()).toEqual([])
    expect(scheduler.next(now)).toBe(START + MINUTE)
    pass(MINUTE)
    await scheduler.tick()
    expect(listFailures(db)[0]).toMatchObject({ attempts: 2, next_at: now + 2 * MINUTE, first_at: START })
    failing.clear()
    pass(2 * MINUTE)
    expect(await scheduler.tick()).toHaveLength(1)
    expect(listFailures(db)).toEqual([])
  })

  it('SCH-02 isn’t held up by hundreds of failing steps before it', async () => {
    for (let n = 0; n < 300; n += 1) {
      plan(`warn/f${n}`, START - 1)
      failing.add(`warn/f${n}`)
    }
    plan('warn/good', START)
    expect((await scheduler.tick()).map(({ entity }) => entity)).toEqual(['warn/good'])
    expect(listFailures(db)).toHaveLength(100)
  })

  it('SCH-02 takes back a group that the disk refuses, and blames no step', async () => {
    plan('warn/a', START)
    plan('warn/full', START)
    const broken = task('warn/')
    const full = makeScheduler(
      { ...host(), clock: { now: () => now, uptime: () => uptime, boot, zone: 'UTC' }, mayWrite: () => true },
      [
        {
          ...broken,
          carryOut: (unit, item) => {
            if (item.key === 'warn/full') throw Object.assign(new Error('disk'), { code: 'SQLITE_FULL' })
            return broken.carryOut(unit, item as Item)
          },
        },
      ],
      [],
    )
    await expect(full.tick()).rejects.toThrow('disk')
    expect([done, listFailures(db)]).toEqual([[], []])
    expect(await scheduler.tick()).toHaveLength(2)
  })

  it('shares one run between calls at the same time', async () => {
    plan('warn/a', START)
    const [one, two] = await Promise.all([scheduler.tick(), scheduler.tick()])
    expect(one).toBe(two)
    expect(scheduler.running).toBe(false)
  })

  it('hands over between commits, and looks again for what that made due', async () => {
    let waiting = 2
    const inside: boolean[] = []
    const courier: Courier = {
      name: 'mail',
      nextDue: () => null,
      async dispatch() {
        inside.push(db.inTransaction)
        if (waiting === 0) return 0
        waiting -= 1
        plan(`warn/after${waiting}`, now)
        return 1
      },
    }
    couriers = [courier]
    scheduler = made()
    expect((await scheduler.tick()).map(({ entity }) => entity)).toEqual(['warn/after1', 'warn/after0'])
    expect(inside).toEqual([false, false, false])
  })
})

describe('a paused scheduler', () => {
  it('SCH-05 does nothing until it is resumed', async () => {
    plan('warn/a', START)
    decide(schedulerPaused)
    expect(await scheduler.tick()).toEqual([])
    decide(schedulerResumed)
    expect(await scheduler.tick()).toHaveLength(1)
  })

  it('SCH-05 stops between two groups of the same run', async () => {
    for (let n = 0; n < 400; n += 1) plan(`warn/${n}`, START)
    setImmediate(() => decide(schedulerPaused))
    expect(await scheduler.tick()).toHaveLength(200)
  })
})

describe('a doubted clock', () => {
  const both = (): void => {
    plan(`warn/${now}`, now)
    plan(`enforce/${now}`, now)
  }

  it('SCH-03 after running ahead lets warnings go on and holds what can’t be undone until an admin confirms', async () => {
    await scheduler.tick()
    now += 2 * 3_600_000
    both()
    expect((await scheduler.tick()).map(({ feature }) => feature)).toEqual(['warn/'])
    expect(isClockDoubted(db)).toBe(true)
    expect(db.all("SELECT body FROM entry WHERE kind = 'scheduler.clock_doubted'")).toEqual([{ body: '{"ground":"ahead","hours":2}' }])
    pass(MINUTE)
    await scheduler.tick()
    expect(db.all("SELECT 1 FROM entry WHERE kind = 'scheduler.clock_doubted'")).toHaveLength(1)
    decide(clockConfirmed)
    expect((await scheduler.tick()).map(({ feature }) => feature)).toEqual(['enforce/'])
  })

  it('SCH-03 after 35 days without a run, also across a start of the system', async () => {
    await scheduler.tick()
    now += 36 * DAY
    boot = 'two'
    uptime = 5 * MINUTE
    both()
    expect((await scheduler.tick()).map(({ feature }) => feature)).toEqual(['warn/'])
  })

  it('SCH-03 a clock set back repeats nothing and holds nothing', async () => {
    plan('warn/a', START)
    await scheduler.tick()
    now -= 3 * DAY
    uptime += MINUTE
    plan('enforce/b', now)
    expect((await scheduler.tick()).map(({ entity }) => entity)).toEqual(['enforce/b'])
    now += 3 * DAY - MINUTE
    uptime += 3 * DAY
    expect(await scheduler.tick()).toEqual([])
    expect(isClockDoubted(db)).toBe(false)
  })
})
