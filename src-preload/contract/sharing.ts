import * as z from 'zod'
import { command, paging, query, reason, uuid, type Page } from './define'

/** SHR-01, SHR-04, CAP-03, CAP-04: everything that must hold for a setup to share. */
export const CONDITIONS = [
  'sender_open',
  'receiver_open',
  'sender_addon',
  'receiver_addon',
  'same_team',
  'sender_not_held',
  'receiver_may_import',
  'receiver_acceptance',
  'sender_strategy_personal',
  'sender_link',
  'target_strategy',
  'target_group',
  'own_terms',
  'company_data',
] as const
export type ConditionName = (typeof CONDITIONS)[number]

/** SHR-02, in order. */
export const SETUP_STEPS = ['addons', 'acceptance', 'automation', 'document'] as const
export type SetupStepName = (typeof SETUP_STEPS)[number]

export const SETUP_STATES = ['draft', 'active', 'paused', 'ended'] as const
export type SetupState = (typeof SETUP_STATES)[number]

export const DELIVERY_STATES = ['delivered', 'quarantined', 'refused', 'recalled', 'erased'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** SHR-05, SHR-06, SHR-09: why a lead wasn't delivered, or waits for a person. */
export const DELIVERY_REASONS = [
  'not_active',
  'clicked_in_pause',
  'lead_erased',
  'opted_out',
  'sender_blocklist',
  'receiver_blocklist',
  'link_scanner',
  'burst',
  'found_false',
] as const
export type DeliveryReason = (typeof DELIVERY_REASONS)[number]

export type Party = 'sender' | 'receiver' | 'both'

export interface Condition {
  name: ConditionName
  step: SetupStepName
  met: boolean
  /** Who must do something about it; what is a sentence of the condition's name. */
  who: Party
}

export interface CompanyField {
  party: 'sender' | 'receiver'
  field: 'company' | 'registration_no' | 'street' | 'city' | 'postal_code' | 'email' | 'phone'
  problem: 'missing' | 'invalid'
}

export interface SmsCheck {
  encoding: 'gsm7' | 'ucs2'
  /** As a reader counts them. */
  characters: number
  /** Septets, or UTF-16 units. */
  units: number
  parts: number
  /** Units left in the last part. */
  left: number
  unknownPlaceholders: string[]
  brokenPlaceholder: boolean
  linkMissing: boolean
  termsMissing: boolean
}

export interface SetupStep {
  step: SetupStepName
  state: 'done' | 'open' | 'locked'
  conditions: Condition[]
}

export interface SharingSetup {
  id: string
  automationId: string
  sender: string
  receiver: string
  state: SetupState
  steps: SetupStep[]
  sms: SmsCheck & { text: string; waitMinutes: number }
  /** SHR-04: what keeps the document from being issued. */
  companyFields: CompanyField[]
  deliveries: number
  version: number
}

export interface WhatIf {
  outcome: 'deliver' | 'refuse' | 'already' | 'quarantined'
  why: DeliveryReason | null
  conditions: Condition[]
}

export interface MatrixCell {
  sender: string
  receiver: string
  active: number
  paused: number
  draft: number
  waitsFor: ConditionName[]
}

export interface DeliveryRow {
  id: string
  leadId: string
  automationId: string
  state: DeliveryState
  at: number
  why: DeliveryReason | null
  held: ConditionName[]
  missing: ConditionName[]
  /** The text as it was at the click. */
  message: string | null
  recalledAt: number | null
  acknowledgedAt: number | null
  version: number
}

/** A platform's id. */
const platformId = z.string().min(1).max(128)
const known = { id: uuid, version: z.number().int() }

export const sharingContract = {
  /** SHR-02: the setup's steps with everything that is checked, and who must do what. */
  'sharing.get': query<SharingSetup>()('operator', z.object({ automationId: platformId }).strict()),
  /** SHR-07: sender × receiver of a team. */
  'sharing.matrix': query<MatrixCell[]>()('operator', z.object({ teamId: platformId }).strict()),
  'sharing.deliveries': query<Page<DeliveryRow>>()(
    'operator',
    z.object({ automationId: platformId, state: z.enum(DELIVERY_STATES).nullish(), ...paging }).strict(),
  ),
  /** SHR-07: "what if this lead clicks now". Changes nothing. */
  'sharing.what_if': query<WhatIf>()('operator', z.object({ automationId: platformId, leadId: platformId }).strict()),
  /** SHR-03, as typed. */
  'sharing.check_sms': query<SmsCheck>()(
    'operator',
    z
      .object({ text: z.string().max(20_000), terms: z.enum(['generated', 'own', 'none']).default('none'), termsUrl: z.string().max(2048).nullish() })
      .strict(),
  ),
  /** SHR-09: a person looked at a quarantined click: the lead goes out, or doesn't. */
  'sharing.release': command<null>()(['support', 'admin'], z.object({ ...known, reason }).strict()),
  'sharing.dismiss': command<null>()(['support', 'admin'], z.object({ ...known, reason }).strict()),
  /** SHR-10: the receiver has deleted what was recalled. */
  'sharing.acknowledge_recall': command<null>()(['support', 'admin'], z.object({ ...known, reason }).strict()),
  /** SHR-10: on request; name, phone and e-mail go at once and every receiver is told. */
  'sharing.erase_lead': command<null>()(['support', 'admin'], z.object({ leadId: platformId, reason }).strict()),
} as const
