import type { Schema } from '../schema/kind'
import { CsvSplitter, type Delimiter, type Newline } from './csv'
import { FileProblem } from './problem'
import { shown, type RawRow } from './rows'

export interface Header {
  readonly names: readonly string[]
  readonly delimiter: Delimiter
  readonly newline: Newline
  /** Where each column of the kind stands in a row; -1: not in this file. */
  readonly places: readonly number[]
  readonly unknown: readonly string[]
  /** Required columns that aren't there: every row is bad. */
  readonly missing: readonly string[]
  /** Physical line of the first row, and where it starts in the text the header was found in. */
  readonly nextLine: number
  readonly restAt: number
}

export const LONGEST_HEADER = 65_536
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t']

/**
 * Finds the header in the first text of a file; null when the text is too short to tell.
 * @throws FileProblem `file_empty`, `header_missing`, `header_twice`, `header_too_long`
 */
export function findHeader(text: string, last: boolean, schema: Schema): Header | null {
  const start = /^[\r\n]*/.exec(text)![0].length
  const newline: Newline = text.includes('\n') ? '\n' : text.includes('\r') && (last || text.length > LONGEST_HEADER) ? '\r' : '\n'
  const end = text.indexOf(newline, start)
  if (end < 0 && !last) {
    if (text.length > LONGEST_HEADER) throw new FileProblem('header_too_long', { max: LONGEST_HEADER })
    return null
  }
  const line = text.slice(start, end < 0 ? text.length : end + 1)
  if (line.trim() === '') throw new FileProblem('file_empty')
  const readings = DELIMITERS.map((delimiter) => ({ delimiter, names: namesIn(line, delimiter, newline) }))
  const { delimiter, names } = readings.reduce((best, reading) => (knownIn(reading.names, schema) > knownIn(best.names, schema) ? reading : best))
  if (knownIn(names, schema) === 0)
    throw new FileProblem('header_missing', {
      expected: schema.columns
        .filter(({ required }) => required)
        .map(({ name }) => name)
        .join(' '),
    })
  const twice = names.find((name, at) => isKnown(name, schema) && names.indexOf(name) !== at)
  if (twice !== undefined) throw new FileProblem('header_twice', { column: twice })
  return {
    names,
    delimiter,
    newline,
    places: schema.columns.map(({ name }) => names.indexOf(name)),
    unknown: [...new Set(names.filter((name) => name !== '' && !isKnown(name, schema)))].map(shown),
    missing: schema.columns.filter(({ name, required }) => required && !names.includes(name)).map(({ name }) => name),
    nextLine: text.slice(0, start).split(newline).length + 1,
    restAt: end < 0 ? text.length : end + 1,
  }
}

function namesIn(line: string, delimiter: Delimiter, newline: Newline): string[] {
  const rows: RawRow[] = []
  new CsvSplitter(delimiter, newline, 0, 1).push(line, false, true, rows)
  return (rows[0]?.cells ?? []).map((name) => (name ?? '').trim())
}

const isKnown = (name: string, schema: Schema): boolean => schema.columns.some((column) => column.name === name)
const knownIn = (names: readonly string[], schema: Schema): number => new Set(names.filter((name) => isKnown(name, schema))).size
