import type { Output, OperationName, ParsedInput } from '@contract/index'
import type { Progress } from '@contract/wire'
import type { Session } from '../access/session'
import type { ReadDb } from '../database'
import type { Services } from '../services'
import type { Unit } from '../unit'

export interface Caller {
  /** The window or command line the call came from. */
  readonly window: string
  /** Null only for operations open to the public. */
  readonly session: Session | null
}

export interface QueryContext extends Caller {
  readonly db: ReadDb
  /** ms UTC */
  readonly now: number
  readonly services: Services
}

export interface CommandContext extends Caller {
  readonly services: Services
}

export interface LongContext extends CommandContext {
  readonly now: number
  readonly commandId: string | null
  readonly progress: (progress: Progress) => void
  readonly signal: AbortSignal
}

/** How an operation runs: a query reads, a command decides in one transaction, long work goes in steps of its own. */
export type Handler<K extends OperationName> =
  | { readonly run: 'query'; readonly handle: (context: QueryContext, input: ParsedInput<K>) => Output<K> }
  | {
      readonly run: 'command'
      /** Passphrases and codes in the answer: it isn't kept for a repeated command id. */
      readonly secretAnswer: boolean
      readonly handle: (unit: Unit, input: ParsedInput<K>, context: CommandContext) => Output<K>
    }
  | { readonly run: 'long'; readonly handle: (context: LongContext, input: ParsedInput<K>) => Promise<Output<K>> }

export type Handlers = { readonly [K in OperationName]?: Handler<K> }

type Run<K extends OperationName, T extends Handler<K>['run']> = Extract<Handler<K>, { run: T }>

export function query<K extends OperationName>(handle: Run<K, 'query'>['handle']): Handler<K> {
  return { run: 'query', handle }
}

export function command<K extends OperationName>(handle: Run<K, 'command'>['handle'], options: { secretAnswer?: boolean } = {}): Handler<K> {
  return { run: 'command', handle, secretAnswer: options.secretAnswer ?? false }
}

export function long<K extends OperationName>(handle: Run<K, 'long'>['handle']): Handler<K> {
  return { run: 'long', handle }
}
