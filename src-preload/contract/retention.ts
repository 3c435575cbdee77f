import * as z from 'zod'
import { command, date, instant, paging, query, reason, uuid, type Page } from './define'
import type { Explanation } from './scheduler'

/** CAN-02: why a customer leaves, for statistics. */
export const LEAVING_REASONS = [
  'price',
  'missing_feature',
  'too_complicated',
  'other_provider',
  'no_need',
  'service',
  'business_closed',
  'other',
] as const

export const CANCELLATION_STATES = ['requested', 'cancelled', 'withdrawn', 'lapsed', 'ended', 'reopened'] as const
export type CancellationState = (typeof CANCELLATION_STATES)[number]

export const PURGE_GROUNDS = ['cancelled', 'inactive'] as const
export type PurgeGround = (typeof PURGE_GROUNDS)[number]
export const PURGE_STATES = ['planned', 'held', 'approval', 'done', 'dropped'] as const
export type PurgeState = (typeof PURGE_STATES)[number]

export interface CancellationView {
  id: string
  version: number
  state: CancellationState
  way: 'full' | 'trial'
  reason: string
  requestedAt: number
  /** The last day with access. */
  lastDay: string
  contactName: string | null
}

/** CAN-02, step 1: what would be lost, who may ask, and when. */
export interface CancellationCheck {
  accountUuid: string
  way: 'full' | 'trial'
  paid: boolean
  holds: { contacts: number; groups: number; people: number; resources: { resource: string; used: number }[] }
  settingsContacts: { id: string; contactId: string; name: string }[]
  /** Null: the end of the billing cycle isn't known. */
  lastDay: string | null
  eraseOn: string | null
  current: CancellationView | null
}

export interface LegalHoldView {
  id: string
  since: number
  until: string
  by: string
  reason: string | null
}

export interface PurgeRow {
  /** Null: a candidate nobody has proposed yet. */
  id: string | null
  accountUuid: string
  accountId: string
  company: string
  ground: PurgeGround
  state: PurgeState
  dueAt: number
  announcedAt: number | null
  why: Explanation | null
  holds: LegalHoldView[]
  proposedBy: string | null
}

export interface ForeseenStep {
  at: number
  feature: string
  step: string
  entity: string
  rule: string
}

const ofAccount = z.object({ accountUuid: uuid }).strict()
/** Who asked: a contact of the account, by internal uuid. */
const asked = { accountUuid: uuid, contact: uuid }
const box = z.boolean()

export const cancellationContract = {
  'cancellation.check': query<CancellationCheck>()('operator', ofAccount),
  /** CAN-01, CAN-02: the whole way at once; leaving it earlier leaves nothing. `meant`: a downgrade is not a cancellation (CAN-06). */
  'cancellation.cancel': command<{ id: string; state: CancellationState }>()(
    ['support', 'admin'],
    z
      .object({
        ...asked,
        meant: z.enum(['cancel', 'downgrade']),
        lossUnderstood: box,
        exportOffered: box,
        reason: z.enum(LEAVING_REASONS),
        reasonText: z.string().trim().max(2000).default(''),
        questionnaire: z
          .object({ recommend: z.number().int().min(0).max(10).nullish(), returning: box.nullish(), text: z.string().max(2000).default('') })
          .strict(),
        consent: box,
        /** Only where the platform hasn't reported a cycle's end that lies ahead. */
        cycleEnd: date.nullish(),
      })
      .strict(),
  ),
  /** CAN-01: the trial's shorter way. */
  'cancellation.cancel_trial': command<{ id: string; state: CancellationState }>()(
    ['support', 'admin'],
    z.object({ ...asked, consent: box }).strict(),
  ),
  /** CAN-01: the code of the message that went to the settings contact. */
  'cancellation.confirm': command<null>()(['support', 'admin'], z.object({ accountUuid: uuid, code: z.string().trim().min(1).max(20) }).strict()),
  /** CAN-03 */
  'cancellation.withdraw': command<null>()(['support', 'admin'], z.object({ ...asked, reason }).strict()),
  /** CAN-05 */
  'cancellation.reopen': command<null>()(['support', 'admin'], z.object({ ...asked, reason }).strict()),
} as const

export const retentionContract = {
  /** RET-08: soonest first; candidates of LIM-11 among them. */
  'retention.list': query<Page<PurgeRow>>()('operator', z.object({ state: z.enum(PURGE_STATES).nullish(), ...paging }).strict()),
  /** RET-08, LIM-13 */
  'retention.dry_run': query<{ until: number; steps: ForeseenStep[] }>()('operator', z.object({ until: instant }).strict()),
  /** RET-02 */
  'retention.hold': command<{ id: string }>()(['admin'], z.object({ accountUuid: uuid, until: date, reason }).strict()),
  'retention.release': command<null>()(['admin'], z.object({ id: uuid, reason }).strict()),
  /** RET-03: the first of two. */
  'retention.propose': command<{ id: string }>()(['support', 'admin'], z.object({ accountUuid: uuid, reason }).strict()),
  /** RET-03: the second. */
  'retention.approve': command<null>()(['support', 'admin'], z.object({ id: uuid, reason }).strict()),
  /** RET-07: the clock and what stands in the way of an answer. */
  'retention.request_check': query<{
    dueAt: number
    why: Explanation
    obstacle: 'pass_to_customer' | 'identity_unchecked' | 'extension_too_late' | null
  }>()(
    'operator',
    z
      .object({
        receivedAt: instant,
        extendedAt: instant.nullish(),
        role: z.enum(['controller', 'processor']),
        identity: z.enum(['unchecked', 'confirmed', 'doubted']),
      })
      .strict(),
  ),
} as const
