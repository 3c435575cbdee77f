import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Input, OperationName, Output } from '@contract/index'
import { ROLES } from '@contract/define'
import type { Progress } from '@contract/wire'
import { operatorNamed, operatorSession, signIn, signInChoices, type Session } from '@kernel/access/index'
import { denied, Refusal } from '@kernel/refusal'
import { createDesk, workspaceExists, type Desk } from '../create-desk'
import { readPassphrase } from './passphrase'
import { CallRefused, Usage } from './problem'
import { flag, instantOf, text, type Words } from './words'

const WINDOW = 'command-line'

/** The app's own workspace on this system, when no other is named. */
export function storeOf(words: Words): string {
  const named = text(words, 'store') ?? process.env['REEVE_WORKSPACE']
  if (named !== undefined) {
    if (named === '') throw new Usage('--store wants a folder')
    return resolve(named)
  }
  return join(appData(), 'Reeve', 'workspace')
}

function appData(): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}

/** An open workspace and who works in it. */
export interface At {
  readonly desk: Desk
  readonly session: Session | null
  readonly signal: AbortSignal
  call<K extends OperationName>(op: K, input: Input<K>, progress?: (progress: Progress) => void): Promise<Output<K>>
}

export interface OpenOptions {
  /** `create`, `verify` and `run` need nobody. */
  readonly anyone?: boolean
}

/**
 * Opens the workspace, sets a simulation's clock, signs in; closes it whatever happens.
 * @throws Refusal, Usage, WorkspaceProblem
 */
export async function atWorkspace<T>(words: Words, options: OpenOptions, work: (at: At) => Promise<T>): Promise<T> {
  const folder = storeOf(words)
  if (!workspaceExists(folder)) throw new Refusal('no_workspace', { folder })
  const desk = createDesk({ folder })
  const controller = new AbortController()
  const interrupt = (): void => controller.abort()
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  try {
    setClock(desk, words)
    const session = await whoIs(desk, words, options)
    const call: At['call'] = async (op, input, progress) => {
      const answer = await desk.call(op, input, { window: WINDOW, session, signal: controller.signal, ...(progress === undefined ? {} : { progress }) })
      if (!answer.ok) throw new CallRefused(answer.error)
      return answer.value as never
    }
    return await work({ desk, session, signal: controller.signal, call })
  } finally {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
    await desk.close()
  }
}

function setClock(desk: Desk, words: Words): void {
  const at = text(words, 'at')
  if (at !== undefined) desk.setClock(instantOf('at', at))
}

/** A simulation needs nobody: it acts as its first operator with every role; `--as` narrows to that operator's rights. */
async function whoIs(desk: Desk, words: Words, { anyone = false }: OpenOptions): Promise<Session | null> {
  const { services } = desk
  const touchedAt = services.wall.now()
  const named = text(words, 'as')
  if (services.workspace.simulation) {
    if (named !== undefined) return { ...operatorSession(services.db, idOf(desk, named)), touchedAt }
    const first = signInChoices(services.db)[0]
    if (first === undefined) throw denied('not_signed_in')
    return { ...operatorSession(services.db, first.id), roles: ROLES, touchedAt }
  }
  if (named === undefined) {
    if (anyone) return null
    throw denied('not_signed_in')
  }
  const passphrase = await readPassphrase(flag(words, 'passphrase-stdin'), `Passphrase of ${named}: `)
  const operatorId = operatorNamed(services.db, named)?.id
  // A made-up id takes the same time and gives the same answer as a wrong passphrase.
  await signIn(services, WINDOW, operatorId ?? '00000000-0000-7000-8000-000000000000', passphrase)
  return services.sessions.of(WINDOW)
}

function idOf(desk: Desk, name: string): string {
  const operator = operatorNamed(desk.services.db, name)
  if (operator === null) throw new Refusal('operator_missing', { name })
  return operator.id
}

