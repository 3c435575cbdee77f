import type { Topic } from '@contract/wire'
import type { Catalog } from './catalog'
import type { Clock } from './clock'
import type { Database, ReadDb } from './database'
import type { Ids } from './ids'
import type { Sessions } from './access/session'
import type { Actor, Unit } from './unit'
import type { EventDefinition, DecisionTable } from './journal'
import type { Scheduler } from './scheduler/scheduler'
import type { StepReport } from './scheduler/task'

/** Secrets live in the system's keychain, or in memory where there is none; never in the database. */
export interface Secrets {
  get(name: string): string | null
  set(name: string, value: string | null): void
  /** False: secrets are forgotten when the desk stops. */
  readonly kept: boolean
}

export interface WorkspaceTraits {
  /** Absolute path. */
  readonly folder: string
  readonly simulation: boolean
  readonly demo: boolean
}

/** What an open workspace offers to handlers that need more than their transaction. */
export interface Services {
  readonly workspace: WorkspaceTraits
  readonly clock: Clock
  /** The workstation's own clock, in a simulation too: signing in and idling are about people. */
  readonly wall: Clock
  readonly ids: Ids
  readonly catalog: Catalog
  readonly events: readonly EventDefinition[]
  readonly decisionTables: readonly DecisionTable[]
  readonly secrets: Secrets
  readonly sessions: Sessions
  readonly scheduler: Scheduler
  readonly db: Database
  /** Reads the last commit, also while a long transaction is open on `db`. */
  readonly reader: ReadDb
  /** One transaction. */
  unit<T>(actor: Actor, work: (unit: Unit) => T, commandId?: string | null): T
  /** While `work` runs, no other command, tick or import writes; queries read the last commit (all-or-nothing imports). */
  exclusively<T>(work: () => Promise<T>): Promise<T>
  publish(topics: readonly Topic[]): void
  /** Simulation workspaces only, else null: moves the clock step by step until then (ms UTC). */
  readonly advance: ((until: number, onStep?: (steps: readonly StepReport[]) => void, signal?: AbortSignal) => Promise<StepReport[]>) | null
}
