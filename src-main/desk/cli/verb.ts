import type { ParseArgsConfig } from 'node:util'
import type { Status } from './problem'
import type { Words } from './words'

export interface Result {
  readonly status: Status
  /** What `--json` prints. */
  readonly json: unknown
  /** What a person reads instead. */
  readonly lines: readonly string[]
}

export interface Verb {
  readonly usage: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  run(words: Words): Promise<Result>
}

/** Goes to standard error: standard output is the answer's alone. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
