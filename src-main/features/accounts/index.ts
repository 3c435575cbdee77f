import type { Feature } from '@kernel/feature'
import { accountEvents, accountTables } from './events'
import { confirmPlan } from './feeds/confirm'
import { accountFeeds } from './feeds/index'

export { capabilitiesUnder } from './capabilities'
export { addReason, decidePlan, liftReason, reasonsOf, setWarned } from './standing'
export { accountForLimits, entityOf, externalId, plansByRank, type AccountForLimits, type PlanRecord } from './store'

export const accounts: Feature = { name: 'accounts', events: accountEvents, decisionTables: accountTables, feeds: accountFeeds, listeners: { directiveDone: [confirmPlan] } }
