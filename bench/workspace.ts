import { join } from 'node:path'
import { createDesk, type Desk } from '@desk/create-desk'
import { createWorkspace } from '@desk/create-workspace'
import type { Input, OperationName, Output } from '@contract/index'
import { ROLES } from '@contract/define'
import { createOperator, operatorSession, signInChoices } from '@kernel/access/index'
import { writeCsv, writeDemoFeeds } from '@features/demo/index'

/** Monday, before anyone's warnings leave. */
export const START = Date.UTC(2026, 10, 2, 5)

/** A simulation with one operator. `passphrase`: its hash, where somebody signs in. */
export function makeWorkspace(folder: string, passphrase = 'none'): Desk {
  createWorkspace({ folder, now: START, simulation: true }, (unit) =>
    createOperator(unit, { name: 'Bench', shortName: 'bench', roles: ROLES, language: 'en', credential: { passphrase, recovery: null } }),
  )
  return createDesk({ folder })
}

export type Call = <K extends OperationName>(op: K, input: Input<K>) => Promise<Output<K>>

export function caller({ services, call }: Desk): Call {
  const session = { ...operatorSession(services.db, signInChoices(services.db)[0]!.id), roles: ROLES, touchedAt: 0 }
  return async (op, input) => {
    const answer = await call(op, input, { window: 'bench', session })
    if (!answer.ok) throw new Error(`${op}: ${answer.error.code} ${JSON.stringify(answer.error.params)}`)
    return answer.value as never
  }
}

export interface FeedFiles {
  readonly plans: string
  readonly teams: string
  readonly accounts: string
  /** Every sixteenth account is over its plan. */
  readonly over: string
}

export async function makeFeeds(folder: string, accounts: number): Promise<FeedFiles> {
  await writeDemoFeeds(folder, { accounts, seed: 1 })
  const of = (kind: string): string => join(folder, `${kind}.csv`)
  const over = function* (): Generator<Record<string, string | number>> {
    for (let nth = 0; nth < accounts; nth += 16)
      yield { account_id: `A-${10_001 + nth}`, resource: 'contacts', used: 2_001 + (nth % 997) * 61, observed_at: new Date(START).toISOString() }
  }
  await writeCsv(join(folder, 'usage-over.csv'), over())
  return { plans: of('plans'), teams: of('teams'), accounts: of('accounts'), over: join(folder, 'usage-over.csv') }
}

/** Imports; what FED-08 holds back is let go. */
export async function take(call: Call, ...paths: string[]): Promise<void> {
  const { importId, waitingForAdmin } = await call('feeds.import', { files: paths.map((path) => ({ path })) })
  if (waitingForAdmin) await call('feeds.release', { importId, reason: 'bench' })
}
