import * as z from 'zod'
import { date, uuid } from '@contract/define'
import { isZone } from '../calendar'

/**
 * What a journal body may hold (DESIGN, journal and erasure): nothing that could be personal, since a body is never erased.
 * Names, texts, platform ids, URLs and domains belong into the detail.
 */
const token = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/)
const rule = z.string().regex(/^[A-Z]{3}-\d{2}$/)
/** IANA's list is closed and public: a zone is an enum. */
const zone = z.string().max(64).refine(isZone)
const integer = z.number().int()
const flag = z.boolean()

/** Plan limits, usage and the like: resource token → whole number. */
const amounts = z.record(token, integer)

export const field = {
  uuid,
  date,
  rule,
  token,
  zone,
  integer,
  flag,
  amounts,
  oneOf: <const T extends readonly string[]>(values: T) => z.enum(values),
  list: <T extends BodyField>(item: T) => z.array(item).max(10_000),
  nullable: <T extends BodyField>(item: T) => z.nullable(item),
} as const

type Plain = typeof uuid | typeof date | typeof rule | typeof token | typeof zone | typeof integer | typeof flag | typeof amounts | z.ZodEnum
export type BodyField = Plain | z.ZodNullable<Plain> | z.ZodArray<Plain>
