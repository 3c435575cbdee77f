import type { ApprovalGround, CaseCause, CaseState } from '@contract/limits'
import type { CalendarDate, DailyWindow } from '@kernel/calendar/index'
import type { PlanRecord } from '@features/accounts/index'

/** What enforcement means for this account: LIM-07 or LIM-08. A round announces one of the two and enforces that one (LIM-18). */
export const MODES = ['restrict', 'upgrade'] as const
export type Mode = (typeof MODES)[number]

/** Why a round of warnings was given up and warning 1 comes again. */
export const RESTART_GROUNDS = ['plan_moved', 'stalled', 'announcement_changed', 'address_corrected', 'operator', 'withdrawn'] as const
export type RestartGround = (typeof RESTART_GROUNDS)[number]

/** One warning of a round. It counts from its hand-over to the mail system (LIM-04), never from its planning. */
export interface Warning {
  readonly n: 1 | 2 | 3
  readonly plannedAt: number
  /** The plan and price it announces; null: none (restriction, or no plan holds the usage). */
  readonly plan: string | null
  readonly priceMinor: number | null
  readonly sentAt: number | null
  /** A permanent bounce (LIM-16). */
  readonly bouncedAt: number | null
}

/** LIM-11: how far a restricted account is on its way to becoming a deletion candidate. */
export interface Candidacy {
  /** How many announcements were planned: part of the message's key. */
  readonly announcements: number
  /** The date (ms UTC) the standing announcement names; null: none stands. */
  readonly announcedFor: number | null
  /** Hand-over of that announcement. */
  readonly toldAt: number | null
  readonly bounced: boolean
  /** Since when the account is a candidate. */
  readonly since: number | null
}

/** A limit case: everything decided about one excess of one account. Instants are ms UTC. */
export interface LimitCase {
  readonly id: string
  readonly account: string
  readonly version: number
  readonly state: CaseState
  readonly cause: CaseCause
  /** LIM-17: the account's zone as it was when the case opened. */
  readonly zone: string
  readonly mode: Mode
  /** Counts up at each restart. */
  readonly round: number
  readonly openedAt: number
  /** LIM-18: the last hand-over, restart or request for approval. */
  readonly lastStepAt: number
  /** When the scheduler looks at the case next; null: it waits for a person or a fact. */
  readonly dueAt: number | null
  readonly closedAt: number | null
  /** The standing round's warnings, in order. */
  readonly warnings: readonly Warning[]
  /** The last hand-over, or try of unknown outcome, of any warning to this account, earlier rounds and cases included: never two on one day. */
  readonly lastWarnedAt: number | null
  /** A warning of this case was handed over: the customer is owed an all-clear (LIM-16). */
  readonly told: boolean
  readonly approvalGround: ApprovalGround | null
  readonly approvedPlan: string | null
  readonly pausedUntil: CalendarDate | null
  /** LIM-14: how often it was paused. */
  readonly pauses: number
  readonly restrictedAt: number | null
  readonly upgradedTo: string | null
  /** The import that opened it (FED-08). */
  readonly importedBy: string | null
  readonly candidacy: Candidacy
}

/** Removed ones too: nobody is upgraded to those. */
export type Plan = PlanRecord

export interface Usage {
  readonly resource: string
  readonly used: number
  readonly observedAt: number
}

/** What the platform says of the account's last move. */
export type PlanChange = 'cancelled' | 'downgraded' | 'upgraded'

/** Where the message the case waits for stands. */
export type MailState = 'planned' | 'sending' | 'sent' | 'retry' | 'failed' | 'unknown' | 'withdrawn'

/** What the rules look at beside the case: facts and settings of this moment. */
export interface Facts {
  /** Blocked, ended, erased or gone from the platform (CAP-03). */
  readonly closed: boolean
  readonly zone: string
  readonly plan: Plan
  /** All plans, by rank. */
  readonly plans: readonly Plan[]
  readonly usage: readonly Usage[]
  readonly trial: boolean
  readonly consumer: boolean
  readonly consent: boolean
  /** The later of last login and last activity. */
  readonly lastSeenAt: number | null
  /** The account's address is another one than the one that bounced (LIM-16). */
  readonly addressCorrected: boolean
  /** LIM-17 */
  readonly window: DailyWindow
  /** The message waited for: a planned warning or announcement. Null: none is planned. */
  readonly mail: { readonly state: MailState; readonly dueAt: number | null; readonly problem: string | null; readonly held: boolean } | null
  readonly transport: boolean
  /** FED-08: the import that brought this case waits for an admin. */
  readonly importWaits: boolean
}

export const isOpen = (limitCase: LimitCase): boolean => limitCase.closedAt === null

/** The standing round's warnings that were handed over. */
export const handedOver = (limitCase: LimitCase): readonly Warning[] => limitCase.warnings.filter(({ sentAt }) => sentAt !== null)

/** A warning planned and not yet handed over. */
export const pendingWarning = (limitCase: LimitCase): Warning | null => limitCase.warnings.find(({ sentAt }) => sentAt === null) ?? null

export const isRestricted = (limitCase: LimitCase): boolean => limitCase.restrictedAt !== null && isOpen(limitCase)

/** Keys of messages are stable (MSG-01). */
export const messageKey = {
  warning: ({ id, round }: LimitCase, n: number): string => `limits/${id}/${round}/warning-${n}`,
  restricted: ({ id, round }: LimitCase): string => `limits/${id}/${round}/restricted`,
  upgraded: ({ id, round }: LimitCase): string => `limits/${id}/${round}/upgraded`,
  allClear: ({ id, round }: LimitCase): string => `limits/${id}/${round}/all-clear`,
  lifted: ({ id, round }: LimitCase): string => `limits/${id}/${round}/lifted`,
  deletion: ({ id, round }: LimitCase, nth: number): string => `limits/${id}/${round}/deletion-${nth}`,
  reverted: (account: string, entry: string): string => `limits/${account}/${entry}/reverted`,
}
