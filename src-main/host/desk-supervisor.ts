import type { FromDeskProcess, ToDeskProcess } from '@contract/desk-port'
import { waitBeforeRestart } from './restart-policy'

/** A desk process, whatever it runs in. Ports travel as the host's own kind. */
export interface DeskProcess<Port> {
  post(message: ToDeskProcess, ports?: Port[]): void
  onMessage(listener: (message: FromDeskProcess) => void): void
  onExit(listener: (code: number) => void): void
  kill(): void
}

export interface SupervisorOptions<Port> {
  readonly fork: () => DeskProcess<Port>
  /** Told to each new desk before anything else. */
  readonly opening: () => readonly ToDeskProcess[]
  readonly onReady: () => void
  readonly onLost: (final: boolean) => void
  readonly onMessage: (message: FromDeskProcess) => void
  /** ms; monotonic */
  readonly now: () => number
  readonly after: (ms: number, run: () => void) => void
}

export interface DeskSupervisor<Port> {
  /** False while the desk is gone or not ready yet; the message is dropped, since a new desk is told anew. */
  post(message: ToDeskProcess, ports?: Port[]): boolean
  /** Asks the desk to finish, waits at most `limitMs`, then kills it. */
  quit(limitMs: number): Promise<void>
}

/** Keeps one desk running: starts it, restarts it when it dies, gives up on a crash loop, ends it by handshake. */
export function superviseDesk<Port>(options: SupervisorOptions<Port>): DeskSupervisor<Port> {
  const deaths: number[] = []
  let current: DeskProcess<Port> | null = null
  let ready = false
  let quitting: (() => void) | null = null

  const start = (): void => {
    if (quitting !== null) return
    const process = options.fork()
    current = process
    process.onMessage((message) => {
      if (process !== current) return
      if (message.type === 'ready') {
        ready = true
        options.onReady()
      } else if (message.type === 'quitted') quitting?.()
      else options.onMessage(message)
    })
    process.onExit(() => {
      if (process === current) ended()
    })
    for (const message of options.opening()) process.post(message)
  }

  const ended = (): void => {
    current = null
    ready = false
    if (quitting !== null) return quitting()
    const now = options.now()
    deaths.push(now)
    const wait = waitBeforeRestart(deaths, now)
    options.onLost(wait === null)
    if (wait !== null) options.after(wait, start)
  }

  start()
  return {
    post: (message, ports) => {
      if (!ready) return false
      current?.post(message, ports)
      return true
    },
    quit: (limitMs) =>
      new Promise((done) => {
        quitting = () => {
          const process = current
          current = null
          process?.kill()
          done()
        }
        if (current === null) return quitting()
        current.post({ type: 'quit' })
        options.after(limitMs, () => quitting?.())
      }),
  }
}
