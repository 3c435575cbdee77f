import { HOLD_CAUSES, type HoldCause } from '@contract/segments'
import { addDays, startOfDate } from '@kernel/calendar/index'

/** SEG-05: by which causes an operator's click is asked for before segments run again. */
export type ClickPolicy = Readonly<Record<HoldCause, boolean>>

export interface Connection {
  readonly id: string
  readonly connected: boolean
  /** ms UTC: when it was disconnected, or reconnected. */
  readonly changedAt: number
  readonly removed: boolean
}

export interface Sync {
  /** ms UTC */
  readonly startedAt: number
  readonly finishedAt: number | null
  readonly newlyBlocked: number | null
}

export interface Invoice {
  readonly id: string
  readonly amount: number
  readonly paid: number
  readonly credited: number
  readonly disputed: boolean
  /** YYYY-MM-DD */
  readonly dueOn: string
  readonly removed: boolean
}

export interface Ladder {
  /** Days overdue; SEG-07. */
  readonly segmentDays: number
  readonly accountDays: number
}

export interface Source {
  readonly id: string
  readonly cause: HoldCause
  readonly state: 'holding' | 'click' | 'over'
  readonly stage: 1 | 2
  readonly version: number
}

/** 0: nothing is to be stopped; of an invoice 2: the whole account. */
export type Stage = 0 | 1 | 2

export const isHolding = (source: Source | undefined): boolean => source !== undefined && source.state !== 'over'

/** SEG-05: the sync that lets a reconnected CRM's segments run again: begun at or after the reconnection, and finished; the latest of them. */
export function releasingSync(crm: Connection, syncs: readonly Sync[]): Sync | null {
  const fitting = syncs.filter(({ startedAt, finishedAt }) => startedAt >= crm.changedAt && finishedAt !== null)
  return fitting.reduce<Sync | null>((latest, sync) => (latest === null || sync.startedAt >= latest.startedAt ? sync : latest), null)
}

export function mailboxStage({ connected, removed }: Connection): Stage {
  return removed || connected ? 0 : 1
}

/** SEG-05: one that was never seen disconnected waits for no sync. */
export function crmStage(crm: Connection, syncs: readonly Sync[], source: Source | undefined): Stage {
  if (crm.removed) return 0
  if (!crm.connected) return 1
  return source?.state === 'holding' && releasingSync(crm, syncs) === null ? 1 : 0
}

/** SEG-07, minor units: credit notes and partial payments count. */
export const outstandingOf = ({ amount, paid, credited }: Invoice): number => Math.max(0, amount - paid - credited)

/** ms UTC of the day, in the account's zone, on which an invoice is so many days overdue. @throws RangeError for no date */
export const overdueAt = (dueOn: string, days: number, zone: string): number => startOfDate(addDays(dueOn, days), zone)

/** SEG-07: where an unpaid invoice stands now. `climbs` false: a dispute or a doubted clock (SCH-03) keeps it from climbing. */
export function invoiceStage(invoice: Invoice, source: Source | undefined, at: { now: number; zone: string; ladder: Ladder; climbs: boolean }): Stage {
  if (invoice.removed || outstandingOf(invoice) === 0) return 0
  const { now, zone, ladder } = at
  const due = now >= overdueAt(invoice.dueOn, ladder.accountDays, zone) ? 2 : now >= overdueAt(invoice.dueOn, ladder.segmentDays, zone) ? 1 : 0
  if (at.climbs && !invoice.disputed) return due
  return Math.min(due, source?.state === 'holding' ? source.stage : 0) as Stage
}

/** ms UTC when an invoice climbs next, if nothing changes; null: it doesn't. */
export function climbsAt(invoice: Invoice, stage: Stage, { zone, ladder }: { zone: string; ladder: Ladder }): number | null {
  if (invoice.removed || invoice.disputed || outstandingOf(invoice) === 0 || stage === 2) return null
  return overdueAt(invoice.dueOn, stage === 0 ? ladder.segmentDays : ladder.accountDays, zone)
}

export type SourceStep = { do: 'keep' } | { do: 'raise'; stage: 1 | 2 } | { do: 'await_click' } | { do: 'end' }

/** What becomes of a source whose facts ask for `stage`. */
export function onFacts(stage: Stage, source: Source | undefined, clicks: ClickPolicy, cause: HoldCause): SourceStep {
  const state = source?.state ?? 'over'
  if (stage === 0) return state !== 'holding' ? { do: 'keep' } : clicks[cause] ? { do: 'await_click' } : { do: 'end' }
  return state === 'holding' && source?.stage === stage ? { do: 'keep' } : { do: 'raise', stage }
}

export interface Placing {
  readonly place: string[]
  readonly lift: string[]
}

/** The difference between the segments that a source should hold and those it holds. */
export function placing(target: ReadonlySet<string>, held: readonly string[]): Placing {
  const lying = new Set(held)
  return { place: [...target].filter((segment) => !lying.has(segment)), lift: held.filter((segment) => !target.has(segment)) }
}

/** Causes in the order people read them. */
export const inOrder = (causes: ReadonlySet<HoldCause>): HoldCause[] => HOLD_CAUSES.filter((cause) => causes.has(cause))
