import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '@contract/define'
import type { ParsedInput } from '@contract/index'
import type { Topic } from '@contract/wire'
import type { WorkspaceStatus } from '@contract/workspace'
import { createOperator, hashSecret, newRecoveryCode, operatorSession, signInChoices } from '@kernel/access/index'
import { parseInput, type Answer } from '@kernel/bridge/index'
import type { CallOptions } from '@kernel/bridge/index'
import { systemClock } from '@kernel/clock'
import { WorkspaceProblem } from '@kernel/database/index'
import { asCallError, Refusal } from '@kernel/refusal'
import type { Secrets } from '@kernel/services'
import { SCHEDULER, type Unit } from '@kernel/unit'
import { readGeneral } from '@kernel/settings/index'
import { fillDemo } from '@features/demo/index'
import { createDesk, workspaceExists, type Desk } from './create-desk'
import { createWorkspace } from './create-workspace'
import { startHeartbeat, type Heartbeat } from './heartbeat'

export interface HouseOptions {
  readonly folder: string
  readonly demoFolder: string
  readonly version: string
  readonly language: Language
  readonly secrets: Secrets
  /** A fault outside any call; the host notes it. */
  readonly onFault: (thrown: unknown) => void
}

interface WindowEvents {
  changed(topics: readonly Topic[]): void
  locked(): void
}

type CallExtras = Pick<CallOptions, 'commandId' | 'progress' | 'signal'>

interface Opened {
  readonly desk: Desk
  readonly heartbeat: Heartbeat
}

/** The workspace of this workstation and, beside it, the demo: which is open, who sits where, what time it is. */
export interface House {
  call(window: string, op: string, input: unknown, extras: CallExtras): Promise<Answer>
  enter(window: string, events: WindowEvents): () => void
  touch(window: string): void
  /** After sleep. */
  wake(): void
  lockAll(): void
  close(): Promise<void>
}

const IDLE_CHECK_MS = 5_000
/** The demo's clock stops on Mon 23 Nov 2026, 14:06 in Berlin, after three weeks: the same demo wherever and whenever it is made. */
const DEMO = { accounts: 400, seed: 20261123, until: Date.UTC(2026, 10, 23, 13, 6), days: 21, admin: 'Astrid Bergström', shortName: 'AB' }
const DAY = 86_400_000

export function openHouse(options: HouseOptions): House {
  const outside = systemClock()
  const windows = new Map<string, WindowEvents>()
  let real: Opened | null = null
  let demo: Opened | null = null
  let opening = 0
  let problem: WorkspaceStatus['problem'] = null
  /** Opening, making and deleting come one after the other. */
  let queue: Promise<unknown> = Promise.resolve()

  const current = (): Opened | null => demo ?? real
  const tellAll = (topics: readonly Topic[]): void => {
    for (const window of windows.values()) window.changed(topics)
  }
  const open = (folder: string, secrets: Secrets): Opened => {
    const desk = createDesk({ folder, clock: outside, secrets })
    const opened = { desk, heartbeat: startHeartbeat(desk, options.onFault) }
    desk.subscribe((topics) => {
      if (current()?.desk === desk) tellAll(topics)
    })
    return opened
  }
  const shut = async (opened: Opened | null): Promise<void> => {
    opened?.heartbeat.stop()
    await opened?.desk.close()
  }
  const openReal = (): void => {
    try {
      if (workspaceExists(options.folder)) real = open(options.folder, options.secrets)
    } catch (thrown) {
      if (!(thrown instanceof WorkspaceProblem)) throw thrown
      problem = { code: thrown.code, params: thrown.params as Record<string, string | number> }
    }
  }
  openReal()

  const idle = setInterval(() => {
    const opened = current()
    if (opened === null) return
    const { services } = opened.desk
    for (const window of services.sessions.endIdle(outside.now(), readGeneral(services.reader).idleMinutes)) windows.get(window)?.locked()
  }, IDLE_CHECK_MS)

  /** Made by the command line without an operator: the first run in the app makes its admin (DSK-07). */
  const unclaimed = (): Opened | null => (demo === null && real !== null && signInChoices(real.desk.services.reader).length === 0 ? real : null)

  const status = (): WorkspaceStatus => {
    const opened = current()
    const services = opened?.desk.services
    return {
      state: unclaimed() !== null ? 'none' : opened !== null ? 'ready' : problem !== null ? 'unusable' : 'none',
      folder: services?.workspace.folder ?? options.folder,
      demo: demo !== null,
      demoExists: existsSync(join(options.demoFolder, DEMO_READY)),
      demoOpening: opening > 0,
      simulation: services?.workspace.simulation ?? false,
      problem: opened === null ? problem : null,
      zone: outside.zone,
      now: services?.clock.now() ?? outside.now(),
      version: options.version,
      language: services === undefined ? options.language : (readGeneral(services.reader).language as Language),
      operators: services === undefined ? [] : signInChoices(services.reader),
    }
  }

  const create = async (input: ParsedInput<'workspace.create'>): Promise<{ recoveryCode: string; operatorId: string }> => {
    const empty = unclaimed()
    if ((real !== null && empty === null) || problem !== null) throw new Refusal('workspace_exists')
    const recoveryCode = newRecoveryCode()
    const credential = { passphrase: await hashSecret(input.passphrase), recovery: await hashSecret(recoveryCode) }
    const { name, shortName, language } = input
    const populate = (unit: Unit): string => createOperator(unit, { name, shortName, language, roles: ['reviewer', 'support', 'admin'], credential })
    if (empty !== null) return { recoveryCode, operatorId: empty.desk.services.unit(SCHEDULER, populate) }
    const operatorId = createWorkspace({ folder: options.folder, now: outside.now() }, populate)
    openReal()
    return { recoveryCode, operatorId }
  }

  const openDemo = async (window: string, { language }: ParsedInput<'workspace.open_demo'>, extras: CallExtras): Promise<{ operatorId: string }> => {
    if (demo === null) {
      if (!existsSync(join(options.demoFolder, DEMO_READY))) await makeDemo(options.demoFolder, language, extras)
      demo = open(options.demoFolder, forgetful())
    }
    const { services } = demo.desk
    const operatorId = signInChoices(services.reader)[0]!.id
    services.sessions.start(window, { ...operatorSession(services.reader, operatorId), touchedAt: outside.now() })
    return { operatorId }
  }

  const leaveDemo = async (): Promise<null> => {
    const left = demo
    demo = null
    await shut(left)
    return null
  }

  const deleteDemo = async (): Promise<null> => {
    await leaveDemo()
    rmSync(options.demoFolder, { recursive: true, force: true })
    return null
  }

  const own = async (window: string, op: string, input: unknown, extras: CallExtras): Promise<unknown> => {
    const parsed = parseInput(op, input)
    if (op === 'workspace.status') return status()
    const work = queue.then(async () => {
      switch (op) {
        case 'workspace.create':
          return create(parsed as ParsedInput<'workspace.create'>)
        case 'workspace.open_demo':
          return openDemo(window, parsed as ParsedInput<'workspace.open_demo'>, extras)
        case 'workspace.leave_demo':
          return leaveDemo()
        case 'workspace.delete_demo':
          return deleteDemo()
        default:
          throw new Refusal('unknown_operation', { op }, 'invalid')
      }
    })
    queue = work.catch(() => undefined)
    if (op === 'workspace.open_demo') opening += 1
    try {
      return await work
    } finally {
      if (op === 'workspace.open_demo') opening -= 1
      tellAll(['workspace', 'access'])
    }
  }

  return {
    async call(window, op, input, extras) {
      try {
        if (op.startsWith('workspace.')) return { ok: true, value: await own(window, op, input, extras) }
      } catch (thrown) {
        return { ok: false, error: asCallError(thrown) }
      }
      const opened = current()
      if (opened === null) return { ok: false, error: { kind: 'unavailable', code: 'no_workspace', params: {} } }
      const { sessions } = opened.desk.services
      const answer = await opened.desk.call(op, input, { ...extras, window, session: sessions.of(window) })
      if (op.startsWith('access.')) touch(sessions.of(window))
      return answer
    },
    enter(window, events) {
      windows.set(window, events)
      return () => {
        if (windows.get(window) !== events) return
        windows.delete(window)
        current()?.desk.services.sessions.end(window)
      }
    },
    touch: (window) => touch(current()?.desk.services.sessions.of(window) ?? null),
    wake() {
      real?.heartbeat.now()
      demo?.heartbeat.now()
    },
    lockAll() {
      for (const [id, window] of windows) {
        current()?.desk.services.sessions.end(id)
        window.locked()
      }
    },
    async close() {
      clearInterval(idle)
      await queue
      await shut(demo)
      await shut(real)
    },
  }

  /** Idle time is the workstation's, also in a simulation, whose own clock stands still. */
  function touch(session: { touchedAt: number } | null): void {
    if (session !== null) session.touchedAt = outside.now()
  }
}

const DEMO_READY = 'demo-ready'

/** DSK-08: made whole or made again; a demo cut short is thrown away. */
async function makeDemo(folder: string, language: Language, extras: CallExtras): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const credential = { passphrase: await hashSecret(newRecoveryCode()), recovery: null }
  createWorkspace({ folder, now: DEMO.until - DEMO.days * DAY, demo: true }, (unit) =>
    createOperator(unit, { name: DEMO.admin, shortName: DEMO.shortName, language, roles: ['reviewer', 'support', 'admin'], credential }),
  )
  const desk = createDesk({ folder })
  try {
    await fillDemo(desk, { accounts: DEMO.accounts, seed: DEMO.seed, until: DEMO.until, progress: extras.progress ?? (() => undefined) })
  } finally {
    await desk.close()
  }
  writeFileSync(join(folder, DEMO_READY), '', { mode: 0o600 })
}

function forgetful(): Secrets {
  return { get: () => null, set: () => undefined, kept: false }
}
