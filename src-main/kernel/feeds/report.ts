import { open, type FileHandle } from 'node:fs/promises'
import { stringify } from 'csv-stringify/sync'
import type { BadRow, FilePreview } from '@contract/feeds'
import type { ReadDb } from '../database'
import { Refusal } from '../refusal'
import { badRowPage, importById } from './run/store'

const PAGE = 500

/** The reason as one stable word, with what it needs: `too_long (max 500)`. */
function reason({ code, params }: BadRow): string {
  const said = Object.entries(params).map(([name, value]) => `${name} ${value}`)
  return said.length === 0 ? code : `${code} (${said.join(', ')})`
}

const HEADER = 'file,line,column,value,reason\n'

/** CSV that a spreadsheet can't take for formulas. */
function csv(rows: readonly (BadRow & { file: string })[]): string {
  const lines = rows.map((row) => [row.file, row.line, row.column ?? '', row.value, reason(row)])
  return stringify(lines, { escape_formulas: true, record_delimiter: 'unix' })
}

function openFor(path: string, flags: 'w' | 'a'): Promise<FileHandle> {
  return open(path, flags, 0o600).catch((thrown: unknown) => {
    throw new Refusal('file_not_written', { cause: String((thrown as NodeJS.ErrnoException).code) })
  })
}

/** Before long work whose report goes there. @throws Refusal `file_not_written` */
export async function checkWritable(path: string): Promise<void> {
  await (await openFor(path, 'a')).close()
}

/** FED-05: the bad rows that a preview found, as far as it lists them. @throws Refusal `file_not_written` */
export async function writePreviewReport(files: readonly FilePreview[], path: string): Promise<void> {
  const handle = await openFor(path, 'w')
  try {
    await handle.write(HEADER)
    for (const { file, bad } of files) await handle.write(csv(bad.map((row) => ({ ...row, file }))))
  } finally {
    await handle.close()
  }
}

/**
 * FED-02: an import's bad rows as CSV, readable by its owner only.
 * @throws Refusal `no_such_import`, `file_not_written`
 */
export async function writeReport(db: ReadDb, importId: string, path: string): Promise<number> {
  if (importById(db, importId) === undefined) throw new Refusal('no_such_import')
  const handle = await openFor(path, 'w')
  try {
    await handle.write(HEADER)
    let rows = 0
    let cursor: string | null = null
    do {
      const page = badRowPage(db, importId, cursor, PAGE)
      await handle.write(csv(page.rows))
      rows += page.rows.length
      cursor = page.cursor
    } while (cursor !== null)
    return rows
  } finally {
    await handle.close()
  }
}
