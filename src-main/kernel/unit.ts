import type { Role } from '@contract/define'
import type { Topic } from '@contract/wire'
import type { Catalog } from './catalog'
import type { Database, WriteDb } from './database'
import type { Ids } from './ids'

export type Actor =
  | { readonly kind: 'operator'; readonly id: string; readonly name: string; readonly roles: readonly Role[] }
  | { readonly kind: 'scheduler' }
  | { readonly kind: 'feed' }

export const SCHEDULER: Actor = { kind: 'scheduler' }
export const FEED: Actor = { kind: 'feed' }

/** One unit of work: one transaction, or one savepoint in a group. Nothing awaits inside. */
export interface Unit {
  readonly db: WriteDb
  /** ms UTC; stays the same throughout the unit. */
  readonly now: number
  readonly actor: Actor
  readonly ids: Ids
  readonly commandId: string | null
  readonly catalog: Catalog
  /** What open screens refetch once this is committed. */
  changed(...topics: readonly Topic[]): void
  /** Memory changes only after the commit; a rollback drops it. */
  afterCommit(action: () => void): void
}

export interface UnitHost {
  readonly db: Database
  readonly ids: Ids
  readonly catalog: Catalog
  publish(topics: readonly Topic[]): void
}

export interface UnitOptions {
  now: number
  actor: Actor
  commandId?: string | null
}

/** Runs `work` in one transaction; publishes and acts after the commit. @throws what `work` throws, with nothing changed. */
export function runUnit<T>(host: UnitHost, options: UnitOptions, work: (unit: Unit) => T): T {
  const topics = new Set<Topic>()
  const actions: (() => void)[] = []
  const unit = makeUnit(host, options, topics, actions)
  const result = host.db.transaction(() => work(unit))
  for (const action of actions) action()
  if (topics.size > 0) host.publish([...topics])
  return result
}

/** A part of a unit that fails alone: its own savepoint, its own topics and actions. @throws what `work` throws */
export function runStep<T>(host: UnitHost, outer: Unit, options: UnitOptions, work: (unit: Unit) => T): T {
  const topics = new Set<Topic>()
  const actions: (() => void)[] = []
  const result = host.db.transaction(() => work(makeUnit(host, options, topics, actions)))
  outer.changed(...topics)
  for (const action of actions) outer.afterCommit(action)
  return result
}

function makeUnit(host: UnitHost, options: UnitOptions, topics: Set<Topic>, actions: (() => void)[]): Unit {
  return {
    db: host.db,
    now: options.now,
    actor: options.actor,
    ids: host.ids,
    commandId: options.commandId ?? null,
    catalog: host.catalog,
    changed: (...changed) => {
      for (const topic of changed) topics.add(topic)
    },
    afterCommit: (action) => void actions.push(action),
  }
}
