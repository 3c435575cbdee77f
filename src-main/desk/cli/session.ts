import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Input, OperationName, Output } from '@contract/index'
import { ROLES } from '@contract/define'
import type { Progress } from '@contract/wire'
import { operatorNamed, operatorSession, signIn, signInChoices, type Session } from '@kernel/access/index'
import type { ReadDb } from '@kernel/database/index'
import { importsAtRest } from '@kernel/feeds/index'
import { denied, Refusal } from '@kernel/refusal'
import { createDesk, workspaceExists, type Desk } from '../create-desk'
import { passphrasesOf, type Passphrases } from './passphrase'
import { CallRefused, REFUSED, Usage } from './problem'
import { instantOf, text, type Words } from './words'

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
  readonly passphrases: Passphrases
  readonly signal: AbortSignal
  call<K extends OperationName>(op: K, input: Input<K>, progress?: (progress: Progress) => void): Promise<Output<K>>
}

export interface OpenOptions {
  /** `create`, `verify` and `run` need nobody. */
  readonly anyone?: boolean
  /** Nothing is to go on by itself: what an interruption left stays as it is. */
  readonly untouched?: boolean
}

/**
 * Opens the workspace, sets a simulation's clock, signs in, lets an interrupted import finish; closes it whatever happens.
 * @throws Refusal, Usage, WorkspaceProblem
 */
export async function atWorkspace<T>(words: Words, options: OpenOptions, work: (at: At) => Promise<T>): Promise<T> {
  const folder = storeOf(words)
  if (!workspaceExists(folder)) throw new Refusal('no_workspace', { folder })
  const desk = createDesk({ folder, ...(options.untouched === true ? { resume: false } : {}) })
  const controller = new AbortController()
  const interrupt = (): void => {
    // Who presses it twice doesn't want to wait.
    if (controller.signal.aborted) process.exit(REFUSED)
    controller.abort()
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  try {
    setClock(desk, words)
    const { passphrases, session } = await whoIs(desk, words, options)
    const call: At['call'] = async (op, input, progress) => {
      const answer = await desk.call(op, input, {
        window: WINDOW,
        session,
        signal: controller.signal,
        ...(progress === undefined ? {} : { progress }),
      })
      if (!answer.ok) throw new CallRefused(answer.error)
      return answer.value as never
    }
    if (options.untouched !== true) await importsAtRest(desk.services)
    return await work({ desk, session, passphrases, signal: controller.signal, call })
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

/** A simulation needs nobody: it acts as an operator with every role; `--as` narrows to that operator's rights. */
async function whoIs(desk: Desk, words: Words, { anyone = false }: OpenOptions): Promise<{ session: Session | null; passphrases: Passphrases }> {
  const { services } = desk
  const passphrases = passphrasesOf(words)
  const touchedAt = services.wall.now()
  const named = text(words, 'as')
  if (services.workspace.simulation) {
    const id = named === undefined ? undefined : idOf(services.db, named)
    const session = named === undefined ? nobody(services.db) : id === undefined ? undefined : operatorSession(services.db, id)
    if (session === undefined) throw new Refusal('operator_missing', { name: named ?? '' })
    return { passphrases, session: { ...session, ...(named === undefined ? { roles: ROLES } : {}), touchedAt } }
  }
  if (named === undefined) {
    if (anyone) return { passphrases, session: null }
    throw denied('not_signed_in')
  }
  const passphrase = await passphrases.next(`Passphrase of ${named}: `)
  // A made-up id takes the same time and gives the same answer as a wrong passphrase.
  await signIn(services, WINDOW, idOf(services.db, named) ?? '00000000-0000-7000-8000-000000000000', passphrase)
  return { passphrases, session: services.sessions.of(WINDOW) }
}

/** Not simply the first: a simulation's clock stands, and may be set back, so that ids don't tell who came first. */
function nobody(db: ReadDb): Omit<Session, 'touchedAt'> | undefined {
  const sessions = signInChoices(db).map(({ id }) => operatorSession(db, id))
  const most = Math.max(...sessions.map(({ roles }) => (roles.includes('admin') ? roles.length : 0)))
  return sessions.find(({ roles }) => most === 0 || (roles.includes('admin') && roles.length === most))
}

/** By short name, id, or the whole name where only one has it. @throws Refusal `operator_ambiguous` */
function idOf(db: ReadDb, name: string): string | undefined {
  const short = operatorNamed(db, name)
  if (short !== null) return short.id
  const folded = name.trim().toLowerCase()
  const found = signInChoices(db).filter((operator) => operator.name.toLowerCase() === folded)
  if (found.length > 1) throw new Refusal('operator_ambiguous', { name })
  return found[0]?.id
}
