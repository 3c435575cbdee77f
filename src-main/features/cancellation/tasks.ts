import { dueTask } from '@features/retention/index'
import { externalId } from '@features/accounts/index'
import { endAccess, lapse } from './commands'
import { loadCancellation } from './store'

/** CAN-01, CAN-03: requests lapse, access ends; by due time. */
export const cancellationTask = dueTask({
  feature: 'cancellation',
  table: 'cancellation',
  due: 'due_at',
  irreversible: 'ends',
  carryOut(unit, id) {
    const current = loadCancellation(unit.db, id)
    if (current === null || current.due_at === null || current.due_at > unit.now) return []
    const ends = current.state === 'cancelled'
    if (ends) endAccess(unit, current)
    else lapse(unit, current)
    const entity = externalId(unit.db, 'account', current.account)
    return [{ at: unit.now, feature: 'cancellation', step: ends ? 'end_access' : 'lapse', entity, rule: ends ? 'CAN-03' : 'CAN-01' }]
  },
})
