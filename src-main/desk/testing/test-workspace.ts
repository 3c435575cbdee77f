import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '@contract/define'
import type { Input, OperationName, Output } from '@contract/index'
import type { CallError } from '@contract/wire'
import { createOperator } from '@kernel/access/index'
import type { Session } from '@kernel/access/session'
import type { CallOptions } from '@kernel/bridge/index'
import { makeIds } from '@kernel/ids'
import { createDesk, type Desk, type DeskOptions } from '../create-desk'
import { createWorkspace, type NewWorkspace } from '../create-workspace'

/** Mon 23 Nov 2026, 09:00 in Berlin. */
export const START = Date.UTC(2026, 10, 23, 8)
export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** A whole desk on a folder of its own, in a simulation whose clock the test moves. */
export interface TestWorkspace {
  readonly folder: string
  readonly desk: Desk
  /** As somebody with these roles. @throws AnsweredError when the answer is an error */
  call<K extends OperationName>(op: K, input: Input<K>, options?: Partial<CallOptions>): Promise<Output<K>>
  /** The error a call is answered with. @throws when it succeeds */
  refused<K extends OperationName>(op: K, input: Input<K>, options?: Partial<CallOptions>): Promise<CallError>
  as(...roles: Role[]): Session
  /** Writes a feed file and imports it. `rows`: the header first. */
  take(kind: string, ...rows: string[]): Promise<Output<'feeds.import'>>
  /** The next process on the same folder; `close` false: this one is closed already. */
  reopen(options?: Partial<DeskOptions>, close?: boolean): Promise<void>
  close(): Promise<void>
}

export class AnsweredError extends Error {
  readonly error: CallError

  constructor(op: string, error: CallError) {
    super(`${op}: ${error.kind} ${error.code} ${JSON.stringify(error.params)}`)
    this.error = error
  }
}

export async function testWorkspace(options: Partial<NewWorkspace> = {}): Promise<TestWorkspace> {
  const folder = mkdtempSync(join(tmpdir(), 'reeve-desk-'))
  const now = options.now ?? START
  const ids = makeIds(() => now, counting())
  const operators = createWorkspace({ folder, now, simulation: true, ids, ...options }, (unit) => {
    const roles: readonly Role[] = ['reviewer', 'support', 'admin']
    return new Map(
      roles.map((role) => [
        role,
        createOperator(unit, {
          name: `Test ${role}`,
          shortName: role,
          language: 'en',
          roles: [role],
          credential: { passphrase: 'none', recovery: null },
        }),
      ]),
    )
  })
  let desk = createDesk({ folder })
  let files = 0

  const as = (...roles: Role[]): Session => ({
    operatorId: operators.get(roles[0] ?? 'admin')!,
    name: `Test ${roles[0] ?? 'admin'}`,
    shortName: roles[0] ?? 'admin',
    roles,
    language: 'en',
    touchedAt: now,
  })
  const answer = (op: string, input: unknown, callOptions: Partial<CallOptions>) =>
    desk.call(op, input, { window: 'test', session: as('admin'), ...callOptions })

  return {
    folder,
    get desk() {
      return desk
    },
    as,
    async call(op, input, callOptions = {}) {
      const result = await answer(op, input, callOptions)
      if (!result.ok) throw new AnsweredError(op, result.error)
      return result.value as never
    },
    async refused(op, input, callOptions = {}) {
      const result = await answer(op, input, callOptions)
      if (result.ok) throw new Error(`${op} was not refused`)
      return result.error
    },
    async take(kind, ...rows) {
      const path = join(folder, `${kind}-${(files += 1)}.csv`)
      writeFileSync(path, `${rows.join('\n')}\n`)
      const result = await answer('feeds.import', { files: [{ path, kind }] }, {})
      if (!result.ok) throw new AnsweredError('feeds.import', result.error)
      return result.value as Output<'feeds.import'>
    },
    async reopen(again = {}, close = true) {
      if (close) await desk.close()
      desk = createDesk({ folder, ...again })
    },
    async close() {
      await desk.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Salts that repeat from run to run. */
function counting(): (length: number) => Buffer {
  let n = 0
  return (length) => {
    const bytes = Buffer.alloc(length)
    bytes.writeUInt32BE((n += 1), length - 4)
    return bytes
  }
}
