import { open } from 'node:fs/promises'
import { stringify } from 'csv-stringify/sync'
import type { BadRow } from '@contract/feeds'
import type { ReadDb } from '../database'
import { Refusal } from '../refusal'
import { badRowPage, importById } from './run/store'

const PAGE = 500

/** The reason as one stable word, with what it needs: `too_long (max 500)`. */
function reason({ code, params }: BadRow): string {
  const said = Object.entries(params).map(([name, value]) => `${name} ${value}`)
  return said.length === 0 ? code : `${code} (${said.join(', ')})`
}

/**
 * FED-02: an import's bad rows as CSV that a spreadsheet can't take for formulas, readable by its owner only.
 * @throws Refusal `no_such_import`, `file_not_written`
 */
export async function writeReport(db: ReadDb, importId: string, path: string): Promise<number> {
  if (importById(db, importId) === undefined) throw new Refusal('no_such_import')
  const handle = await open(path, 'w', 0o600).catch((thrown: unknown) => {
    throw new Refusal('file_not_written', { cause: String((thrown as NodeJS.ErrnoException).code) })
  })
  try {
    await handle.write('file,line,column,value,reason\n')
    let rows = 0
    let cursor: string | null = null
    do {
      const page = badRowPage(db, importId, cursor, PAGE)
      const lines = page.rows.map((row) => [row.file, row.line, row.column ?? '', row.value, reason(row)])
      await handle.write(stringify(lines, { escape_formulas: true, record_delimiter: 'unix' }))
      rows += page.rows.length
      cursor = page.cursor
    } while (cursor !== null)
    return rows
  } finally {
    await handle.close()
  }
}
