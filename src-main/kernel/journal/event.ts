import * as z from 'zod'
import type { WriteDb } from '../database'
import type { BodyField } from './fields'

export type Detail = Record<string, unknown>

/** An event as replay and live code apply it: all it changes is in here. */
export interface AppliedEvent<Body> {
  readonly id: string
  readonly at: number
  /** Operator uuid, `scheduler` or `feed`. */
  readonly actor: string
  readonly entity: string
  readonly account: string | null
  readonly version: number
  readonly rule: string
  readonly body: Body
  /** Null: there was none, or it was erased. */
  readonly detail: Detail | null
}

export interface EventDefinition<Body = unknown> {
  readonly kind: string
  readonly schema: { parse(value: unknown): Body }
  /** The only writer of the decision tables it names. Reads no facts. */
  apply(db: WriteDb, event: AppliedEvent<Body>): void
}

/** Declares a kind of decision: what its body holds and what it changes. */
export function defineEvent<Shape extends Record<string, BodyField>>(definition: {
  kind: string
  body: Shape
  apply?: (db: WriteDb, event: AppliedEvent<z.output<z.ZodObject<Shape>>>) => void
}): EventDefinition<z.output<z.ZodObject<Shape>>> {
  return {
    kind: definition.kind,
    schema: z.strictObject(definition.body) as unknown as { parse(value: unknown): z.output<z.ZodObject<Shape>> },
    apply: definition.apply ?? (() => undefined),
  }
}

/** Registered kinds by name. @throws when a kind is declared twice. */
export type EventRegistry = ReadonlyMap<string, EventDefinition>

export function eventRegistry(definitions: readonly EventDefinition[]): EventRegistry {
  const registry = new Map<string, EventDefinition>()
  for (const definition of definitions) {
    if (registry.has(definition.kind)) throw new Error(`event kind declared twice: ${definition.kind}`)
    registry.set(definition.kind, definition)
  }
  return registry
}
