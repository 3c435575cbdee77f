import * as z from 'zod'
import { command, date, noInput, paging, query, uuid, type Page, type Total } from './define'

export interface EntryRow {
  seq: number
  id: string
  at: number
  /** Operator uuid, `scheduler` or `feed`. */
  actor: string
  actorName: string
  kind: string
  entity: string
  accountUuid: string | null
  company: string | null
  version: number
  rule: string
  before: string | null
  after: string | null
  body: Record<string, unknown>
  /** Null: there was none, or it was erased (`erased`). */
  detail: Record<string, unknown> | null
  erased: boolean
  hash: string
}

export interface VerifyResult {
  ok: boolean
  entries: number
  /** Sequence number of the first broken entry, or null (JNL-02). */
  firstBroken: number | null
  differences: { table: string; id: string; problem: string }[]
}

const journalFilter = {
  kind: z.string().max(100).nullish(),
  actor: z.string().max(64).nullish(),
  rule: z.string().max(16).nullish(),
  account: uuid.nullish(),
  from: date.nullish(),
  to: date.nullish(),
}

export const journalContract = {
  'journal.list': query<Page<EntryRow>>()('operator', z.object({ ...journalFilter, ...paging }).strict()),
  'journal.total': query<Total>()('operator', z.object(journalFilter).strict()),
  'journal.facets': query<{ kinds: string[]; actors: { id: string; name: string }[]; rules: string[] }>()('operator', noInput),
  /** Long work: progress, can be cancelled. */
  'journal.verify': command<VerifyResult>()('operator', noInput),
} as const
