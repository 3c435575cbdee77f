import { command, query } from '@kernel/bridge/index'
import type { Feature } from '@kernel/feature'
import { cancel, cancelTrial, confirm, reopen, withdraw } from './commands'
import { cancellationEvents, cancellationTables } from './events'
import { templates } from './messages/templates'
import { checkOf } from './store'
import { cancellationTask } from './tasks'

/** CAN-01 to CAN-03, CAN-06: leaving, in its steps. */
export const cancellation: Feature = {
  name: 'cancellation',
  events: cancellationEvents,
  decisionTables: cancellationTables,
  templates,
  tasks: [cancellationTask],
  handlers: {
    'cancellation.check': query(({ db, now }, { accountUuid }) => checkOf(db, accountUuid, now)),
    'cancellation.cancel': command((unit, input) => cancel(unit, input)),
    'cancellation.cancel_trial': command((unit, input) => cancelTrial(unit, input)),
    'cancellation.confirm': command((unit, input) => confirm(unit, input)),
    'cancellation.withdraw': command((unit, input) => withdraw(unit, input)),
    'cancellation.reopen': command((unit, input) => reopen(unit, input)),
  },
}
