import { resolve } from 'node:path'
import { FEED_KINDS, type BadRow, type FeedCounts, type FeedKind } from '@contract/feeds'
import type { Output } from '@contract/index'
import { NOTHING_FOLLOWED } from '@kernel/catalog'
import { checkWritable, writePreviewReport } from '@kernel/feeds/index'
import { Refusal } from '@kernel/refusal'
import { DONE, FINDINGS, Usage } from '../problem'
import { atWorkspace, type At } from '../session'
import { say, type Result, type Verb } from '../verb'
import { flag, text } from '../words'

type FileCounts = { file: string; kind: FeedKind } & FeedCounts
type Chosen = { path: string; kind: FeedKind | null }[]

const ORDER = ['rows', 'new', 'changed', 'same', 'stale', 'awaited', 'bad'] as const
/** The report has them all. */
const SHOWN_BAD_ROWS = 20

function answer(files: readonly FileCounts[], consequences: Output<'feeds.import'>['consequences'], waitingForAdmin: boolean): Result {
  const json = { files: files.map(({ file, kind, ...counts }) => ({ file, kind, ...pick(counts) })), consequences, waitingForAdmin }
  const lines = files.map((file) => `${file.file}\t${file.kind}\t${ORDER.map((name) => `${name} ${file[name]}`).join('\t')}`)
  return { status: files.some(({ bad }) => bad > 0) ? FINDINGS : DONE, json, lines }
}

const pick = (counts: FeedCounts): Record<string, number> => Object.fromEntries(ORDER.map((name) => [name, counts[name]]))

/** FED-05 */
async function preview({ call }: At, files: Chosen, report: string | null): Promise<Result> {
  const found = await call('feeds.preview', { files })
  const unusable = found.files.find(({ problem }) => problem !== null)
  if (unusable?.problem != null) throw new Refusal(unusable.problem.code, { file: unusable.file, ...unusable.problem.params })
  for (const { file, bad } of found.files) tellBadRows(file, bad)
  if (report !== null) await writePreviewReport(found.files, report)
  return answer(
    found.files.map(({ file, kind, counts }) => ({ file, kind: kind as FeedKind, ...counts })),
    { ...NOTHING_FOLLOWED, reviewsOpened: found.files.reduce((sum, file) => sum + file.reviewsOpened, 0) },
    false,
  )
}

function tellBadRows(file: string, bad: readonly BadRow[]): void {
  for (const { line, column, code } of bad.slice(0, SHOWN_BAD_ROWS)) say(`${file}:${line}${column === null ? '' : ` ${column}`}: ${code}`)
}

async function take({ call }: At, files: Chosen, allOrNothing: boolean, report: string | null): Promise<Result> {
  const result = await call('feeds.import', { files, allOrNothing })
  const { importId, waitingForAdmin } = result
  if (report !== null) await call('feeds.export_report', { importId, path: report })
  for (const { file, unknown } of result.files) if (unknown.length > 0) say(`${file}: unknown columns, ignored: ${unknown.join(', ')}`)
  const bad = result.files.reduce((sum, file) => sum + file.bad, 0)
  if (bad > 0) {
    const page = await call('feeds.bad_rows', { importId, limit: SHOWN_BAD_ROWS })
    for (const row of page.rows) tellBadRows(row.file, [row])
    if (bad > page.rows.length) say(`${bad} rows are bad; --report OUT.csv lists them`)
  }
  if (result.cancelled) throw new Refusal('cancelled')
  if (result.nothingTaken) say('Nothing was taken: all or nothing was asked for, and rows are bad.')
  if (waitingForAdmin) say(`The consequences wait for an admin (FED-08): do feeds.release --input '${JSON.stringify({ importId, reason: '…' })}'`)
  return answer(result.files, result.consequences, waitingForAdmin)
}

/** FED-02 to FED-08: facts from files, in an order that satisfies their references. */
export const importFiles: Verb = {
  usage: 'import FILE… [--kind K] [--dry-run] [--all-or-nothing] [--report OUT.csv] [--at ISO] [--store DIR] [--as OPERATOR] [--json]',
  options: {
    kind: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'all-or-nothing': { type: 'boolean' },
    report: { type: 'string' },
    at: { type: 'string' },
  },
  async run(words) {
    const kind = text(words, 'kind')
    if (words.positionals.length === 0) throw new Usage(`No file is named. Usage: ${importFiles.usage}`)
    if (kind !== undefined && !FEED_KINDS.some((known) => known === kind))
      throw new Usage(`There is no kind “${kind.slice(0, 40)}”. Kinds: ${FEED_KINDS.join(', ')}`)
    const files = words.positionals.map((path) => ({ path: resolve(path), kind: (kind as FeedKind | undefined) ?? null }))
    const wanted = text(words, 'report')
    const report = wanted === undefined ? null : resolve(wanted)
    return atWorkspace(words, {}, async (at) => {
      // Found out now, not when the import is done and its report has nowhere to go.
      if (report !== null) await checkWritable(report)
      return flag(words, 'dry-run') ? preview(at, files, report) : take(at, files, flag(words, 'all-or-nothing'), report)
    })
  },
}
