import { command, query } from '@kernel/bridge/index'
import type { Feature } from '@kernel/feature'
import { accountEvents, accountTables } from './events'
import { confirmPlan } from './feeds/confirm'
import { accountFeeds } from './feeds/index'
import { countAccounts, listAccounts } from './list/rows'
import { removePlan, savePlan } from './plans/commands'
import { planEvents } from './plans/events'
import { recheckTask } from './plans/recheck'
import { addShippedPlans } from './plans/shipped'
import { listPlans } from './plans/view'
import { timelineOf } from './timeline'
import { accountView, contactsOf } from './view'

export { capabilitiesUnder } from './capabilities'
export { hasOwner, ownersOf, type Owners } from './feeds/contacts'
export { planView } from './plans/view'
export { accountWords, contactWords } from './words'
export { addReason, decidePlan, liftReason, reasonsOf, setCancelled, setWarned } from './standing'
export { accountForLimits, entityOf, externalId, plansByRank, type AccountForLimits, type PlanRecord } from './store'

/** CAP, LIM-01: accounts with what they may do, and the plans they are on. */
export const accounts: Feature = {
  name: 'accounts',
  events: [...accountEvents, ...planEvents],
  decisionTables: accountTables,
  feeds: accountFeeds,
  tasks: [recheckTask],
  listeners: { directiveDone: [confirmPlan] },
  onCreated: addShippedPlans,
  handlers: {
    'accounts.list': query(({ db }, { sort, descending, cursor, limit, ...filter }) =>
      listAccounts(db, filter, { sort, descending }, cursor ?? null, limit),
    ),
    'accounts.total': query(({ db }, { exact, ...filter }) => countAccounts(db, filter, exact)),
    'accounts.get': query(({ db }, { id }) => accountView(db, id)),
    'accounts.contacts': query(({ db }, { id, cursor, limit }) => contactsOf(db, id, cursor ?? null, limit)),
    'accounts.timeline': query(({ db }, { id, only, cursor, limit }) => timelineOf(db, id, only, cursor ?? null, limit)),
    'plans.list': query(({ db }) => listPlans(db)),
    'plans.save': command((unit, input) => savePlan(unit, input)),
    'plans.remove': command((unit, input) => removePlan(unit, input)),
  },
}
