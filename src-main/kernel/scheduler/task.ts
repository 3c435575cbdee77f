import type { ReadDb } from '../database'
import type { Unit } from '../unit'

/** One thing due. */
export interface DueItem {
  /** Stable while the same step is due: a failing step is found again by it. */
  readonly key: string
  readonly step: string
  readonly dueAt: number
  /** Internal uuid of the account concerned. */
  readonly account?: string
}

/** What was done, as the command line and the status bar show it. `entity` is the platform's id where there is one. */
export interface StepReport {
  readonly at: number
  readonly feature: string
  readonly step: string
  readonly entity: string
  readonly rule: string
}

export interface DueQuery {
  /** ms UTC */
  readonly now: number
  readonly limit: number
  /** SCH-03: while the clock is in doubt, what restricts, upgrades or erases stays out. */
  readonly reversibleOnly: boolean
}

/** SCH-01: a feature's due work, found by an index on the due time and never by scanning. */
export interface Task<Item extends DueItem = DueItem> {
  readonly feature: string
  /** Keeps views in order and decides nothing: not named as the next step. */
  readonly quiet?: boolean
  /** The earliest due time after `after` (ms UTC, exclusive; -1 for any). */
  nextDue(db: ReadDb, after: number): number | null
  /** Due items, oldest first. */
  due(db: ReadDb, query: DueQuery): Item[]
  /** SCH-02: state, journal, message and directive together. Runs in its own savepoint; throwing rolls back this item alone. */
  carryOut(unit: Unit, item: Item): StepReport[]
}

/** Hands things to the outside world between commits: mail, directives. */
export interface Courier {
  readonly name: string
  nextDue(db: ReadDb, after: number): number | null
  /** Hands over what is due now, a few at a time; returns how many changed state. */
  dispatch(signal: AbortSignal): Promise<number>
}
