import { CASE_CAUSES } from '@contract/limits'
import { query } from '@kernel/bridge/index'
import type { Feature } from '@kernel/feature'
import { totalsOf } from '@features/limits/index'
import { itemsFor } from './items'
import { funnelOf, historyOf, weekOf } from './progress'

/** DSK-02: what needs me, and how the over-limit process stands. Every count comes from an index and stops at 10,000. */
export const today: Feature = {
  name: 'today',
  handlers: {
    'today.view': query(({ db, now, session }) => {
      const { tabs, days, causes } = totalsOf(db, 'open')
      return {
        items: itemsFor(db, tabs, { now, operator: session!.operatorId, roles: session!.roles }),
        funnel: funnelOf(db, days),
        openCases: tabs.open.count,
        byCause: CASE_CAUSES.map((cause) => ({ cause, count: causes[cause].count })),
        week: weekOf(db, now),
        history: historyOf(db, now),
      }
    }),
  },
}
