import * as z from 'zod'
import { command, noInput, paging, query, reason, uuid, type Language, type Page, type Total } from './define'

/** CAP: what an account may do on the platform. */
export const CAPABILITIES = [
  'log_in',
  'opt_ins',
  'payments',
  'create_newsletters',
  'send_scheduled',
  'import_contacts',
  'send_to_groups',
  'run_segments',
  'share_leads',
] as const
export type Capability = (typeof CAPABILITIES)[number]

/** CAP-02: what takes capabilities away. */
export const CAUSES = ['erased', 'access_ended', 'blocked', 'restricted', 'invoice'] as const
export type Cause = (typeof CAUSES)[number]

/** CAP-02: the first that applies is shown. */
export const STATUSES = ['erased', 'blocked', 'ended', 'restricted', 'cancelled', 'warned', 'active'] as const
export type AccountStatus = (typeof STATUSES)[number]

export interface CapabilityView {
  capability: Capability
  on: boolean
  reasons: { cause: Cause; since: number; rule: string }[]
}

export interface UsageView {
  resource: string
  used: number
  /** Null: no limit. */
  limit: number | null
  observedAt: number
}

export interface PlanView {
  id: string
  planId: string
  name: string
  rank: number
  paid: boolean
  priceMinor: number | null
  currency: string | null
  /** Resources without an entry are unlimited. */
  limits: Record<string, number>
  accounts: Total
}

export interface AccountRow {
  id: string
  accountId: string
  company: string
  planName: string
  planId: string
  status: AccountStatus
  language: Language
  country: string
  contactsUsed: number | null
  contactsLimit: number | null
  createdAt: number
}

export interface AccountView {
  id: string
  accountId: string
  company: string
  status: AccountStatus
  registrationNo: string | null
  street: string | null
  city: string | null
  postalCode: string | null
  country: string
  email: string
  phone: string | null
  domain: string | null
  language: Language
  zone: string
  plan: PlanView
  /** The plan before an automatic upgrade (LIM-08); null when there is none to go back to. */
  originalPlan: PlanView | null
  /** Set while the platform has not confirmed a decided plan (FED-07). */
  planAwaitedSince: number | null
  team: string | null
  trial: boolean
  trialEndsOn: string | null
  consumer: boolean
  upgradeConsent: boolean | null
  billingCycleEnd: string | null
  createdAt: number
  lastLoginAt: number | null
  lastActivityAt: number | null
  removedAt: number | null
  usage: UsageView[]
  capabilities: CapabilityView[]
  notices: { kind: string; shownAt: number }[]
  openCaseId: string | null
}

export interface ContactRow {
  id: string
  contactId: string
  name: string
  email: string
  phone: string | null
  settingsAccess: boolean
  removedAt: number | null
}

/** One line of an account's timeline: journal entries and messages, newest first (JNL-04). */
export interface TimelineRow {
  id: string
  at: number
  kind: string
  rule: string | null
  /** Operator name, `scheduler` or `feed`. */
  actor: string
  actorKind: 'operator' | 'scheduler' | 'feed'
  before: string | null
  after: string | null
  body: Record<string, unknown>
  /** Null when erased. */
  detail: Record<string, unknown> | null
  seq: number | null
}

const accountFilter = {
  status: z.enum(STATUSES).nullish(),
  /** Internal plan uuid. */
  plan: uuid.nullish(),
  /** Words by prefix, from three characters (DSK-01). */
  search: z.string().max(200).nullish(),
}

export const ACCOUNT_SORTS = ['company', 'created', 'contacts'] as const

export const accountsContract = {
  'accounts.list': query<Page<AccountRow>>()(
    'operator',
    z.object({ ...accountFilter, sort: z.enum(ACCOUNT_SORTS).default('company'), descending: z.boolean().default(false), ...paging }).strict(),
  ),
  'accounts.total': query<Total>()('operator', z.object({ ...accountFilter, exact: z.boolean().default(false) }).strict()),
  'accounts.get': query<AccountView>()('operator', z.object({ id: uuid }).strict()),
  'accounts.contacts': query<Page<ContactRow>>()('operator', z.object({ id: uuid, ...paging }).strict()),
  'accounts.timeline': query<Page<TimelineRow>>()(
    'operator',
    z.object({ id: uuid, only: z.enum(['all', 'decisions', 'facts', 'messages', 'people']).default('all'), ...paging }).strict(),
  ),
  'plans.list': query<PlanView[]>()('operator', noInput),
  /** LIM-01: an admin edits plans. */
  'plans.save': command<{ id: string }>()(
    ['admin'],
    z
      .object({
        id: uuid.nullish(),
        planId: z.string().trim().min(1).max(128),
        name: z.string().trim().min(1).max(100),
        rank: z.number().int().min(0).max(1000),
        paid: z.boolean(),
        priceMinor: z.number().int().min(0).nullable(),
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/)
          .nullable(),
        limits: z.record(z.string().min(1).max(64), z.number().int().min(0)),
      })
      .strict(),
  ),
  'plans.remove': command<null>()(['admin'], z.object({ id: uuid, reason }).strict()),
} as const
