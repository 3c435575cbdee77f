import type { ReadDb } from '../database'
import { runStep, runUnit, SCHEDULER, type UnitHost } from '../unit'
import { clearFailure, noteFailure, waitingFailures } from './failures'
import type { DueItem, StepReport, Task } from './task'

/** Four bare inserts per synced commit were seen at 3,500/s, grouped at 52,000/s; above 200 nothing is gained. */
const GROUP = 200

export interface SweepOptions {
  readonly now: number
  readonly reversibleOnly: boolean
}

interface Claimed {
  task: Task
  item: DueItem
}

/** The next due items of all features, oldest first; steps that failed and wait for their next try are passed over. */
function claim(db: ReadDb, tasks: readonly Task[], { now, reversibleOnly }: SweepOptions): Claimed[] {
  const claimed: Claimed[] = []
  for (const task of tasks) {
    const waiting = waitingFailures(db, task.feature, now)
    for (const item of task.due(db, { now, limit: GROUP + waiting.size, reversibleOnly })) {
      if (!waiting.has(item.key)) claimed.push({ task, item })
    }
  }
  claimed.sort((a, b) => a.item.dueAt - b.item.dueAt)
  return claimed.slice(0, GROUP)
}

/**
 * SCH-02: carries out one group of due steps in one commit, each in its own savepoint; a failing one rolls back alone and
 * becomes visible work. Null: nothing was due.
 */
export function sweepGroup(host: UnitHost, tasks: readonly Task[], options: SweepOptions): StepReport[] | null {
  const claimed = claim(host.db, tasks, options)
  if (claimed.length === 0) return null
  return runUnit(host, { now: options.now, actor: SCHEDULER }, (group) => {
    const reports: StepReport[] = []
    for (const { task, item } of claimed) {
      try {
        reports.push(...runStep(host, group, { now: options.now, actor: SCHEDULER }, (unit) => task.carryOut(unit, item)))
        clearFailure(group.db, item.key)
      } catch (thrown) {
        if (isStorageFailure(thrown)) throw thrown
        noteFailure(group.db, task.feature, item, options.now, thrown)
      }
    }
    group.changed('scheduler')
    return reports
  })
}

/** A full or broken disk fails the whole group, not one step after the other. */
function isStorageFailure(thrown: unknown): boolean {
  return /^SQLITE_(FULL|IOERR|READONLY|CORRUPT|NOTADB)/.test(String((thrown as { code?: unknown }).code))
}
