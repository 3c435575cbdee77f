import type { SchedulerStatus } from '@contract/scheduler'
import type { ReadDb } from '@kernel/database/index'
import { isClockDoubted, listFailures } from '@kernel/scheduler/index'
import type { Services } from '@kernel/services'
import { directiveStatus, mailStatus } from '@features/messages/index'
import { nextStep } from './next'

/** SCH-05: what the scheduler did, does, and does next. */
export function schedulerStatus(db: ReadDb, services: Services, now: number): SchedulerStatus {
  const pause = db.get<{ since: number; by: string | null; reason: string | null }>(
    'SELECT p.since, coalesce(o.name, p.by) AS by, p.reason FROM scheduler_pause p LEFT JOIN operator o ON o.id = p.by',
  )
  const doubt = db.get<NonNullable<SchedulerStatus['clockCheck']>>('SELECT since, ground, hours FROM clock_check')
  return {
    now,
    simulation: services.workspace.simulation,
    paused: pause === undefined ? null : { since: pause.since, by: pause.by ?? '', reason: pause.reason ?? '' },
    clockCheck: isClockDoubted(db) ? (doubt ?? null) : null,
    lastRunAt: db.get<{ at: number }>('SELECT last_run_at AS at FROM scheduler_run')?.at ?? null,
    next: nextStep(db, services, now),
    running: services.scheduler.running,
    failures: listFailures(db).map(({ key, feature, step, first_at: at, attempts, code }) => ({ id: key, feature, step, at, attempts, code })),
    mail: mailStatus(db, now),
    directives: directiveStatus(db),
  }
}
