import * as z from 'zod'
import type { Role } from './constants'

export { LANGUAGES, ROLES, type Language, type Role } from './constants'

/**
 * Who may call an operation. `public` works before sign-in, `operator` needs any signed-in operator,
 * a list needs one of those roles. The desk checks this where the operation runs.
 */
export type Audience = 'public' | 'operator' | readonly Role[]

export interface Operation<I extends z.ZodType = z.ZodType, O = unknown, K extends 'query' | 'command' = 'query' | 'command'> {
  readonly kind: K
  readonly input: I
  readonly who: Audience
  /** Phantom: carries the output type, never a value. */
  readonly output?: O
}

/** Reads only; may be repeated freely. */
export function query<O>() {
  return <I extends z.ZodType>(who: Audience, input: I): Operation<I, O, 'query'> => ({ kind: 'query', input, who })
}

/** Decides something. The same command id again returns the first answer. */
export function command<O>() {
  return <I extends z.ZodType>(who: Audience, input: I): Operation<I, O, 'command'> => ({ kind: 'command', input, who })
}

export type InputOf<T> = T extends Operation<infer I, unknown> ? z.input<I> : never
export type ParsedInputOf<T> = T extends Operation<infer I, unknown> ? z.output<I> : never
export type OutputOf<T> = T extends Operation<z.ZodType, infer O> ? O : never

/** An internal uuid, lower case. */
export const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
/** An instant: whole milliseconds since 1970 UTC. */
export const instant = z.number().int()
/** A calendar date, `YYYY-MM-DD`. */
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** What a person wrote as a reason. */
export const reason = z.string().trim().min(3).max(2000)
export const noInput = z.object({}).strict()

/** Keyset paging: `cursor` is opaque and comes from the page before. */
export const paging = {
  cursor: z.string().max(2000).nullish(),
  limit: z.number().int().min(1).max(500).default(100),
}

export interface Page<Row> {
  rows: Row[]
  /** Null on the last page. */
  cursor: string | null
}

/** A count that is exact up to 10,000; above, `atLeast` is true (DSK-03). */
export interface Total {
  count: number
  atLeast: boolean
}

/**
 * "Select all matching" as a stored filter plus exclusions, never a list of a million ids.
 * `previewed` is the version each row had when the person looked (LIM-13): rows changed since are left out and listed.
 */
export const idSelection = z
  .array(z.object({ id: uuid, version: z.number().int().min(0) }).strict())
  .min(1)
  .max(10_000)
