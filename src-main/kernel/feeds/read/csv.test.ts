import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvSplitter, type Delimiter } from './csv'
import { LONGEST_ROW, type RawRow } from './rows'

function split(text: string, width: number, cuts: readonly number[] = [], delimiter: Delimiter = ','): RawRow[] {
  const rows: RawRow[] = []
  const splitter = new CsvSplitter(delimiter, '\n', width, 1)
  const ends = [...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length]
  let at = 0
  for (const end of ends) {
    splitter.push(text.slice(at, end), false, false, rows)
    at = end
  }
  splitter.push('', false, true, rows)
  return rows
}

const cellsOf = (rows: readonly RawRow[]): unknown[] => rows.map(({ cells }) => cells)
const codes = (rows: readonly RawRow[]): unknown[] => rows.map(({ line, problem }) => [line, problem?.code ?? null])

describe('CSV rows', () => {
  it('FED-04 takes quoted delimiters, newlines and doubled quotes', () => {
    expect(cellsOf(split('a,"b,1"\n"x\ny","say ""hi"""\r\n"",z', 2))).toEqual([
      ['a', 'b,1'],
      ['x\ny', 'say "hi"'],
      ['', 'z'],
    ])
  })

  it('FED-02 counts lines as they stand in the file', () => {
    const rows = split('a,b\n\n"x\n\ny",z\nonly\n"c","d"\r\n', 2)
    expect(codes(rows)).toEqual([
      [1, null],
      [3, null],
      [6, 'ragged'],
      [7, null],
    ])
  })

  it('FED-02 names a quote that is never closed and takes nothing after it', () => {
    expect(codes(split('a,b\nc,"d\ne,f\n', 2))).toEqual([
      [1, null],
      [2, 'quote_not_closed'],
    ])
    expect(codes(split('a,b\n"', 2))).toEqual([
      [1, null],
      [2, 'quote_not_closed'],
    ])
  })

  it('FED-02 reports text after a closing quote and goes on with the next line', () => {
    expect(codes(split('"a"x,b\nc,d\n', 2))).toEqual([
      [1, 'quote_misplaced'],
      [2, null],
    ])
  })

  it('takes a quote inside an unquoted cell as it is', () => {
    expect(cellsOf(split('5" pipe,b\nc,d', 2))).toEqual([
      ['5" pipe', 'b'],
      ['c', 'd'],
    ])
  })

  it('FED-02 skips a row that is too long, holding none of it, and goes on', () => {
    const rows: RawRow[] = []
    const splitter = new CsvSplitter(',', '\n', 2, 1)
    splitter.push('a,b\n"', false, false, rows)
    for (let n = 0; n < 30; n++) splitter.push(`${'x'.repeat(LONGEST_ROW / 10)}\n`, false, false, rows)
    splitter.push('",y\nc,d\n', false, true, rows)
    expect(codes(rows)).toEqual([
      [1, null],
      [2, 'row_too_long'],
      [33, null],
    ])
  })

  it('gives what csv-parse gives, wherever the text is cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', ';', '"', '\n', ' ', 'é', '\t', '漢'), maxLength: 6 })
    const quote = (text: string): string => (/[,"\n]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 5 }),
        fc.boolean(),
        (table, cuts, windows) => {
          const text = table.map((row) => row.map(quote).join(',')).join(windows ? '\r\n' : '\n')
          const expected = parse(text, { relax_quotes: true, record_delimiter: ['\n', '\r\n'] })
          expect(cellsOf(split(text, 3, cuts))).toEqual(expected)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('gives the same rows and lines however the text is cut, whatever it holds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'ü'), maxLength: 60 })
    fc.assert(
      fc.property(text, fc.array(fc.nat(), { maxLength: 6 }), (input, cuts) => {
        expect(split(input, 2, cuts)).toEqual(split(input, 2))
      }),
      { numRuns: 1_000 },
    )
  })
})
