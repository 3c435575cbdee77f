import { NOT_UTF8 } from '../read/decode'
import { shown, type RawRow } from '../read/rows'
import type { Cell, Params } from '../taker'
import type { Schema } from './kind'
import { CellProblem } from './value'

export interface Finding {
  readonly column: string | null
  readonly value: string
  readonly code: string
  readonly params: Params
}

/** What a row says, or everything that is wrong with it. */
export type Reading = { readonly values: Cell[]; readonly findings: null } | { readonly values: null; readonly findings: Finding[] }

/** Reads rows of one file. `places[n]` is where the kind's column n stands in a row, -1 when it isn't in the file; null: cells already stand in that order. */
export function rowReader(schema: Schema, places: readonly number[] | null): (row: RawRow) => Reading {
  const { columns } = schema
  const width = columns.length
  return ({ cells, problem, suspicious }) => {
    if (problem !== null) return { values: null, findings: [problem] }
    const values = new Array<Cell>(width)
    let findings: Finding[] | null = null
    for (let place = 0; place < width; place++) {
      const column = columns[place]!
      const at = places === null ? place : places[place]!
      const text = at < 0 ? undefined : cells[at]
      const value = text === undefined ? undefined : isBlank(text) ? null : suspicious && isBroken(text) ? broken(text) : column.read(text)
      if (value === undefined || value === null) {
        if (column.required) (findings ??= []).push({ column: column.name, value: '', code: 'missing', params: {} })
        values[place] = value
      } else if (value instanceof CellProblem) {
        ;(findings ??= []).push({ column: column.name, value: shown(text!), code: value.code, params: value.params })
      } else values[place] = value
    }
    return findings === null ? { values, findings } : { values: null, findings }
  }
}

/** Empty, or nothing but white space. */
function isBlank(text: string): boolean {
  return text === '' || (text.charCodeAt(0) <= 32 && text.trim() === '')
}

// oxlint-disable-next-line no-control-regex -- what must not be taken
const BROKEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

const isBroken = (text: string): boolean => BROKEN.test(text)
const NOT_TEXT = new CellProblem('not_utf8')
const CONTROL = new CellProblem('control_character')

function broken(text: string): CellProblem {
  // oxlint-disable-next-line no-control-regex -- tells which of the two it is
  return text.includes(NOT_UTF8) || !/[\0-\x1f\x7f]/.test(text) ? NOT_TEXT : CONTROL
}
