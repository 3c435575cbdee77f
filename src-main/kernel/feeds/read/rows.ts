import type { Params } from '../taker'

/** A row as it stands in the file. */
export interface RawRow {
  /** Physical line the row starts on, from 1. */
  readonly line: number
  /** CSV: in the order of the header. NDJSON: in the order of the kind's columns, undefined where the key is absent. */
  readonly cells: readonly (string | undefined)[]
  /** Set when the row can't be told apart into cells, or a cell isn't text. */
  readonly problem: RowProblem | null
  /** Cells must be looked through for control characters and bytes that are no text. */
  readonly suspicious: boolean
}

export interface RowProblem {
  readonly code: 'ragged' | 'quote_misplaced' | 'quote_not_closed' | 'row_too_long' | 'not_json' | 'not_an_object' | 'not_text' | 'number_not_exact'
  readonly column: string | null
  readonly value: string
  readonly params: Params
}

/** A longer row is bad, and skipped without being held in memory. In UTF-16 units. */
export const LONGEST_ROW = 1_000_000

/** Rows from pieces of text. Pieces may be cut anywhere. */
export interface RowSplitter {
  push(text: string, suspicious: boolean, last: boolean, rows: RawRow[]): void
}

const SHOWN = 200

/** What a report shows of a value. */
export function shown(value: string): string {
  const cut = value.length > SHOWN ? `${value.slice(0, SHOWN - 1)}…` : value
  // oxlint-disable-next-line no-control-regex -- exactly those must not reach a report
  return cut.replaceAll(/[\0-\x1f\x7f]+/g, ' ').replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
}
