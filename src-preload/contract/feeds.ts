import * as z from 'zod'
import { command, noInput, paging, query, reason, uuid, type Page } from './define'

export const FEED_KINDS = [
  'plans',
  'teams',
  'accounts',
  'contacts',
  'usage',
  'groups',
  'submissions',
  'answers',
  'samples',
  'mailboxes',
  'crms',
  'blocklist_syncs',
  'segments',
  'invoices',
  'addons',
  'lead_acceptances',
  'strategies',
  'strategy_groups',
  'links',
  'automations',
  'leads',
  'clicks',
  'suppressions',
  'contracts',
  'bounces',
  'directive_results',
  'tickets',
] as const
export type FeedKind = (typeof FEED_KINDS)[number]

export interface FeedCounts {
  rows: number
  new: number
  changed: number
  same: number
  stale: number
  awaited: number
  bad: number
}

/** FED-02: one bad row. `code` is translated (`feedReason.<code>`), `params` fill it. */
export interface BadRow {
  line: number
  column: string | null
  value: string
  code: string
  params: Record<string, string | number>
}

export interface FilePreview {
  file: string
  kind: FeedKind | null
  problem: { code: string; params: Record<string, string | number> } | null
  columns: { name: string; known: boolean; required: boolean }[]
  missing: string[]
  firstRows: { line: number; cells: string[] }[]
  counts: FeedCounts
  bad: BadRow[]
  /** FED-06: reviews that this file would open. */
  reviewsOpened: number
}

export interface Consequences {
  casesOpened: number
  casesResolved: number
  holdsPlaced: number
  holdsReleased: number
  reviewsOpened: number
}

export interface ImportedFile extends FeedCounts {
  file: string
  kind: FeedKind
  /** Columns the kind doesn't know, ignored. */
  unknown: string[]
}

export interface ImportResult {
  importId: string
  files: ImportedFile[]
  consequences: Consequences
  /** FED-08 */
  waitingForAdmin: boolean
  cancelled: boolean
  /** FED-02: all-or-nothing was chosen and a row was bad, or it was cancelled: the store is as it was. */
  nothingTaken: boolean
}

export interface ImportRow {
  id: string
  at: number
  actorName: string
  files: ImportedFile[]
  state: 'running' | 'interrupted' | 'cancelled' | 'done' | 'waiting'
  consequences: Consequences
}

const file = z.object({ path: z.string().max(4096), kind: z.enum(FEED_KINDS).nullish() }).strict()

export const feedsContract = {
  /** FED-05: long; progress, cancel. Writes nothing. Files are those the person chose or dropped. */
  'feeds.preview': query<{ files: FilePreview[] }>()(['admin'], z.object({ files: z.array(file).min(1).max(50) }).strict()),
  'feeds.import': command<ImportResult>()(
    ['admin'],
    z.object({ files: z.array(file).min(1).max(50), allOrNothing: z.boolean().default(false) }).strict(),
  ),
  'feeds.imports': query<Page<ImportRow>>()('operator', z.object({ ...paging }).strict()),
  'feeds.bad_rows': query<Page<BadRow & { file: string }>>()('operator', z.object({ importId: uuid, ...paging }).strict()),
  /** FED-02: the report as CSV (formula-safe) to a path the person chose. */
  'feeds.export_report': command<{ rows: number }>()(['admin'], z.object({ importId: uuid, path: z.string().max(4096) }).strict()),
  /** FED-08: an admin lets the waiting consequences of an import go on. */
  'feeds.release': command<null>()(['admin'], z.object({ importId: uuid, reason }).strict()),
  'feeds.waiting': query<ImportRow[]>()('operator', noInput),
} as const
