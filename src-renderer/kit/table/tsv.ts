import type { Column } from './columns'

/**
 * A cell for a spreadsheet. Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay
 * numbers. Tabs and line breaks become spaces, so that a cell stays one cell.
 */
export function safeCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const flat = value.replace(/[\t\r\n\u2028\u2029]+/g, ' ')
  return /^[\s]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]/.test(flat) ? `'${flat}` : flat
}

/** Head and rows, tab-separated, as seen: only the columns shown, in their order. */
export function toTsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map(({ header }) => safeCell(header)), ...rows.map((row) => columns.map(({ text }) => safeCell(text(row))))]
  return lines.map((cells) => cells.join('\t')).join('\n')
}

/** Copies by the editing command: the asynchronous clipboard needs a permission that this window denies. */
export function copyText(text: string): boolean {
  const focused = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.setAttribute('aria-hidden', 'true')
  field.style.cssText = 'position:fixed;inset:0 auto auto 0;opacity:0'
  document.body.append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  return done
}
