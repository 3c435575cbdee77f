import { defineEvent, type EventDefinition } from '@kernel/journal/index'
import type { LimitCase } from './case'
import { loadCase, updateCase } from './store'

/**
 * Every decision on a case. Each says all it changes in its body (JNL-03) and how the case evolves, as a pure function: the live desk,
 * the replay and the dry run of LIM-13 share it. `due` is when the scheduler looks at the case next.
 */
export interface CaseEvent<Body> {
  readonly definition: EventDefinition<Body>
  evolve(limitCase: LimitCase, body: Body, at: number): LimitCase
}

/** The case being decided on, as it was just read: a sweep needn't read it again. `updateCase` asserts that it is the stored one. */
let inHand: LimitCase | null = null

export function withInHand<T>(limitCase: LimitCase, work: () => T): T {
  inHand = limitCase
  try {
    return work()
  } finally {
    inHand = null
  }
}

type Shape = Parameters<typeof defineEvent>[0]['body']
type BodyOf<S extends Shape> = ReturnType<ReturnType<typeof defineEvent<S>>['schema']['parse']>

export function caseEvent<S extends Shape>(
  kind: string,
  body: S,
  evolve: (limitCase: LimitCase, body: BodyOf<S> & { due?: number | null }, at: number) => LimitCase,
): CaseEvent<BodyOf<S>> {
  const evolved = (limitCase: LimitCase, values: BodyOf<S>, at: number): LimitCase => {
    const given = values as BodyOf<S> & { due?: number | null }
    const next = evolve(limitCase, given, at)
    return given.due === undefined ? next : { ...next, dueAt: given.due }
  }
  const definition = defineEvent({
    kind,
    body,
    apply: (db, event) => {
      const limitCase = inHand?.id === event.entity && inHand.version === event.version - 1 ? inHand : loadCase(db, event.entity)
      if (limitCase !== null) updateCase(db, limitCase, { ...evolved(limitCase, event.body as BodyOf<S>, event.at), version: event.version })
    },
  })
  return { definition, evolve: evolved }
}
