import type { BadRow, Consequences, FeedCounts, FeedKind, ImportedFile, ImportRow } from '@contract/feeds'
import type { Page } from '@contract/define'
import type { ReadDb, WriteDb } from '../../database'
import type { BadFinding } from './chunks'

export type ImportState = ImportRow['state']

export interface StoredImport {
  readonly id: string
  /** ms UTC */
  readonly at: number
  /** Operator uuid. */
  readonly actor: string
  readonly state: ImportState
  readonly all_or_nothing: number
  readonly consequences: string
}

export interface StoredFile {
  readonly ordinal: number
  readonly name: string
  readonly path: string
  readonly kind: FeedKind
  readonly hash: Buffer
  readonly rows_done: number
  readonly finished: number
  readonly counts: string
  readonly unknown: string
}

/** Bad rows kept of one file; the rest is only counted. */
export const MOST_BAD_ROWS = 10_000

export function insertImport(db: WriteDb, row: { id: string; at: number; actor: string; allOrNothing: boolean; consequences: Consequences }): void {
  db.run(
    `INSERT INTO feed_import (id, at, actor, state, all_or_nothing, consequences) VALUES (?, ?, ?, 'running', ?, ?)`,
    row.id,
    row.at,
    row.actor,
    row.allOrNothing ? 1 : 0,
    JSON.stringify(row.consequences),
  )
}

export function insertFile(
  db: WriteDb,
  importId: string,
  file: { ordinal: number; name: string; path: string; kind: FeedKind; hash: Buffer; counts: FeedCounts },
): void {
  db.run(
    `INSERT INTO feed_file (import, ordinal, name, path, kind, hash, rows_done, finished, counts, unknown) VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?, '[]')`,
    importId,
    file.ordinal,
    file.name,
    file.path,
    file.kind,
    file.hash,
    JSON.stringify(file.counts),
  )
}

export interface FileProgress {
  readonly ordinal: number
  readonly rowsDone: number
  readonly finished: boolean
  readonly counts: FeedCounts
  readonly unknown: readonly string[]
}

export function updateFile(db: WriteDb, importId: string, { ordinal, rowsDone, finished, counts, unknown }: FileProgress): void {
  db.run(
    'UPDATE feed_file SET rows_done = ?, finished = ?, counts = ?, unknown = ? WHERE import = ? AND ordinal = ?',
    rowsDone,
    finished ? 1 : 0,
    JSON.stringify(counts),
    JSON.stringify(unknown),
    importId,
    ordinal,
  )
}

export function updateConsequences(db: WriteDb, importId: string, consequences: Consequences): void {
  db.run('UPDATE feed_import SET consequences = ? WHERE id = ?', JSON.stringify(consequences), importId)
}

export function updateState(db: WriteDb, importId: string, state: ImportState): void {
  db.run('UPDATE feed_import SET state = ? WHERE id = ?', state, importId)
}

export function insertBadRows(db: WriteDb, importId: string, ordinal: number, bad: readonly BadFinding[]): void {
  for (const { line, nth, column, value, code, params } of bad) {
    db.run(
      'INSERT OR IGNORE INTO feed_bad_row (import, ordinal, line, nth, "column", value, code, params) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      importId,
      ordinal,
      line,
      nth,
      column,
      value,
      code,
      JSON.stringify(params),
    )
  }
}

export function countBadRows(db: ReadDb, importId: string, ordinal: number): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM feed_bad_row WHERE import = ? AND ordinal = ?', importId, ordinal)!.n
}

export function importById(db: ReadDb, id: string): StoredImport | undefined {
  return db.get<StoredImport>('SELECT * FROM feed_import WHERE id = ?', id)
}

export function importsIn(db: ReadDb, state: ImportState): StoredImport[] {
  return db.all<StoredImport>('SELECT * FROM feed_import WHERE state = ? ORDER BY id', state)
}

export function filesOf(db: ReadDb, importId: string): StoredFile[] {
  return db.all<StoredFile>('SELECT * FROM feed_file WHERE import = ? ORDER BY ordinal', importId)
}

export function importedFile({ name, kind, counts, unknown }: StoredFile): ImportedFile {
  return { file: name, kind, unknown: JSON.parse(unknown) as string[], ...(JSON.parse(counts) as FeedCounts) }
}

export function importRow(db: ReadDb, { id, at, actor, state, consequences }: StoredImport): ImportRow {
  const actorName = db.get<{ name: string | null }>('SELECT name FROM operator WHERE id = ?', actor)?.name ?? ''
  return { id, at, actorName, state, files: filesOf(db, id).map(importedFile), consequences: JSON.parse(consequences) as Consequences }
}

/** Newest first. */
export function importPage(db: ReadDb, cursor: string | null, limit: number): Page<ImportRow> {
  const rows = db.all<StoredImport>('SELECT * FROM feed_import WHERE id < ? ORDER BY id DESC LIMIT ?', cursor ?? '~', limit + 1)
  const page = rows.slice(0, limit)
  return { rows: page.map((row) => importRow(db, row)), cursor: rows.length > limit ? page.at(-1)!.id : null }
}

type StoredBadRow = Omit<BadRow, 'params'> & { readonly name: string; readonly ordinal: number; readonly nth: number; readonly params: string }

/** In the order of the files and their lines. `cursor`: what the page before gave. */
export function badRowPage(db: ReadDb, importId: string, cursor: string | null, limit: number): Page<BadRow & { file: string }> {
  const [ordinal = -1, line = -1, nth = -1] = (cursor ?? '').split('.').filter(Boolean).map(Number)
  const rows = db.all<StoredBadRow>(
    `SELECT f.name, b.* FROM feed_bad_row b JOIN feed_file f ON f.import = b.import AND f.ordinal = b.ordinal
     WHERE b.import = ? AND (b.ordinal, b.line, b.nth) > (?, ?, ?) ORDER BY b.ordinal, b.line, b.nth LIMIT ?`,
    importId,
    ordinal,
    line,
    nth,
    limit + 1,
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map((row) => ({
      file: row.name,
      line: row.line,
      column: row.column,
      value: row.value,
      code: row.code,
      params: JSON.parse(row.params) as BadRow['params'],
    })),
    cursor: rows.length > limit && last !== undefined ? `${last.ordinal}.${last.line}.${last.nth}` : null,
  }
}
