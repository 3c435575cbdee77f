import { contract, type OperationName } from '@contract/index'
import type { Audience } from '@contract/define'
import type { CallError, Progress } from '@contract/wire'
import { operatorActor, type Session } from '../access/session'
import type { RefusedCall } from '../catalog'
import { asCallError, denied, Refusal, unavailable } from '../refusal'
import type { Services } from '../services'
import { SCHEDULER, type Unit } from '../unit'
import { once } from './answers'
import type { Handler, Handlers } from './handler'

export interface CallOptions {
  readonly window: string
  readonly session: Session | null
  readonly commandId?: string | null
  readonly progress?: (progress: Progress) => void
  readonly signal?: AbortSignal
  /** False while an all-or-nothing import holds the database: only queries are answered. */
  readonly mayWrite?: boolean
}

export type Answer = { ok: true; value: unknown } | { ok: false; error: CallError }

/** Looks up an operation of the contract. @throws Refusal `unknown_operation` */
export function operationNamed(op: string): (typeof contract)[OperationName] {
  if (!Object.hasOwn(contract, op)) throw new Refusal('unknown_operation', { op: op.slice(0, 100) }, 'invalid')
  return contract[op as OperationName]
}

/** Permission is checked here, where the operation runs. @throws Refusal `not_signed_in`, `role_missing` */
export function authorise(who: Audience, session: Session | null): void {
  if (who === 'public') return
  if (session === null) throw denied('not_signed_in')
  if (who === 'operator') return
  if (!session.roles.some((role) => who.includes(role))) throw denied('role_missing', { roles: [...who] })
}

/** @throws Refusal `malformed`, naming where */
export function parseInput(op: string, input: unknown): unknown {
  const parsed = operationNamed(op).input.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Refusal('malformed', { field: issue?.path.join('.') ?? '', problem: issue?.code ?? 'custom' }, 'invalid')
}

/** Validate → authorise → run → typed answer. Never throws. */
export async function serve(services: Services, handlers: Handlers, op: string, input: unknown, options: CallOptions): Promise<Answer> {
  try {
    const operation = operationNamed(op)
    authorise(operation.who, options.session)
    const parsed = parseInput(op, input)
    const handler = handlers[op as OperationName] as Handler<never> | undefined
    if (handler === undefined) throw new Refusal('not_available', { op }, 'unavailable')
    if (options.mayWrite === false && handler.run !== 'query') throw unavailable('import_running')
    return { ok: true, value: await run(services, handler, op, parsed, options) }
  } catch (thrown) {
    return { ok: false, error: noted(services, options, { op, input }, asCallError(thrown)) }
  }
}

/** REV-08: some tries are journaled, in a transaction of their own. Where that fails, the failure is the answer: never a silent try. */
function noted(services: Services, { session, mayWrite }: CallOptions, call: Omit<RefusedCall, 'code'>, error: CallError): CallError {
  const refused = { ...call, code: error.code }
  const listeners = services.catalog.listeners.refused.filter((listener) => listener.concerns(refused.op, refused.code))
  if (listeners.length === 0 || session === null || mayWrite === false) return error
  try {
    services.unit(operatorActor(session), (unit) => {
      for (const listener of listeners) listener.note(unit, refused)
    })
    return error
  } catch (thrown) {
    return asCallError(thrown)
  }
}

async function run(services: Services, handler: Handler<never>, op: string, input: unknown, options: CallOptions): Promise<unknown> {
  const { window, session } = options
  const caller = { window, session, services }
  switch (handler.run) {
    case 'query':
      return handler.handle({ ...caller, db: services.reader, now: services.clock.now() }, input as never)
    case 'command':
      return runCommand(services, handler, op, input, options)
    case 'long':
      return handler.handle(
        {
          ...caller,
          now: services.clock.now(),
          commandId: options.commandId ?? null,
          progress: options.progress ?? (() => undefined),
          signal: options.signal ?? new AbortController().signal,
        },
        input as never,
      )
  }
}

function runCommand(
  services: Services,
  handler: Extract<Handler<never>, { run: 'command' }>,
  op: string,
  input: unknown,
  options: CallOptions,
): unknown {
  const { session, window } = options
  const commandId = options.commandId ?? null
  const work = (unit: Unit): unknown => handler.handle(unit, input as never, { window, session, services })
  return services.unit(
    session === null ? SCHEDULER : operatorActor(session),
    (unit) => (handler.secretAnswer ? work(unit) : once(unit, op, () => work(unit))),
    commandId,
  )
}
