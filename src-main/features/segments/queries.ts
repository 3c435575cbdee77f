import type { ConnectionView, HoldCause, HoldView, InvoiceView, SegmentRow, SegmentView, WindowView } from '@contract/segments'
import type { Page } from '@contract/define'
import { externalId } from '@features/accounts/index'
import { explanation, part } from '@kernel/calendar/index'
import type { ReadDb } from '@kernel/database/index'
import { Refusal } from '@kernel/refusal'
import { asWindow, WINDOW_STATE } from './maintenance/store'
import { maySegmentsRun } from './preview'
import { climbsAt, outstandingOf, releasingSync } from './rules'
import { readSegmentSettings } from './settings'
import { chosenOf, loadAccountFacts, syncsOf } from './store'

interface SegmentRecord {
  id: string
  external: string | null
  name: string
  account: string
  company: string
  mailbox: string | null
  wanted: number
  contacts: number | null
}

interface HoldRecord {
  cause: HoldCause
  source: string
  since: number
  until: number | null
  released_at: number | null
  placed_by: string
  released_by: string | null
  state: string
  name: string | null
  reason: string | null
}

const HOLDS = `SELECT h.cause, h.source, h.since, h.until, h.released_at, h.placed_by, h.released_by, s.state,
  coalesce((SELECT address FROM mailbox WHERE id = h.source), (SELECT name FROM crm WHERE id = h.source), (SELECT number FROM invoice WHERE id = h.source)) AS name,
  coalesce(s.reason, (SELECT text FROM maintenance_window WHERE id = h.source)) AS reason
  FROM segment_hold h JOIN hold_source s ON s.id = h.source WHERE h.segment = ?`

const asHold = (row: HoldRecord): HoldView => ({
  cause: row.cause,
  sourceId: row.source,
  source: row.name,
  since: row.since,
  until: row.until,
  releasedAt: row.released_at,
  reason: row.reason,
  click: row.released_at === null && row.state === 'click',
})

const SEGMENT = `SELECT s.id, x.external, s.name, s.account, a.company, m.address AS mailbox, s.wanted, s.contacts FROM segment s
  JOIN account a ON a.id = s.account LEFT JOIN mailbox m ON m.id = s.mailbox LEFT JOIN external_id x ON x.entity = s.id AND x.kind = 'segment'`

function asRow(db: ReadDb, row: SegmentRecord): SegmentRow {
  const holds = db.all<HoldRecord>(`${HOLDS} AND h.released_at IS NULL ORDER BY h.since, h.source`, row.id).map(asHold)
  return {
    id: row.id,
    segmentId: row.external ?? row.id,
    name: row.name,
    accountUuid: row.account,
    accountId: externalId(db, 'account', row.account),
    company: row.company,
    mailbox: row.mailbox,
    wanted: row.wanted === 1,
    active: row.wanted === 1 && holds.length === 0 && maySegmentsRun(db, row.account),
    contacts: row.contacts,
    holds,
  }
}

interface Listing {
  accountUuid?: string | null | undefined
  cause?: HoldCause | null | undefined
  cursor?: string | null | undefined
  limit: number
}

/** SEG-08; `cause`: only segments that it holds. */
export function segmentPage(db: ReadDb, { accountUuid, cause, cursor, limit }: Listing): Page<SegmentRow> {
  const where = ['s.removed_at IS NULL', 's.id > ?']
  const values = [cursor ?? '']
  if (accountUuid != null) {
    where.push('s.account = ?')
    values.push(accountUuid)
  }
  if (cause != null) {
    where.push('EXISTS (SELECT 1 FROM segment_hold h WHERE h.segment = s.id AND h.cause = ? AND h.released_at IS NULL)')
    values.push(cause)
  }
  const rows = db.all<SegmentRecord>(`${SEGMENT} WHERE ${where.join(' AND ')} ORDER BY s.id LIMIT ?`, ...values, limit + 1)
  const page = rows.slice(0, limit)
  return { rows: page.map((row) => asRow(db, row)), cursor: rows.length > limit ? page.at(-1)!.id : null }
}

/** @throws Refusal `segment_gone` */
export function segmentView(db: ReadDb, id: string): SegmentView {
  const row = db.get<SegmentRecord>(`${SEGMENT} WHERE s.id = ?`, id)
  if (row === undefined) throw new Refusal('segment_gone')
  const timeline = db
    .all<HoldRecord>(`${HOLDS} ORDER BY h.since DESC, h.placed_by DESC`, id)
    .map((one) => ({ ...asHold(one), placedBy: one.placed_by, releasedBy: one.released_by }))
  return { ...asRow(db, row), timeline }
}

/** @throws Refusal `account_missing` */
export function connectionsOf(db: ReadDb, account: string): { connections: ConnectionView[]; invoices: InvoiceView[]; chosen: string[] } {
  const facts = loadAccountFacts(db, account)
  if (facts === null) throw new Refusal('account_missing')
  const settings = readSegmentSettings(db)
  const connections = (['mailbox', 'crm'] as const).flatMap((kind) =>
    (kind === 'mailbox' ? facts.mailboxes : facts.crms)
      .filter(({ removed }) => !removed)
      .map((connection): ConnectionView => {
        const { id, connected, changedAt } = connection
        const own = db.get<{ name: string; reason: string | null }>(
          `SELECT ${kind === 'mailbox' ? 'address' : 'name'} AS name, reason FROM ${kind} WHERE id = ?`,
          id,
        )!
        const source = db.get<{ state: string; newly_blocked: number | null }>('SELECT state, newly_blocked FROM hold_source WHERE id = ?', id)
        const syncs = kind === 'crm' ? syncsOf(db, id, 0) : []
        const last = syncs.at(-1) ?? null
        const holds = source !== undefined && source.state !== 'over'
        const needsSync = kind === 'crm' && releasingSync(connection, syncs) === null
        const waitsFor = !holds ? null : source.state === 'click' ? 'click' : !connected ? 'reconnection' : needsSync ? 'sync' : null
        return { id, kind, platformId: externalId(db, kind, id), ...own, connected, changedAt, holds, waitsFor, lastSync: last, newlyBlocked: source?.newly_blocked ?? null }
      }),
  )
  const invoices = facts.invoices
    .filter((invoice) => !invoice.removed && outstandingOf(invoice) > 0)
    .map((invoice): InvoiceView => {
      const row = db.get<{ number: string; currency: string }>('SELECT number, currency FROM invoice WHERE id = ?', invoice.id)!
      const source = facts.sources.get(invoice.id)
      const stage = source === undefined || source.state === 'over' ? 0 : source.stage
      const at = climbsAt(invoice, stage, { zone: facts.zone, ladder: settings })
      const count = stage === 0 ? settings.segmentDays : settings.accountDays
      return {
        id: invoice.id,
        invoiceId: externalId(db, 'invoice', invoice.id),
        number: row.number,
        amountMinor: invoice.amount,
        outstandingMinor: outstandingOf(invoice),
        currency: row.currency,
        dueOn: invoice.dueOn,
        disputed: invoice.disputed,
        stage,
        climbs: at === null ? null : explanation(at, facts.zone, [part('next_local_day', { date: invoice.dueOn }), part('calendar_days', { count })]),
      }
    })
  return { connections, invoices, chosen: [...chosenOf(db, account)] }
}

type WindowRow = Parameters<typeof asWindow>[0] & { state: WindowView['state']; accounts: number }

/** SEG-06, newest first. */
export function windowPage(db: ReadDb, cursor: string | null, limit: number): Page<WindowView> {
  const rows = db.all<WindowRow>(
    `SELECT w.*, ${WINDOW_STATE} AS state, (SELECT count(*) FROM maintenance_account m WHERE m.maintenance = w.id) AS accounts
     FROM maintenance_window w WHERE ? IS NULL OR w.id < ? ORDER BY w.id DESC LIMIT ?`,
    cursor,
    cursor,
    limit + 1,
  )
  const page = rows.slice(0, limit).map((row): WindowView => {
    const { cancelled: _cancelled, ...window } = asWindow(row)
    return { ...window, state: row.state, accounts: row.accounts }
  })
  return { rows: page, cursor: rows.length > limit ? page.at(-1)!.id : null }
}
