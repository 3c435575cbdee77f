import i18next from 'i18next'
import { bridge } from '@/app/bridge/bridge'
import { tell } from '@/kit/tell'
import type { Column } from './columns'
import { safeCell } from './tsv'

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Head and rows as CSV with a byte order mark, so that spreadsheets read it as UTF-8; no cell runs as a formula (DSK-03). */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map(({ header }) => safeCell(header)), ...rows.map((row) => columns.map(({ text }) => safeCell(text(row))))]
  return `\uFEFF${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`
}

/** Asks where to, saves the rows there as CSV, and says so. `name` is the file's proposed name without its ending. */
export async function exportRows<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Promise<void> {
  const words = { count: rows.length, number: rows.length.toLocaleString(i18next.language) }
  try {
    const path = await bridge().host('host.save_text', {
      title: i18next.t('kit:export.title'),
      suggested: `${name}.csv`,
      extension: 'csv',
      text: toCsv(columns, rows),
    })
    if (path !== null) tell({ tone: 'ok', text: i18next.t('kit:export.done', words) })
  } catch {
    tell({ tone: 'bad', text: i18next.t('kit:export.failed') })
  }
}
