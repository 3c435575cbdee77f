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
  process.stderr.write(`${printable(line)}\n`)
}

/** Names and values from outside can't move a terminal's cursor or start a line of their own. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (character) => (character === '\t' ? '\t' : '�'))
}
