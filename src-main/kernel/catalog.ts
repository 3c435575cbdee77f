import type { FeedKind } from '@contract/feeds'
import type { ReadDb } from './database'
import type { FeedTaker } from './feeds/taker'
import type { EventRegistry } from './journal'
import type { MessageTemplate } from './outbox/template'
import type { Unit } from './unit'

/** What the features have registered, for kernel code that must not import them. */
export interface Catalog {
  readonly events: EventRegistry
  readonly templates: ReadonlyMap<string, MessageTemplate>
  readonly takers: ReadonlyMap<FeedKind, FeedTaker>
  readonly listeners: Listeners
}

/** How one feature's facts and effects reach another's rules, in the same transaction. */
export interface Listeners {
  /** FED-06: facts about these accounts (internal uuids) changed; `kind`: the feed that brought them, none for a command. Returns what followed. */
  readonly accountsTouched: readonly ((unit: Unit, accounts: readonly string[], kind?: FeedKind | null) => Followed)[]
  /** CAP-01: a reason against some of this account's capabilities (internal uuid) came or went. */
  readonly capabilitiesChanged?: readonly ((unit: Unit, account: string) => void)[]
  /** FED-05: what would follow if these accounts, gone before, were there again. Writes nothing. */
  readonly accountsForeseen: readonly ((db: ReadDb, accounts: readonly string[]) => Followed)[]
  /** A directive came back (MSG-05). */
  readonly directiveDone: readonly ((
    unit: Unit,
    directive: { id: string; account: string; kind: string; payload: Record<string, unknown> },
    done: boolean,
  ) => void)[]
  /** Refusals that are journaled themselves (REV-08). */
  readonly refused: readonly RefusalListener[]
}

/** A call that was refused, by a rule or for a missing role; its input was not checked then. */
export interface RefusedCall {
  readonly op: string
  readonly code: string
  readonly input: unknown
}

export interface RefusalListener {
  /** Whether this refusal is noted at all; asked without a transaction. */
  concerns(op: string, code: string): boolean
  /** In a transaction of its own: the refused call changed nothing. */
  note(unit: Unit, call: RefusedCall): void
}

/** Consequences of facts, counted for the import's report. */
export interface Followed {
  casesOpened: number
  casesResolved: number
  holdsPlaced: number
  holdsReleased: number
  reviewsOpened: number
}

export const NOTHING_FOLLOWED: Followed = { casesOpened: 0, casesResolved: 0, holdsPlaced: 0, holdsReleased: 0, reviewsOpened: 0 }
