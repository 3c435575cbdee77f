import { resolve } from 'node:path'
import { FEED_KINDS, type BadRow, type FeedCounts, type FeedKind } from '@contract/feeds'
import type { Output } from '@contract/index'
import { NOTHING_FOLLOWED } from '@kernel/catalog'
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
  if (waitingForAdmin) lines.push('The consequences wait for an admin (FED-08).')
  return { status: files.some(({ bad }) => bad > 0) ? FINDINGS : DONE, json, lines }
}

const pick = (counts: FeedCounts): Record<string, number> => Object.fromEntries(ORDER.map((name) => [name, counts[name]]))

async function preview({ call }: At, files: Chosen): Promise<Result> {
  const found = await call('feeds.preview', { files })
  const unusable = found.files.find(({ problem }) => problem !== null)
  if (unusable?.problem != null) throw new Refusal(unusable.problem.code, { file: unusable.file, ...unusable.problem.params })
  for (const { file, bad } of found.files) tellBadRows(file, bad)
  return answer(found.files.map(({ file, kind, counts }) => ({ file, kind: kind as FeedKind, ...counts })), { ...NOTHING_FOLLOWED }, false)
}

function tellBadRows(file: string, bad: readonly BadRow[]): void {
  for (const { line, column, code } of bad.slice(0, SHOWN_BAD_ROWS)) say(`${file}:${line}${column === null ? '' : ` ${column}`}: ${code}`)
}

/** FED-02 to FED-08: facts from files, in an order that satisfies their references. */
export const importFiles: Verb = {
  usage: 'import FILE… [--kind K] [--dry-run] [--all-or-nothing] [--report OUT.csv] [--at ISO] [--store DIR] [--as OPERATOR] [--json]',
  options: { kind: { type: 'string' }, 'dry-run': { type: 'boolean' }, 'all-or-nothing': { type: 'boolean' }, report: { type: 'string' }, at: { type: 'string' } },
  async run(words) {
    const kind = text(words, 'kind')
    if (words.positionals.length === 0) throw new Usage(`No file is named. Usage: ${importFiles.usage}`)
    if (kind !== undefined && !FEED_KINDS.some((known) => known === kind)) throw new Usage(`There is no kind “${kind.slice(0, 40)}”. Kinds: ${FEED_KINDS.join(', ')}`)
    const files = words.positionals.map((path) => ({ path: resolve(path), kind: (kind as FeedKind | undefined) ?? null }))
    return atWorkspace(words, {}, async (at) => {
      if (flag(words, 'dry-run')) return preview(at, files)
      const result = await at.call('feeds.import', { files, allOrNothing: flag(words, 'all-or-nothing') })
      const report = text(words, 'report')
      if (report !== undefined) await at.call('feeds.export_report', { importId: result.importId, path: resolve(report) })
      if (result.files.some(({ bad }) => bad > 0)) {
        const page = await at.call('feeds.bad_rows', { importId: result.importId, limit: SHOWN_BAD_ROWS })
        for (const row of page.rows) tellBadRows(row.file, [row])
      }
      if (result.cancelled) throw new Refusal('cancelled')
      return answer(result.files, result.consequences, result.waitingForAdmin)
    })
  },
}
