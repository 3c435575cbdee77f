import { Refusal } from '@kernel/refusal'
import type { Scheduler, StepReport } from '@kernel/scheduler/index'
import type { Services } from '@kernel/services'
import type { SettableClock } from './simulation-clock'

interface Simulation {
  readonly scheduler: Scheduler
  readonly clock: SettableClock
  readonly publish: Services['publish']
}

/** Moves a simulation's clock from one due time to the next until `until` (ms UTC), as if the desk had run all the while. @throws Refusal `cancelled` */
export async function advance(
  { scheduler, clock, publish }: Simulation,
  until: number,
  onStep?: (steps: readonly StepReport[]) => void,
  signal?: AbortSignal,
): Promise<StepReport[]> {
  const done: StepReport[] = []
  const moveTo = (at: number): void => {
    scheduler.runThrough(at)
    clock.set(at)
  }
  for (;;) {
    const steps = await scheduler.tick()
    if (steps.length > 0) onStep?.(steps)
    done.push(...steps)
    const next = scheduler.next(clock.now())
    if (next === null || next > until) break
    if (signal?.aborted === true) throw new Refusal('cancelled')
    moveTo(next)
  }
  if (until > clock.now()) moveTo(until)
  publish(['scheduler', 'limits', 'workspace'])
  return done
}
