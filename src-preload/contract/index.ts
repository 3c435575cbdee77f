import { accessContract } from './access'
import { accountsContract } from './accounts'
import type { InputOf, OutputOf, ParsedInputOf } from './define'
import { feedsContract } from './feeds'
import { journalContract } from './journal'
import { limitsContract } from './limits'
import { messagesContract } from './messages'
import { reportsContract, reviewsContract } from './reviews'
import { cancellationContract, retentionContract } from './retention'
import { schedulerContract } from './scheduler'
import { segmentsContract } from './segments'
import { sharingContract } from './sharing'
import { todayContract } from './today'
import { workspaceContract } from './workspace'

/** Everything that crosses between a window (or the command line) and the desk. */
export const contract = {
  ...workspaceContract,
  ...accessContract,
  ...accountsContract,
  ...limitsContract,
  ...reviewsContract,
  ...reportsContract,
  ...segmentsContract,
  ...cancellationContract,
  ...retentionContract,
  ...messagesContract,
  ...journalContract,
  ...feedsContract,
  ...schedulerContract,
  ...sharingContract,
  ...todayContract,
} as const

export type Contract = typeof contract
export type OperationName = keyof Contract
export type QueryName = { [K in OperationName]: Contract[K]['kind'] extends 'query' ? K : never }[OperationName]
export type CommandName = { [K in OperationName]: Contract[K]['kind'] extends 'command' ? K : never }[OperationName]
export type Input<K extends OperationName> = InputOf<Contract[K]>
export type ParsedInput<K extends OperationName> = ParsedInputOf<Contract[K]>
export type Output<K extends OperationName> = OutputOf<Contract[K]>
