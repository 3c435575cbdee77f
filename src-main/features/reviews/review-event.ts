import type { WriteDb } from '@kernel/database/index'
import { defineEvent, record, type AppliedEvent, type Detail, type EventDefinition } from '@kernel/journal/index'
import type { Unit } from '@kernel/unit'
import type { Review } from './review'
import { loadReview, updateReview } from './store'

/**
 * Every decision on a review. Its body says all it changes (JNL-03); how the review evolves is a pure function, the same in the live
 * desk and in the replay.
 */
export interface ReviewEvent<Body> {
  readonly definition: EventDefinition<Body>
  evolve(review: Review, body: Body, at: number): Review
}

type Shape = Parameters<typeof defineEvent>[0]['body']
type BodyOf<S extends Shape> = ReturnType<ReturnType<typeof defineEvent<S>>['schema']['parse']>

/** `also`: what changes beside the review itself: its decisions, the group's standing. */
export function reviewEvent<S extends Shape>(
  kind: string,
  body: S,
  evolve: (review: Review, body: BodyOf<S>, at: number) => Review,
  also?: (db: WriteDb, event: AppliedEvent<BodyOf<S>>, before: Review, after: Review) => void,
): ReviewEvent<BodyOf<S>> {
  const definition = defineEvent({
    kind,
    body,
    apply: (db, event) => {
      const before = loadReview(db, event.entity)
      if (before === null) throw new Error('no such review')
      const after = { ...evolve(before, event.body as BodyOf<S>, event.at), version: event.version }
      updateReview(db, before, after)
      also?.(db, event as AppliedEvent<BodyOf<S>>, before, after)
    },
  })
  return { definition, evolve }
}

/** Journals one decision on a review and answers the review after it. */
export function note<Body>(unit: Unit, review: Review, event: ReviewEvent<Body>, rule: string, body: Body, detail: Detail | null = null): Review {
  const after = { ...event.evolve(review, body, unit.now), version: review.version + 1 }
  const { id: entity, account } = review
  record(unit, event.definition, { entity, account, version: after.version, rule, body, before: review.state, after: after.state, detail })
  return after
}
