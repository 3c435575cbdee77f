import type { Params } from '../taker'

export type FileProblemCode =
  | 'file_missing'
  | 'file_unreadable'
  | 'file_empty'
  | 'encoding_unknown'
  | 'header_missing'
  | 'header_twice'
  | 'header_too_long'
  | 'kind_unknown'
  | 'kind_not_taken_yet'

/** The whole file can't be taken; nothing of it was. Translated as `feedProblem.<code>`. */
export class FileProblem extends Error {
  readonly code: FileProblemCode
  readonly params: Params

  constructor(code: FileProblemCode, params: Params = {}) {
    super(code)
    this.name = 'FileProblem'
    this.code = code
    this.params = params
  }
}
