import type { DueItem, Task } from '@kernel/scheduler/index'
import { accountsOnPlan, moveRecheck, nextRecheck, recheckOf, rechecks } from './store'

interface PlanItem extends DueItem {
  readonly plan: string
}

/** Looked at in one step; more would keep the desk from answering. */
const CHUNK = 500

/** LIM-02: after an admin has changed a plan, its accounts are looked at anew, a chunk a step; stopped anywhere, it goes on from there. */
export const recheckTask: Task<PlanItem> = {
  feature: 'plans',
  quiet: true,
  nextDue: (db, after) => nextRecheck(db, after),
  due: (db, { now, limit }) => rechecks(db, now, limit).map(({ plan, since }) => ({ key: `plans/${plan}`, step: 'recheck', dueAt: since, plan })),
  carryOut(unit, { plan }) {
    const recheck = recheckOf(unit.db, plan)
    if (recheck === undefined) return []
    const accounts = accountsOnPlan(unit.db, plan, recheck, CHUNK)
    const ids = accounts.map(({ id }) => id)
    if (ids.length > 0) for (const listener of unit.catalog.listeners.accountsTouched) listener(unit, ids, 'plans')
    moveRecheck(unit.db, plan, accounts.length < CHUNK ? null : (accounts.at(-1) ?? null))
    return []
  },
}
