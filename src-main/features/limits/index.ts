import { command, query } from '@kernel/bridge/index'
import type { Feature } from '@kernel/feature'
import { approve, carryOutBatch, endPause, pause, restart, revertPlan } from './commands'
import { caseRow, rowContext } from './case-row'
import { dryRun } from './dry-run'
import { evaluateAccounts } from './evaluate'
import { limitEvents, limitTables } from './events'
import { pageOfCases, totalOf } from './list'
import { templates } from './messages/templates'
import { approvalCheckOf, casesOfAccount, getCase, totalsOf } from './queries'
import { revertCheckOf } from './revert'
import { caseTask, dayTask } from './tasks'

export { caseRow, rowContext } from './case-row'
export { dryRun } from './dry-run'
export { evaluateAccounts } from './evaluate'
export { totalsOf } from './queries'

/** Accounts over their limits: LIM-01 to LIM-18. README.md beside this file tells the process. */
export const limits: Feature = {
  name: 'limits',
  events: limitEvents,
  decisionTables: limitTables,
  tasks: [caseTask, dayTask],
  templates,
  listeners: { accountsTouched: [evaluateAccounts] },
  handlers: {
    'limits.list': query(({ db, now }, { cursor, limit, sort, descending, ...filter }) => {
      const page = pageOfCases(db, filter, { sort, descending }, cursor ?? null, limit)
      const context = rowContext(db, now)
      return { rows: page.rows.map((id) => caseRow(context, id)).filter((row) => row !== null), cursor: page.cursor }
    }),
    'limits.total': query(({ db }, filter) => totalOf(db, filter)),
    'limits.totals': query(({ db }, { tab }) => totalsOf(db, tab)),
    'limits.get': query(({ db, now }, { id }) => getCase(db, now, id)),
    'limits.of_account': query(({ db, now }, { accountUuid }) => casesOfAccount(db, now, accountUuid)),
    'limits.dry_run': query(({ db, now }, { until, ids, limit }) => dryRun(db, { now, until, ids: ids ?? null, limit })),
    'limits.approval_check': query(({ db }, { id }) => approvalCheckOf(db, id)),
    'limits.revert_check': query(({ db }, { accountUuid }) => revertCheckOf(db, accountUuid)),
    'limits.pause': command((unit, input) => pause(unit, input)),
    'limits.end_pause': command((unit, input) => endPause(unit, input)),
    'limits.approve': command((unit, input) => approve(unit, input)),
    'limits.restart': command((unit, input) => restart(unit, input)),
    'limits.revert_plan': command((unit, input) => revertPlan(unit, input)),
    'limits.carry_out': command((unit, input) => carryOutBatch(unit, input)),
  },
}
