import { describe, expect, it } from 'vitest'
import type { Column } from './columns'
import { toCsv } from './csv'

const columns: Column<{ name: string; n: number | null }>[] = [
  { id: 'name', header: 'Name', width: 1, text: ({ name }) => name, cell: ({ name }) => name },
  { id: 'n', header: 'Count', width: 1, text: ({ n }) => n, cell: ({ n }) => n },
]

describe('exported rows', () => {
  it('DSK-03 runs no cell as a formula, and keeps numbers numbers', () => {
    expect(
      toCsv(columns, [
        { name: '=HYPERLINK("x")', n: -3 },
        { name: '+49 30', n: null },
      ]),
    ).toBe('\uFEFFName,Count\r\n"\'=HYPERLINK(""x"")",-3\r\n\'+49 30,\r\n')
  })

  it('quotes commas and quotation marks, and flattens line breaks', () => {
    expect(toCsv(columns, [{ name: 'A, "B"\nC', n: 1 }])).toContain('"A, ""B"" C",1')
  })
})
