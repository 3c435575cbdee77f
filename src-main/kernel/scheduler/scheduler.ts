import type { Clock } from '../clock'
import type { ReadDb } from '../database'
import { record } from '../journal'
import { runUnit, SCHEDULER, type UnitHost } from '../unit'
import { doubtClock, type LastRun } from './clock-check'
import { clockDoubted, WORKSPACE_ENTITY } from './events'
import { nextRetry } from './failures'
import { sweepGroup } from './sweep'
import type { Courier, DueItem, StepReport, Task } from './task'

export interface Scheduler {
  /** SCH-01: does what is due now, hands over what follows, until nothing more is due. Calls at the same time share one run. */
  tick(): Promise<StepReport[]>
  /** The next due time of anything (ms UTC); null when nothing lies ahead. */
  next(after: number): number | null
  /** The same, named; `item` is null where mail or directives are handed over. */
  upcoming(db: ReadDb, after: number): { at: number; feature: string; item: DueItem | null } | null
  readonly running: boolean
  /** The last steps done, newest first. */
  readonly recent: readonly StepReport[]
  /** Resolves when no run is under way. */
  idle(): Promise<void>
  /** Simulations: the desk counts as having run until `at` (ms UTC); a step-by-step move is no long gap (SCH-03). */
  runThrough(at: number): void
  /** Stops after the group in hand. */
  stop(): void
}

export interface SchedulerHost extends UnitHost {
  readonly clock: Clock
  /** False while an all-or-nothing import holds the database. */
  mayWrite(): boolean
}

const KEEP_RECENT = 50
/** A chain of steps that all fall due at once ends; one that never ends is a defect that must show. */
const MOST_ROUNDS = 100_000

export function makeScheduler(host: SchedulerHost, tasks: readonly Task[], couriers: readonly Courier[]): Scheduler {
  const stopping = new AbortController()
  const recent: StepReport[] = []
  let current: Promise<StepReport[]> | null = null

  const run = async (): Promise<StepReport[]> => {
    const done: StepReport[] = []
    if (!host.mayWrite()) return done
    noteRun(host)
    for (let round = 0; round < MOST_ROUNDS && !stopping.signal.aborted && host.mayWrite(); round += 1) {
      // Asked before every group: a pause takes hold at once.
      if (isPaused(host.db)) return done
      const steps = sweepGroup(host, tasks, { now: host.clock.now(), reversibleOnly: isClockDoubted(host.db) })
      if (steps !== null) {
        done.push(...steps)
        recent.unshift(...[...steps].reverse())
        recent.length = Math.min(recent.length, KEEP_RECENT)
        await breathe()
        continue
      }
      let handed = 0
      for (const courier of couriers) handed += await courier.dispatch(stopping.signal)
      if (handed === 0) return done
    }
    return done
  }

  return {
    tick() {
      current ??= run().finally(() => {
        current = null
      })
      return current
    },
    next(after) {
      const times = [...tasks, ...couriers].map((source) => source.nextDue(host.db, after))
      times.push(nextRetry(host.db, after))
      const known = times.filter((time): time is number => time !== null)
      return known.length === 0 ? null : Math.min(...known)
    },
    upcoming(db, after) {
      let first: { at: number; feature: string; task: Task | null } | null = null
      const offer = (at: number | null, feature: string, task: Task | null): void => {
        if (at !== null && (first === null || at < first.at)) first = { at, feature, task }
      }
      for (const task of tasks) if (task.quiet !== true) offer(task.nextDue(db, after), task.feature, task)
      for (const courier of couriers) offer(courier.nextDue(db, after), courier.name, null)
      return first === null ? null : named(db, first)
    },
    get running() {
      return current !== null
    },
    recent,
    async idle() {
      while (current !== null) await current.catch(() => undefined)
    },
    runThrough(at) {
      host.db.run('UPDATE scheduler_run SET last_run_at = ?, last_uptime = ?', at, at)
    },
    stop: () => stopping.abort(),
  }
}

function named(
  db: ReadDb,
  { at, feature, task }: { at: number; feature: string; task: Task | null },
): { at: number; feature: string; item: DueItem | null } {
  return { at, feature, item: task?.due(db, { now: at, limit: 1, reversibleOnly: false })[0] ?? null }
}

/** Lets queries in between two groups. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function noteRun(host: SchedulerHost): void {
  const now = host.clock.now()
  const last = host.db.get<LastRun>('SELECT last_run_at AS at, last_uptime AS uptime, boot FROM scheduler_run') ?? null
  const doubt = doubtClock(last, now, host.clock.uptime(), host.clock.boot)
  if (doubt === null || isClockDoubted(host.db)) {
    writeRun(host, now)
    return
  }
  runUnit(host, { now, actor: SCHEDULER }, (unit) => {
    record(unit, clockDoubted, { entity: WORKSPACE_ENTITY, account: null, version: 1, rule: 'SCH-03', body: doubt })
    writeRun(host, now)
    unit.changed('scheduler', 'limits')
  })
}

function writeRun(host: SchedulerHost, now: number): void {
  host.db.run(
    'INSERT OR REPLACE INTO scheduler_run (only, last_run_at, last_uptime, boot) VALUES (1, ?, ?, ?)',
    now,
    host.clock.uptime(),
    host.clock.boot,
  )
}

/** SCH-05 */
export function isPaused(db: ReadDb): boolean {
  return db.get('SELECT 1 FROM scheduler_pause') !== undefined
}

/** SCH-03: restriction, upgrade and erasure wait for an admin. */
export function isClockDoubted(db: ReadDb): boolean {
  return db.get('SELECT 1 FROM clock_check') !== undefined
}
