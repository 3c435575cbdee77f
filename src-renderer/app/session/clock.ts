import { useEffect, useState } from 'react'
import { create } from 'zustand'

interface Clock {
  /** Workspace time minus this computer's, ms; a simulation's clock stands still at `standing`. */
  ahead: number
  standing: number | null
}

const useClock = create<Clock>(() => ({ ahead: 0, standing: null }))

/** Told with each answer that carries the workspace's time, ms UTC; `heardAt` is when it came, on this computer's clock. */
export function setClock(now: number, simulation: boolean, heardAt: number = Date.now()): void {
  useClock.setState({ ahead: now - heardAt, standing: simulation ? now : null })
}

/** The workspace clock now, ms UTC, outside of components. */
export function clockNow(): number {
  const { ahead, standing } = useClock.getState()
  return standing ?? Date.now() + ahead
}

/** A simulation's clock stands still until somebody moves it. */
export function useClockStands(): boolean {
  return useClock(({ standing }) => standing !== null)
}

/** The workspace clock, ms UTC, renewed every `everyMs`. */
export function useNow(everyMs = 15_000): number {
  const clock = useClock()
  const [, tick] = useState(0)
  useEffect(() => {
    if (clock.standing !== null) return
    const timer = setInterval(() => tick((count) => count + 1), everyMs)
    return () => clearInterval(timer)
  }, [clock.standing, everyMs])
  return clock.standing ?? Date.now() + clock.ahead
}
