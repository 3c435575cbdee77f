import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Topic } from '@contract/wire'
import { makeSessions } from '@kernel/access/session'
import { serve, type Answer, type CallOptions } from '@kernel/bridge/index'
import { systemClock, type Clock } from '@kernel/clock'
import { lockFolder, migrate, openDatabase, openReader, WorkspaceProblem, type Database, type ReadDb } from '@kernel/database/index'
import { makeIds, type Ids } from '@kernel/ids'
import { makeScheduler, type StepReport } from '@kernel/scheduler/index'
import type { Secrets, Services, WorkspaceTraits } from '@kernel/services'
import { runUnit, type UnitHost } from '@kernel/unit'
import { Refusal, unavailable } from '@kernel/refusal'
import { advance } from './advance'
import { assemble } from './assemble'
import { FEATURES } from './features'
import { simulationClock, type SettableClock } from './simulation-clock'

export interface DeskOptions {
  /** Workspace folder, absolute. */
  readonly folder: string
  /** Ignored by simulation workspaces, which keep their own. */
  readonly clock?: Clock
  readonly ids?: Ids
  readonly secrets?: Secrets
  /** False: what an interruption left stays as it is; for looking only. */
  readonly resume?: boolean
}

/** The one brain behind the app, the command line, tests and benchmarks. No Electron in it. */
export interface Desk {
  readonly services: Services
  call(op: string, input: unknown, options: CallOptions): Promise<Answer>
  subscribe(listener: (topics: readonly Topic[]) => void): () => void
  tick(): Promise<StepReport[]>
  /** Simulation workspaces only: sets the clock, as after a sleep. @throws Refusal `simulation_only` */
  setClock(at: number): void
  close(): Promise<void>
}

export const DATABASE_FILE = 'reeve.db'

export function workspaceExists(folder: string): boolean {
  return existsSync(join(folder, DATABASE_FILE))
}

export function memorySecrets(): Secrets {
  const values = new Map<string, string>()
  return {
    get: (name) => values.get(name) ?? null,
    set: (name, value) => void (value === null ? values.delete(name) : values.set(name, value)),
    kept: false,
  }
}

/**
 * Opens a workspace that `createWorkspace` made.
 * @throws WorkspaceProblem `in_use`, `newer_version`, `not_ours`, `damaged`, `migration_failed`
 */
export function createDesk(options: DeskOptions): Desk {
  const { folder } = options
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const unlock = lockFolder(folder)
  const file = join(folder, DATABASE_FILE)
  let db: Database | null = null
  try {
    db = openDatabase(file)
    migrate(db, join(folder, 'backups'))
    return build(options, db, openReader(file), unlock)
  } catch (thrown) {
    db?.close()
    unlock()
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(String((thrown as { code?: unknown }).code))) throw new WorkspaceProblem('damaged')
    throw thrown
  }
}

function readTraits(db: ReadDb, folder: string): WorkspaceTraits {
  const meta = new Map(db.all<{ key: string; value: string }>('SELECT key, value FROM meta').map(({ key, value }) => [key, value]))
  if (!meta.has('workspace')) throw new WorkspaceProblem('not_ours')
  return { folder, simulation: meta.get('simulation') === '1', demo: meta.get('demo') === '1' }
}

function build(options: DeskOptions, db: Database, reader: Database, unlock: () => void): Desk {
  const workspace = readTraits(db, options.folder)
  const outside = options.clock ?? systemClock()
  const simulated: SettableClock | null = workspace.simulation ? simulationClock(db, outside.zone) : null
  const clock = simulated ?? outside
  const ids = options.ids ?? makeIds(() => clock.now())
  const assembled = assemble(FEATURES)
  const listeners = new Set<(topics: readonly Topic[]) => void>()
  const publish = (topics: readonly Topic[]): void => {
    for (const listener of listeners) listener(topics)
  }
  const hold = makeHold()
  const host: UnitHost = { db, ids, catalog: assembled.catalog, publish }

  const services: Services = {
    workspace,
    clock,
    wall: outside,
    ids,
    catalog: assembled.catalog,
    events: assembled.events,
    decisionTables: assembled.decisionTables,
    secrets: options.secrets ?? memorySecrets(),
    sessions: makeSessions(),
    get scheduler() {
      return scheduler
    },
    db,
    get reader() {
      return hold.held ? reader : db
    },
    unit: (actor, work, commandId = null) => runUnit(host, { now: clock.now(), actor, commandId }, work),
    // A hand-over in flight first notes its outcome in a transaction of its own.
    exclusively: (work) => hold.during(() => scheduler.idle().then(work)),
    publish,
    advance: simulated === null ? null : (until, onStep, signal) => advance({ scheduler, clock: simulated, publish }, until, onStep, signal),
  }
  const couriers = assembled.features.flatMap((feature) => feature.couriers?.(services) ?? [])
  const scheduler = makeScheduler({ ...host, clock, mayWrite: () => !hold.held }, assembled.tasks, couriers)
  if (options.resume !== false) for (const feature of assembled.features) feature.onOpened?.(services)

  return {
    services,
    call: (op, input, callOptions) => serve(services, assembled.handlers, op, input, { ...callOptions, mayWrite: !hold.held }),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tick: () => scheduler.tick(),
    setClock(at) {
      if (simulated === null) throw new Refusal('simulation_only')
      simulated.set(at)
      publish(['scheduler', 'limits', 'workspace'])
    },
    async close() {
      scheduler.stop()
      await scheduler.idle()
      reader.close()
      db.close()
      unlock()
    },
  }
}

/** One all-or-nothing import at a time may hold the database. */
function makeHold(): { readonly held: boolean; during<T>(work: () => Promise<T>): Promise<T> } {
  let held = false
  return {
    get held() {
      return held
    },
    async during(work) {
      if (held) throw unavailable('import_running')
      held = true
      try {
        return await work()
      } finally {
        held = false
      }
    },
  }
}
