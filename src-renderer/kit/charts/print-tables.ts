import type { Column } from '@/kit/table'

export interface PrintedTable {
  title: string
  /** Already written, row by row. */
  cells: readonly (readonly string[])[]
  /** Of the columns, in order; numbers stand right. */
  heads: readonly { text: string; right: boolean }[]
}

/** A table as it is seen, for paper. */
export function printedTable<Row>(title: string, columns: readonly Column<Row>[], rows: readonly Row[]): PrintedTable {
  return {
    title,
    heads: columns.map(({ header, align }) => ({ text: header, right: align === 'right' })),
    cells: rows.map((row) => columns.map((column) => written(column, row))),
  }
}

const written = <Row>(column: Column<Row>, row: Row): string => {
  const cell = column.cell(row)
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : String(column.text(row) ?? '')
}

/** Prints tables on a page of their own, or saves them as PDF where the system's print dialog offers it; text only, so nothing in it can run. */
export function printTables(title: string, note: string, tables: readonly PrintedTable[]): void {
  const sheet = document.createElement('div')
  sheet.className = 'printed'
  sheet.append(element('h1', title), element('p', note), ...tables.flatMap(({ title: name, heads, cells }) => [element('h2', name), tableOf(heads, cells)]))
  document.body.append(sheet)
  window.print()
  sheet.remove()
}

function tableOf(heads: PrintedTable['heads'], cells: PrintedTable['cells']): HTMLElement {
  const table = document.createElement('table')
  const [head, body] = [table.createTHead().insertRow(), table.createTBody()]
  const put = (row: HTMLElement, tag: 'th' | 'td', text: string, index: number): void => {
    const cell = element(tag, text)
    if (heads[index]?.right === true) cell.dataset['right'] = ''
    row.append(cell)
  }
  heads.forEach(({ text }, index) => put(head, 'th', text, index))
  for (const line of cells) {
    const row = body.insertRow()
    line.forEach((text, index) => put(row, index === 0 ? 'th' : 'td', text, index))
  }
  return table
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag)
  made.textContent = text
  return made
}
