import { HOLD_CAUSES, type HoldCause } from '@contract/segments'
import type { Language } from '@contract/define'
import type { ReadDb } from '@kernel/database/index'
import type { MessageRecord } from '@kernel/outbox/index'
import { formatInstant, formatMoney, formatNumber } from '@kernel/outbox/render/format'
import { loadWindow, namedIn } from '../maintenance/store'
import { asInvoice, heldBy, namedSegments, openHolds } from '../store'
import { maySegmentsRun } from '../preview'
import { outstandingOf } from '../rules'

type Values = Readonly<Record<string, unknown>>

const word = (value: unknown): string => (typeof value === 'string' ? value : '')
export const causeOf = ({ params }: MessageRecord): HoldCause => params['cause'] as HoldCause
export const sourceOf = ({ params }: MessageRecord): string => word(params['source'])
export const windowOf = ({ params }: MessageRecord): string => word(params['window'])

/** Nobody reads further. */
const MOST_NAMED = 100

interface Named {
  items: { name: string }[]
  more: string | null
}

function named(db: ReadDb, segments: readonly string[], language: Language): Named {
  const names = namedSegments(db, segments).filter(({ removed_at }) => removed_at === null)
  const left = names.length - MOST_NAMED
  return { items: names.slice(0, MOST_NAMED).map(({ name }) => ({ name })), more: left > 0 ? formatNumber(language, left) : null }
}

/** Which cause it is, each as a flag of its own. */
const causes = (cause: HoldCause): Values => Object.fromEntries(HOLD_CAUSES.map((one) => [one, one === cause]))

/** Segments of the journal entries that lifted holds. */
export const releasedBy = (db: ReadDb, { params }: MessageRecord): string[] =>
  db
    .all<{ segment: string }>(
      'SELECT h.segment FROM json_each(?) j CROSS JOIN segment_hold h ON h.released_by = j.value',
      JSON.stringify(Array.isArray(params['entries']) ? params['entries'] : []),
    )
    .map(({ segment }) => segment)

export function valuesFor(db: ReadDb, message: MessageRecord, language: Language): Values {
  const zone = db.get<{ zone: string }>('SELECT time_zone AS zone FROM account WHERE id = ?', message.account)?.zone ?? 'UTC'
  const instant = (at: number): string => formatInstant(language, at, zone)
  const window = loadWindow(db, windowOf(message))
  if (window !== null)
    return {
      ...named(db, namedIn(db, window.id, message.account), language),
      starts: instant(window.startsAt),
      ends: instant(window.endsAt),
      text: window.text,
    }
  const cause = causeOf(message)
  const shared = { ...causes(cause), ...sourceValues(db, { cause, id: sourceOf(message) }, language, instant) }
  if (message.template === 'segments.held') {
    const { items, more } = named(db, heldBy(db, sourceOf(message), message.account), language)
    return { ...shared, items, more, any: items.length > 0, whole: message.params['stage'] === 2 && cause === 'invoice' }
  }
  const released = releasedBy(db, message)
  const still = new Set(openHolds(db, released).map(({ segment }) => segment))
  const mayRun = maySegmentsRun(db, message.account)
  const running = namedSegments(db, released).filter(({ id, wanted }) => wanted === 1 && mayRun && !still.has(id))
  const again = named(
    db,
    running.map(({ id }) => id),
    language,
  )
  const blocked = message.params['blocked']
  return {
    ...shared,
    ...again,
    any: again.items.length > 0,
    others: still.size > 0 || (released.length > 0 && !mayRun),
    off: namedSegments(db, released).some(({ wanted }) => wanted === 0),
    blocked: typeof blocked === 'number' ? formatNumber(language, blocked) : null,
    whole: message.params['whole'] === true,
  }
}

/** What the source is called, and what the customer should know of it. */
function sourceValues(db: ReadDb, { cause, id }: { cause: HoldCause; id: string }, language: Language, instant: (at: number) => string): Values {
  const name = (table: 'mailbox' | 'crm', column: string): Values => {
    const row = db.get<{ name: string }>(`SELECT ${column} AS name FROM ${table} WHERE id = ?`, id)
    return { source: row?.name ?? '' }
  }
  switch (cause) {
    case 'mailbox':
      return name('mailbox', 'address')
    case 'crm':
      return name('crm', 'name')
    case 'maintenance': {
      const window = loadWindow(db, id)
      return { until: window === null ? null : instant(window.endsAt), text: window?.text ?? null }
    }
    case 'operator': {
      const source = db.get<{ reason: string | null; until: number | null }>('SELECT reason, until FROM hold_source WHERE id = ?', id)
      return { text: source?.reason ?? null, until: source?.until == null ? null : instant(source.until) }
    }
    case 'invoice': {
      const row = db.get<Parameters<typeof asInvoice>[0] & { number: string; currency: string }>('SELECT * FROM invoice WHERE id = ?', id)
      if (row === undefined) return { source: '' }
      return { source: row.number, open: formatMoney(language, outstandingOf(asInvoice(row)), row.currency) }
    }
  }
}

/** For a preview without a message (MSG-04). */
export const SAMPLE: Values = {
  ...causes('mailbox'),
  source: 'sales@example.com',
  items: [{ name: 'Decision makers, Stockholm' }],
  more: null,
  any: true,
  whole: false,
  others: false,
  off: false,
  blocked: null,
  starts: '24 November 2026 at 20:00 CET',
  ends: '24 November 2026 at 22:00 CET',
  text: null,
}
