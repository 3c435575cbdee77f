import type { Handlers } from './bridge/handler'
import type { Listeners } from './catalog'
import type { FeedTaker } from './feeds/taker'
import type { DecisionTable, EventDefinition } from './journal'
import type { MessageTemplate } from './outbox/template'
import type { Task } from './scheduler/task'
import type { Unit } from './unit'
import type { Courier } from './scheduler/task'
import type { Services } from './services'

/** All that a feature adds to the desk; the composition root puts them together. */
export interface Feature {
  readonly name: string
  readonly events?: readonly EventDefinition[]
  readonly decisionTables?: readonly DecisionTable[]
  readonly handlers?: Handlers
  readonly feeds?: readonly FeedTaker[]
  readonly tasks?: readonly Task[]
  readonly templates?: readonly MessageTemplate[]
  readonly listeners?: Partial<Listeners>
  readonly couriers?: (services: Services) => readonly Courier[]
  /** In the transaction that makes a workspace: shipped plans, settings. */
  readonly onCreated?: (unit: Unit) => void
  /** After opening: what a crash left behind (`sending` → `unknown`, interrupted imports). */
  readonly onOpened?: (services: Services) => void
}
