import { LONGEST_ROW, shown, type RawRow, type RowProblem, type RowSplitter } from './rows'

/** Keys the kind doesn't know; more aren't remembered. */
const MOST_UNKNOWN = 100

/** One JSON object a line, with the columns' names as keys. Numbers and booleans count as their text, null clears. */
export class NdjsonSplitter implements RowSplitter {
  readonly #columns: readonly string[]
  readonly #known: ReadonlySet<string>
  readonly unknown = new Set<string>()
  #pending = ''
  #pendingSuspicious = false
  #line = 1
  #skipping = false

  constructor(columns: readonly string[]) {
    this.#columns = columns
    this.#known = new Set(columns)
  }

  push(piece: string, suspicious: boolean, last: boolean, rows: RawRow[]): void {
    const text = this.#pending + piece
    const doubtful = suspicious || this.#pendingSuspicious
    let at = 0
    while (at < text.length) {
      const newline = text.indexOf('\n', at)
      if (newline < 0 && !last) break
      const end = newline < 0 ? text.length : newline
      if (this.#skipping) this.#skipping = false
      else {
        const content = text.slice(at, end).trim()
        if (content !== '') rows.push(this.#row(content, doubtful))
      }
      this.#line += 1
      at = end + 1
    }
    const left = last ? '' : text.slice(at)
    if (left.length > LONGEST_ROW && !this.#skipping) {
      rows.push(this.#bad('row_too_long', left.slice(0, 500), null, { max: LONGEST_ROW }))
      this.#skipping = true
    }
    this.#pending = this.#skipping ? '' : left
    this.#pendingSuspicious = doubtful && this.#pending !== ''
  }

  #row(content: string, doubtful: boolean): RawRow {
    let value: unknown
    try {
      value = JSON.parse(content)
    } catch {
      return this.#bad('not_json', content)
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.#bad('not_an_object', content)
    const object = value as Record<string, unknown>
    for (const key in object) if (!this.#known.has(key) && this.unknown.size < MOST_UNKNOWN) this.unknown.add(shown(key))
    const cells: (string | undefined)[] = []
    for (const name of this.#columns) {
      const cell = Object.hasOwn(object, name) ? asText(object[name]) : undefined
      if (cell === NOT_TEXT) return this.#bad('not_text', JSON.stringify(object[name]), name)
      if (cell === NOT_EXACT) return this.#bad('number_not_exact', String(object[name]), name)
      cells.push(cell as string | undefined)
    }
    // Escapes can spell what a file can't hold: control characters, halves of characters.
    return { line: this.#line, cells, problem: null, suspicious: doubtful || content.includes('\\') }
  }

  #bad(code: RowProblem['code'], content: string, column: string | null = null, params: RowProblem['params'] = {}): RawRow {
    return { line: this.#line, cells: [], problem: { code, column, value: shown(content), params }, suspicious: false }
  }
}

const NOT_TEXT = Symbol('not text')
const NOT_EXACT = Symbol('number not exact')

function asText(value: unknown): string | typeof NOT_TEXT | typeof NOT_EXACT {
  if (typeof value === 'string') return value
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value !== 'number') return NOT_TEXT
  // Beyond 2^53 JSON.parse has already changed the number: an id would silently become another one.
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? NOT_EXACT : String(value)
}
