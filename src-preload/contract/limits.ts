import * as z from 'zod'
import { command, date, idSelection, instant, paging, query, reason, uuid, type Page, type Total } from './define'
import type { PlanView, UsageView } from './accounts'
import type { Explanation } from './scheduler'

export const CASE_STATES = ['warning', 'approval', 'paused', 'unreachable', 'enforced', 'resolved', 'moot'] as const
export type CaseState = (typeof CASE_STATES)[number]

/** LIM-02: why the account went over. */
export const CASE_CAUSES = ['cancelled_to_free', 'downgraded', 'grew', 'plan_changed'] as const
export type CaseCause = (typeof CASE_CAUSES)[number]

/** LIM-15: what the next step waits for. */
export const WAITS_FOR = [
  'clock',
  'mail',
  'mail_retry',
  'mail_failed',
  'mail_unknown',
  'no_transport',
  'pause',
  'approval',
  'address',
  'admin',
  'clock_check',
  'scheduler_paused',
  'nothing',
] as const
export type WaitsFor = (typeof WAITS_FOR)[number]

/** LIM-08: why an upgrade needs an operator first. */
export const APPROVAL_GROUNDS = ['tier_skipped', 'no_plan_holds', 'consumer_without_consent'] as const
export type ApprovalGround = (typeof APPROVAL_GROUNDS)[number]

export const CASE_TABS = ['open', 'restricted', 'approval', 'stopped', 'paused', 'candidates', 'closed'] as const
export type CaseTab = (typeof CASE_TABS)[number]

export const NEXT_STEPS = ['warning', 'restrict', 'upgrade', 'none'] as const
export type NextStep = (typeof NEXT_STEPS)[number]

export interface WarningView {
  n: 1 | 2 | 3
  state: 'planned' | 'sending' | 'sent' | 'retry' | 'failed' | 'unknown' | 'withdrawn' | 'bounced'
  plannedAt: number
  sentAt: number | null
}

export interface CaseRow {
  id: string
  version: number
  accountUuid: string
  accountId: string
  company: string
  planName: string
  zone: string
  state: CaseState
  cause: CaseCause
  day: 1 | 2 | 3 | 4
  usage: UsageView[]
  /** The greatest excess, in tenths of a percent (1,460 = +146.0 %). */
  overPermille: number
  openedAt: number
  warnings: WarningView[]
  nextStep: NextStep
  /** When the next step is due, ms UTC; null when it waits for a person. */
  nextAt: number | null
  /** The plan an upgrade leads to, when one is coming. */
  nextPlanName: string | null
  waitsFor: WaitsFor
  /** SCH-04: how `nextAt` came about, where it is a deadline of the process. */
  why?: Explanation | null
  /** What the sentence of LIM-15 needs: names, times, counts. */
  waitsParams: Record<string, string | number | null>
  approvalGround: ApprovalGround | null
  pausedUntil: string | null
  closedAt: number | null
}

/** LIM-08: every plan, every resource and the price, seen before approving. */
export interface ApprovalCheck {
  caseId: string
  version: number
  ground: ApprovalGround
  currentPlan: PlanView
  usage: UsageView[]
  options: { plan: PlanView; skips: string[]; excess: { resource: string; used: number; limit: number }[]; fits: boolean; recommended: boolean }[]
  consumer: boolean
  consent: boolean | null
}

/** LIM-09: back to the original plan, resource by resource. */
export interface RevertCheck {
  accountUuid: string
  currentPlan: PlanView
  originalPlan: PlanView | null
  resources: { resource: string; used: number; limit: number | null; excess: number }[]
  allowed: boolean
}

export interface DryRunStep {
  at: number
  feature: string
  step: string
  entity: string
  accountUuid: string
  company: string
  rule: string
  caseId: string
  /** The version the case had when this was computed (LIM-13). */
  version: number
  fromPlan: string | null
  toPlan: string | null
}

export interface DryRunResult {
  until: number
  steps: DryRunStep[]
  counts: { warnings: number; restrictions: number; upgrades: number; approvals: number; other: number }
  /** True when more steps than `limit` lie ahead. */
  more: boolean
}

export const CASE_SORTS = ['next', 'over', 'opened'] as const

const caseFilter = {
  tab: z.enum(CASE_TABS).default('open'),
  cause: z.enum(CASE_CAUSES).nullish(),
  day: z.number().int().min(1).max(4).nullish(),
  search: z.string().max(200).nullish(),
}

export interface BatchResult {
  done: number
  /** LIM-13: what changed since the preview is left out and listed. */
  left: { id: string; company: string; code: string }[]
}

export const limitsContract = {
  'limits.list': query<Page<CaseRow>>()(
    'operator',
    z.object({ ...caseFilter, sort: z.enum(CASE_SORTS).default('next'), descending: z.boolean().default(false), ...paging }).strict(),
  ),
  'limits.total': query<Total>()('operator', z.object(caseFilter).strict()),
  /** Counts per tab, and per day and cause within one tab. */
  'limits.totals': query<{ tabs: Record<CaseTab, Total>; days: Record<'1' | '2' | '3' | '4', Total>; causes: Record<CaseCause, Total> }>()(
    'operator',
    z.object({ tab: z.enum(CASE_TABS).default('open') }).strict(),
  ),
  'limits.get': query<CaseRow>()('operator', z.object({ id: uuid }).strict()),
  'limits.of_account': query<CaseRow[]>()('operator', z.object({ accountUuid: uuid }).strict()),
  'limits.dry_run': query<DryRunResult>()(
    'operator',
    z.object({ until: instant, ids: z.array(uuid).max(10_000).nullish(), limit: z.number().int().min(1).max(5000).default(500) }).strict(),
  ),
  'limits.approval_check': query<ApprovalCheck>()('operator', z.object({ id: uuid }).strict()),
  'limits.revert_check': query<RevertCheck>()('operator', z.object({ accountUuid: uuid }).strict()),
  /** LIM-14 */
  'limits.pause': command<BatchResult>()(['support', 'admin'], z.object({ cases: idSelection, until: date, reason }).strict()),
  /** LIM-14: an admin can end a pause. */
  'limits.end_pause': command<BatchResult>()(['admin'], z.object({ cases: idSelection, reason }).strict()),
  /** LIM-08 */
  'limits.approve': command<null>()(
    ['support', 'admin'],
    z.object({ id: uuid, version: z.number().int(), plan: uuid, consentRecorded: z.boolean().default(false), reason }).strict(),
  ),
  /** LIM-16: after a bounce, an operator who knows the address is right starts again at warning 1. */
  'limits.restart': command<null>()(['support', 'admin'], z.object({ id: uuid, version: z.number().int(), reason }).strict()),
  /** LIM-09 */
  'limits.revert_plan': command<null>()(['support', 'admin'], z.object({ accountUuid: uuid, reason }).strict()),
  /** LIM-13: carries out what is due now of a previewed batch; leaves out what changed since. */
  'limits.carry_out': command<BatchResult>()(['admin'], z.object({ cases: idSelection }).strict()),
} as const
