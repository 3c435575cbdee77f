import { LONGEST_ROW, shown, type RawRow, type RowProblem, type RowSplitter } from './rows'

export type Delimiter = ',' | ';' | '\t'
export type Newline = '\n' | '\r'

const QUOTE = '"'

/**
 * CSV as RFC 4180 has it: quoted cells may hold delimiters, newlines and doubled quotes. The first row is the header; `width` is its
 * number of cells. Rows without a quote, nearly all, are split by the engine's own indexOf and split.
 */
export class CsvSplitter implements RowSplitter {
  readonly #delimiter: Delimiter
  readonly #newline: Newline
  readonly #width: number
  #pending = ''
  #pendingSuspicious = false
  #line: number
  /** Where the next quote is; -1 when there is none in the text at hand. */
  #quote = 0
  /** Set while a row that is too long is skipped: whether the skipped text stands inside quotes. */
  #skipping: { quoted: boolean } | null = null

  /** `line`: physical line of the first row pushed. */
  constructor(delimiter: Delimiter, newline: Newline, width: number, line: number) {
    this.#delimiter = delimiter
    this.#newline = newline
    this.#width = width
    this.#line = line
  }

  push(piece: string, suspicious: boolean, last: boolean, rows: RawRow[]): void {
    const text = this.#pending + piece
    const doubtful = suspicious || this.#pendingSuspicious
    let at = this.#skipping === null ? 0 : this.#skip(text, 0)
    this.#quote = text.indexOf(QUOTE, at)
    while (at < text.length) {
      const next = this.#row(text, at, last, doubtful, rows)
      if (next < 0) break
      at = next
    }
    if (last && (at < text.length || this.#skipping?.quoted === true)) rows.push(this.#bad('quote_not_closed', text.slice(at, at + 500)))
    if (!last && text.length - at > LONGEST_ROW) {
      rows.push(this.#bad('row_too_long', text.slice(at, at + 500), { max: LONGEST_ROW }))
      this.#skipping = { quoted: false }
      at = this.#skip(text, at)
    }
    this.#pending = last ? '' : text.slice(at)
    this.#pendingSuspicious = doubtful && this.#pending !== ''
  }

  /** Takes one row; returns where the next starts, or -1 when this one isn't complete yet. */
  #row(text: string, start: number, last: boolean, suspicious: boolean, rows: RawRow[]): number {
    let end = text.indexOf(this.#newline, start)
    if (end < 0) {
      if (!last) return -1
      end = text.length
    }
    if (this.#quote >= 0 && this.#quote < start) this.#quote = text.indexOf(QUOTE, start)
    if (this.#quote >= 0 && this.#quote < end) return this.#quotedRow(text, start, last, suspicious, rows)
    const line = this.#line++
    const content = text.slice(start, this.#newline === '\n' && end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end)
    if (content !== '') rows.push(this.#take(content.split(this.#delimiter), line, suspicious, content, null))
    return end + 1
  }

  #quotedRow(text: string, start: number, last: boolean, suspicious: boolean, rows: RawRow[]): number {
    const cells: string[] = []
    let misplaced = false
    let at = start
    for (;;) {
      let cell = ''
      if (text.charCodeAt(at) === 34) {
        const close = closingQuote(text, at + 1)
        // A quote at the very end may be the first of a doubled one.
        if (close < 0 || (close === text.length - 1 && !last)) return -1
        cell = text.slice(at + 1, close).replaceAll('""', QUOTE)
        at = close + 1
      }
      const end = this.#cellEnd(text, at)
      if (end < 0 && !last) return -1
      const stop = end < 0 ? text.length : end
      const newline = stop >= text.length || text[stop] === this.#newline
      const rest = text.slice(at, newline && this.#newline === '\n' && stop > at && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop)
      const quoted = at > start && text.charCodeAt(at - 1) === 34
      if (quoted && rest.trim() !== '') misplaced = true
      cells.push(quoted ? cell : rest)
      at = stop + 1
      if (newline) break
    }
    const line = this.#line
    const content = text.slice(start, Math.min(at, text.length))
    this.#line += newlines(content, this.#newline) + (at > text.length ? 1 : 0)
    const problem: RowProblem | null = misplaced ? { code: 'quote_misplaced', column: null, value: shown(content.trimEnd()), params: {} } : null
    rows.push(this.#take(cells, line, suspicious, content, problem))
    return at
  }

  #cellEnd(text: string, from: number): number {
    const delimiter = this.#delimiter.charCodeAt(0)
    const newline = this.#newline.charCodeAt(0)
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === delimiter || code === newline) return at
    }
    return -1
  }

  #take(cells: string[], line: number, suspicious: boolean, content: string, problem: RowProblem | null): RawRow {
    if (problem !== null || cells.length === this.#width) return { line, cells, problem, suspicious }
    const params = { expected: this.#width, found: cells.length }
    return { line, cells, problem: { code: 'ragged', column: null, value: shown(content.trimEnd()), params }, suspicious }
  }

  #bad(code: RowProblem['code'], content: string, params: RowProblem['params'] = {}): RawRow {
    return { line: this.#line, cells: [], problem: { code, column: null, value: shown(content), params }, suspicious: false }
  }

  /** Runs past the rest of a row that is too long, counting its lines; returns where the next row starts. */
  #skip(text: string, from: number): number {
    const state = this.#skipping!
    for (let at = from; at < text.length; at++) {
      const character = text[at]
      if (character === QUOTE) state.quoted = !state.quoted
      else if (character === this.#newline) {
        this.#line += 1
        if (!state.quoted) {
          this.#skipping = null
          return at + 1
        }
      }
    }
    return text.length
  }
}

/** The quote that ends a cell; doubled ones are passed over. -1: not in this text. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf(QUOTE, from)
  while (at >= 0 && text.charCodeAt(at + 1) === 34) at = text.indexOf(QUOTE, at + 2)
  return at
}

function newlines(text: string, newline: Newline): number {
  let count = 0
  for (let at = text.indexOf(newline); at >= 0; at = text.indexOf(newline, at + 1)) count += 1
  return count
}
