import type { Handlers } from '@kernel/bridge/index'
import type { Catalog } from '@kernel/catalog'
import type { Feature } from '@kernel/feature'
import { eventRegistry, type DecisionTable, type EventDefinition } from '@kernel/journal/index'
import type { Task } from '@kernel/scheduler/index'

export interface Assembled {
  readonly features: readonly Feature[]
  readonly handlers: Handlers
  readonly events: readonly EventDefinition[]
  readonly decisionTables: readonly DecisionTable[]
  readonly tasks: readonly Task[]
  readonly catalog: Catalog
}

/** Puts the features together. @throws when two claim the same operation, event kind or template */
export function assemble(features: readonly Feature[]): Assembled {
  const handlers: Record<string, unknown> = {}
  for (const feature of features) {
    for (const [op, handler] of Object.entries(feature.handlers ?? {})) {
      if (op in handlers) throw new Error(`operation served twice: ${op}`)
      handlers[op] = handler
    }
  }
  const events = features.flatMap((feature) => feature.events ?? [])
  const templates = new Map(features.flatMap((feature) => feature.templates ?? []).map((template) => [template.name, template]))
  return {
    features,
    handlers: handlers as Handlers,
    events,
    decisionTables: features.flatMap((feature) => feature.decisionTables ?? []),
    tasks: features.flatMap((feature) => feature.tasks ?? []),
    catalog: {
      events: eventRegistry(events),
      templates,
      takers: new Map(features.flatMap((feature) => feature.feeds ?? []).map((taker) => [taker.kind, taker])),
      listeners: {
        accountsTouched: features.flatMap((feature) => feature.listeners?.accountsTouched ?? []),
        capabilitiesChanged: features.flatMap((feature) => feature.listeners?.capabilitiesChanged ?? []),
        accountsForeseen: features.flatMap((feature) => feature.listeners?.accountsForeseen ?? []),
        refused: features.flatMap((feature) => feature.listeners?.refused ?? []),
        directiveDone: features.flatMap((feature) => feature.listeners?.directiveDone ?? []),
      },
    },
  }
}
