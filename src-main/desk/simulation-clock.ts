import type { Clock } from '@kernel/clock'
import type { Database } from '@kernel/database'

export interface SettableClock extends Clock {
  /** ms UTC. May go back (SCH-03). */
  set(at: number): void
}

/** A simulation workspace keeps its own time in its file; it stands still until it is set. */
export function simulationClock(db: Database, zone: string): SettableClock {
  const read = (): number => db.get<{ now: number }>('SELECT now FROM simulation_clock')?.now ?? 0
  let now = read()
  return {
    now: () => now,
    // The desk counts as running while its clock is moved: wall clock and uptime agree.
    uptime: () => now,
    boot: 'simulation',
    zone,
    set(at) {
      db.run('INSERT OR REPLACE INTO simulation_clock (only, now) VALUES (1, ?)', at)
      now = at
    },
  }
}
