import type { Desk } from './create-desk'

/** SCH-01: at the latest, a tick comes this often. */
const LONGEST_WAIT_MS = 30_000
const SOON_MS = 250

export interface Heartbeat {
  /** Ticks now: after sleep or a change of the clock. */
  now(): void
  stop(): void
}

/** Ticks the desk on time: at the next due time, at least every 30 s, and soon after something changed. */
export function startHeartbeat(desk: Desk, onFault: (thrown: unknown) => void): Heartbeat {
  let timer: ReturnType<typeof setTimeout> | null = null
  let stopped = false
  /** A change is waited out already; more of them don't put the tick off again, or an import would starve it. */
  let soon = false

  const arm = (ms: number): void => {
    if (stopped) return
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(beat, ms)
  }
  const wait = (): number => {
    const now = desk.services.clock.now()
    const next = desk.services.scheduler.next(now)
    return next === null ? LONGEST_WAIT_MS : Math.min(LONGEST_WAIT_MS, Math.max(SOON_MS, next - now))
  }
  const beat = (): void => {
    timer = null
    soon = false
    desk
      .tick()
      .catch(onFault)
      .then(() => (stopped ? undefined : arm(wait())))
      .catch((thrown: unknown) => {
        onFault(thrown)
        arm(LONGEST_WAIT_MS)
      })
  }
  const unsubscribe = desk.subscribe(() => {
    if (soon || desk.services.scheduler.running) return
    soon = true
    arm(SOON_MS)
  })
  arm(0)

  return {
    now: () => arm(0),
    stop() {
      stopped = true
      unsubscribe()
      if (timer !== null) clearTimeout(timer)
    },
  }
}
