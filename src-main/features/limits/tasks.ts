import type { ReadDb } from '@kernel/database/index'
import type { DueItem, Task } from '@kernel/scheduler/index'
import { stepCase } from './evaluate'
import { surroundings, type Surroundings } from './facts'
import { showRow } from './row'
import { loadCase } from './store'

interface CaseItem extends DueItem {
  readonly id: string
}

interface DueCase extends CaseItem {
  readonly around: Surroundings
}

interface DueRow {
  id: string
  account: string
  due_at: number
  enforces: number
}

/** FED-08: what a waiting import brought stays due and waits. */
const NOT_HELD = "NOT EXISTS (SELECT 1 FROM feed_import i WHERE i.id = c.imported_by AND i.state IN ('running', 'waiting'))"
const DUE = `SELECT id, account, due_at, enforces FROM limit_case c WHERE enforces = ? AND due_at <= ? AND ${NOT_HELD} ORDER BY due_at, id LIMIT ?`

const earliest = (times: readonly (number | null)[]): number | null => {
  const known = times.filter((time): time is number => time !== null)
  return known.length === 0 ? null : Math.min(...known)
}

/** SCH-01: cases by their due time; what restricts or upgrades is an index range of its own (SCH-03). */
export const caseTask: Task<DueCase> = {
  feature: 'limits',
  nextDue: (db, after) =>
    earliest(
      [0, 1].map(
        (enforces) =>
          db.get<{ at: number | null }>('SELECT min(due_at) AS at FROM limit_case WHERE enforces = ? AND due_at > ?', enforces, after)?.at ?? null,
      ),
    ),
  due(db, { now, limit, reversibleOnly }) {
    const rows = (reversibleOnly ? [0] : [0, 1]).flatMap((enforces) => db.all<DueRow>(DUE, enforces, now, limit))
    rows.sort((a, b) => a.due_at - b.due_at || (a.id < b.id ? -1 : 1))
    if (rows.length === 0) return []
    // Plans and settings don't change within a group: read once, not once a step.
    const around = surroundings(db)
    return rows.slice(0, limit).map((row) => ({
      key: `limits/${row.id}`,
      step: row.enforces === 1 ? 'enforce' : 'look',
      dueAt: row.due_at,
      account: row.account,
      id: row.id,
      around,
    }))
  },
  carryOut(unit, { id, around }) {
    const report = stepCase(unit, id, around)
    return report === null ? [] : [report]
  },
}

/** LIM-12: the day of a case counts up at local midnight; only the view's row changes. */
export const dayTask: Task<CaseItem> = {
  feature: 'limits',
  quiet: true,
  nextDue: (db: ReadDb, after) =>
    db.get<{ at: number | null }>('SELECT min(day_turns_at) AS at FROM limit_row WHERE day_turns_at > ?', after)?.at ?? null,
  due: (db, { now, limit }) =>
    db
      .all<{ limit_case: string; day_turns_at: number }>(
        'SELECT limit_case, day_turns_at FROM limit_row WHERE day_turns_at <= ? ORDER BY day_turns_at LIMIT ?',
        now,
        limit,
      )
      .map((row) => ({ key: `limits-day/${row.limit_case}`, step: 'day', dueAt: row.day_turns_at, id: row.limit_case })),
  carryOut(unit, { id }) {
    const limitCase = loadCase(unit.db, id)
    const over = unit.db.get<{ over_permille: number }>('SELECT over_permille FROM limit_row WHERE limit_case = ?', id)?.over_permille ?? 0
    if (limitCase !== null) showRow(unit.db, limitCase, over, unit.now)
    unit.changed('limits')
    return []
  },
}
