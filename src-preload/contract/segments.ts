import * as z from 'zod'
import { command, instant, noInput, paging, query, reason, uuid, type Page } from './define'
import type { Explanation } from './scheduler'

/** SEG-01 */
export const HOLD_CAUSES = ['mailbox', 'crm', 'maintenance', 'invoice', 'operator'] as const
export type HoldCause = (typeof HOLD_CAUSES)[number]

/** One line of a segment's ledger (SEG-03). */
export interface HoldView {
  cause: HoldCause
  /** Internal uuid of the mailbox, CRM, invoice, maintenance window or operator's hold. */
  sourceId: string
  /** What people know it by: an address, a name, an invoice's number; null: nothing. */
  source: string | null
  since: number
  until: number | null
  releasedAt: number | null
  /** An operator's reason, or the maintenance's text. */
  reason: string | null
  /** SEG-05: the ground has gone, an operator's click is awaited. */
  click: boolean
}

export interface SegmentRow {
  id: string
  segmentId: string
  name: string
  accountUuid: string
  accountId: string
  company: string
  mailbox: string | null
  wanted: boolean
  /** SEG-03: wanted, not held, and the account may run segments. */
  active: boolean
  contacts: number | null
  /** Open ones. */
  holds: HoldView[]
}

export interface SegmentView extends SegmentRow {
  /** SEG-08: the whole ledger, newest first. */
  timeline: (HoldView & { placedBy: string; releasedBy: string | null })[]
}

export interface ConnectionView {
  id: string
  kind: 'mailbox' | 'crm'
  platformId: string
  name: string
  connected: boolean
  changedAt: number
  reason: string | null
  holds: boolean
  /** SEG-05: what its segments wait for. */
  waitsFor: 'reconnection' | 'sync' | 'click' | null
  lastSync: { startedAt: number; finishedAt: number | null; newlyBlocked: number | null } | null
  newlyBlocked: number | null
}

export interface InvoiceView {
  id: string
  invoiceId: string
  number: string
  amountMinor: number
  outstandingMinor: number
  currency: string
  dueOn: string
  disputed: boolean
  /** SEG-07: 1 segments, 2 the whole account. */
  stage: 0 | 1 | 2
  /** When it climbs next, and how that came about; null: it doesn't. */
  climbs: Explanation | null
}

export interface WindowView {
  id: string
  version: number
  state: 'planned' | 'running' | 'over' | 'cancelled'
  startsAt: number
  endsAt: number
  /** From when on customers are told. */
  toldFrom: number
  emergency: boolean
  segments: number
  accounts: number
  text: string | null
}

/** SEG-08: exactly what a command would do. */
export interface SegmentPreview {
  /** Give it with the command: when something changed meanwhile, nothing is done. */
  fingerprint: string
  segments: number
  /** Segments that stop, or run again. */
  changes: { id: string; segmentId: string; name: string; company: string; activeBefore: boolean; activeAfter: boolean; left: HoldCause[] }[]
  /** More segments than are listed. */
  more: boolean
  /** One message to each account. */
  messages: { accountUuid: string; accountId: string; company: string; template: string }[]
}

export interface SegmentSettings {
  /** SEG-06 */
  noticeHours: number
  /** SEG-07: days overdue. */
  segmentDays: number
  accountDays: number
  /** SEG-05: causes after which an operator's click is asked for. */
  clicks: HoldCause[]
}

const id = z.string().min(1).max(128)
/** Platform ids or internal uuids; what any of them names is chosen. */
export const segmentSelection = z
  .object({
    segments: z.array(id).min(1).max(10_000).optional(),
    accounts: z.array(id).min(1).max(10_000).optional(),
    mailboxes: z.array(id).min(1).max(10_000).optional(),
    /** Every segment there is. */
    all: z.literal(true).optional(),
  })
  .strict()
export type SegmentSelection = z.output<typeof segmentSelection>

const fingerprint = z.string().max(64).nullish()
const windowTarget = { id: uuid, version: z.number().int().min(0) }
const who = ['support', 'admin'] as const

export const segmentsContract = {
  'segments.list': query<Page<SegmentRow>>()(
    'operator',
    z.object({ accountUuid: uuid.nullish(), cause: z.enum(HOLD_CAUSES).nullish(), ...paging }).strict(),
  ),
  'segments.get': query<SegmentView>()('operator', z.object({ id: uuid }).strict()),
  /** SEG-08: the health of an account's connections, and its unpaid invoices. */
  'segments.connections': query<{ connections: ConnectionView[]; invoices: InvoiceView[]; chosen: string[] }>()(
    'operator',
    z.object({ accountUuid: uuid }).strict(),
  ),
  'segments.preview': query<SegmentPreview>()('operator', z.object({ act: z.enum(['hold', 'release']), selection: segmentSelection }).strict()),
  /** SEG-01: by hand; the customer reads the reason. `until` is the expected end, no more. */
  'segments.hold': command<{ held: number; messages: number }>()(
    who,
    z.object({ selection: segmentSelection, reason, until: instant.nullish(), fingerprint }).strict(),
  ),
  /** Lifts what operators held, and nothing else. */
  'segments.release': command<{ released: number; messages: number }>()(who, z.object({ selection: segmentSelection, reason, fingerprint }).strict()),
  /** SEG-05: the click that the policy asks for; `source` as `list segments` names it. */
  'segments.confirm_release': command<{ released: number }>()(who, z.object({ source: id, reason }).strict()),
  /** SEG-04 */
  'segments.switch_on': command<null>()(who, z.object({ segment: id }).strict()),
  /** SEG-07: the segments that unpaid invoices stop first; an empty list: all. */
  'segments.choose_for_invoices': command<null>()(who, z.object({ account: id, segments: z.array(id).max(10_000), reason }).strict()),
  'segments.windows': query<Page<WindowView>>()('operator', z.object({ ...paging }).strict()),
  /** SEG-06: `emergency` says why there is no advance notice; `text` is what customers read. */
  'segments.plan_maintenance': command<{ id: string; segments: number; accounts: number }>()(
    who,
    z
      .object({
        selection: segmentSelection,
        startsAt: instant,
        endsAt: instant,
        text: z.string().trim().max(2000).nullish(),
        emergency: reason.nullish(),
      })
      .strict(),
  ),
  /** A later end, or an earlier one. */
  'segments.extend_maintenance': command<null>()(who, z.object({ ...windowTarget, endsAt: instant, reason }).strict()),
  'segments.end_maintenance': command<null>()(who, z.object({ ...windowTarget, reason }).strict()),
  'segments.cancel_maintenance': command<null>()(who, z.object({ ...windowTarget, reason }).strict()),
  'segments.settings': query<SegmentSettings>()('operator', noInput),
  'segments.set_settings': command<null>()(
    ['admin'],
    z
      .object({
        noticeHours: z.number().int().min(0).max(720),
        segmentDays: z.number().int().min(1).max(365),
        accountDays: z.number().int().min(2).max(730),
        clicks: z.array(z.enum(HOLD_CAUSES)).max(5),
      })
      .strict(),
  ),
} as const
