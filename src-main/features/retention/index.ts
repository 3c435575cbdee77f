import { workingCalendar } from '@kernel/calendar/index'
import { command, query } from '@kernel/bridge/index'
import { NOTHING_FOLLOWED } from '@kernel/catalog'
import type { Feature } from '@kernel/feature'
import { readCalendar } from '@kernel/settings/index'
import { approve, hold, propose, release } from './commands'
import { dueTask } from './due-task'
import { retentionEvents, retentionTables } from './events'
import { foreseen } from './foreseen'
import { pageOfPurges } from './list'
import { candidatesTouched, expireHold, stepPurge } from './purge'
import { requestDue, requestObstacle } from './rules'

export { dueTask } from './due-task'
export { foreseen } from './foreseen'
export { PURGES } from './list'
export { dropPurge, planPurge } from './purge'
export { holdsOn } from './store'

/** RET-01 to RET-03, RET-07's clock, RET-08: what is erased when, and what stops it. */
export const retention: Feature = {
  name: 'retention',
  events: retentionEvents,
  decisionTables: retentionTables,
  tasks: [
    // Holds end before purges are looked at: what falls due at the same moment goes.
    dueTask({ feature: 'retention', table: 'legal_hold', due: 'ends_at', irreversible: null, carryOut: expireHold }),
    dueTask({ feature: 'retention', table: 'purge', due: 'next_at', irreversible: 'erases', carryOut: stepPurge }),
  ],
  listeners: {
    accountsTouched: [
      (unit, accounts) => {
        candidatesTouched(unit, accounts)
        return NOTHING_FOLLOWED
      },
    ],
  },
  handlers: {
    'retention.list': query(({ db }, { state, cursor, limit }) => pageOfPurges(db, state ?? null, cursor ?? null, limit)),
    'retention.dry_run': query(({ db, now }, { until }) => ({ until, steps: foreseen(db, now, until).steps })),
    'retention.hold': command((unit, input) => hold(unit, input)),
    'retention.release': command((unit, input) => release(unit, input)),
    'retention.propose': command((unit, input) => propose(unit, input)),
    'retention.approve': command((unit, input) => approve(unit, input)),
    'retention.request_check': query(({ db }, { extendedAt, ...input }) => {
      const calendar = workingCalendar(readCalendar(db))
      const request = { ...input, extendedAt: extendedAt ?? null }
      const why = requestDue(input.receivedAt, request.extendedAt !== null, calendar)
      return { dueAt: why.dueAt, why, obstacle: requestObstacle(request, calendar) }
    }),
  },
}
