import type { HoldCause } from '@contract/segments'
import type { ReadDb } from '@kernel/database/index'
import type { Connection, Invoice, Source, Sync } from './rules'

/** All of one account that holds depend on. */
export interface AccountFacts {
  readonly account: string
  readonly zone: string
  readonly mailboxes: readonly Connection[]
  readonly crms: readonly (Connection & { readonly syncs: readonly Sync[] })[]
  readonly invoices: readonly Invoice[]
  readonly segments: readonly { readonly id: string; readonly mailbox: string | null }[]
  /** SEG-07; empty: all. */
  readonly chosen: ReadonlySet<string>
  readonly sources: ReadonlyMap<string, Source>
}

interface ConnectionRow {
  id: string
  status: string
  changed_at: number
  removed_at: number | null
}

const asConnection = ({ id, status, changed_at, removed_at }: ConnectionRow): Connection => ({
  id,
  connected: status === 'connected',
  changedAt: changed_at,
  removed: removed_at !== null,
})

interface InvoiceRow {
  id: string
  amount_minor: number
  paid_minor: number | null
  credited_minor: number | null
  disputed: number | null
  due_on: string
  removed_at: number | null
}

export const asInvoice = (row: InvoiceRow): Invoice => ({
  id: row.id,
  amount: row.amount_minor,
  paid: row.paid_minor ?? 0,
  credited: row.credited_minor ?? 0,
  disputed: row.disputed === 1,
  dueOn: row.due_on,
  removed: row.removed_at !== null,
})

/** Null: no such account. */
export function loadAccountFacts(db: ReadDb, account: string): AccountFacts | null {
  const zone = db.get<{ zone: string }>('SELECT time_zone AS zone FROM account WHERE id = ?', account)?.zone
  if (zone === undefined) return null
  const crms = db.all<ConnectionRow>('SELECT id, status, changed_at, removed_at FROM crm WHERE account = ? ORDER BY id', account)
  return {
    account,
    zone,
    mailboxes: db.all<ConnectionRow>('SELECT id, status, changed_at, removed_at FROM mailbox WHERE account = ? ORDER BY id', account).map(asConnection),
    crms: crms.map((row) => ({ ...asConnection(row), syncs: syncsOf(db, row.id, row.changed_at) })),
    invoices: db.all<InvoiceRow>('SELECT * FROM invoice WHERE account = ? ORDER BY id', account).map(asInvoice),
    segments: db.all('SELECT id, mailbox FROM segment WHERE account = ? AND removed_at IS NULL ORDER BY id', account),
    chosen: chosenOf(db, account),
    sources: new Map(
      db.all<Source>('SELECT id, cause, state, stage, version FROM hold_source WHERE account = ?', account).map((source) => [source.id, source]),
    ),
  }
}

/** Those that began at or after `since` (ms UTC). */
export const syncsOf = (db: ReadDb, crm: string, since: number): Sync[] =>
  db.all<Sync>(
    `SELECT started_at AS startedAt, finished_at AS finishedAt, newly_blocked AS newlyBlocked FROM blocklist_sync
     WHERE crm = ? AND started_at >= ? AND removed_at IS NULL ORDER BY started_at, id`,
    crm,
    since,
  )

export const chosenOf = (db: ReadDb, account: string): Set<string> =>
  new Set(db.all<{ segment: string }>('SELECT segment FROM invoice_choice WHERE account = ?', account).map(({ segment }) => segment))

export function loadSource(db: ReadDb, id: string): (Source & { readonly account: string | null }) | null {
  return db.get<Source & { account: string | null }>('SELECT id, cause, state, stage, version, account FROM hold_source WHERE id = ?', id) ?? null
}

/** Segments that a source holds in an account. */
export const heldBy = (db: ReadDb, source: string, account: string): string[] =>
  db
    .all<{ segment: string }>('SELECT segment FROM segment_hold WHERE source = ? AND account = ? AND released_at IS NULL ORDER BY segment', source, account)
    .map(({ segment }) => segment)

export interface OpenHold {
  readonly segment: string
  readonly cause: HoldCause
  readonly source: string
  readonly since: number
  readonly until: number | null
}

/** Open holds of these segments. */
export const openHolds = (db: ReadDb, segments: readonly string[]): OpenHold[] =>
  db.all<OpenHold>(
    `SELECT h.segment, h.cause, h.source, h.since, h.until FROM json_each(?) j CROSS JOIN segment_hold h ON h.segment = j.value AND h.released_at IS NULL
     ORDER BY h.segment, h.since, h.source`,
    JSON.stringify(segments),
  )

export interface NamedSegment {
  readonly id: string
  readonly account: string
  readonly name: string
  readonly wanted: number
  readonly removed_at: number | null
  readonly external: string
}

export const namedSegments = (db: ReadDb, segments: readonly string[]): NamedSegment[] =>
  db.all<NamedSegment>(
    `SELECT s.id, s.account, s.name, s.wanted, s.removed_at, coalesce(x.external, s.id) AS external FROM json_each(?) j CROSS JOIN segment s ON s.id = j.value
     LEFT JOIN external_id x ON x.entity = s.id AND x.kind = 'segment' ORDER BY s.name, s.id`,
    JSON.stringify(segments),
  )
