import type { DueItem, StepReport, Task } from '@kernel/scheduler/index'
import type { Unit } from '@kernel/unit'

interface Item extends DueItem {
  readonly id: string
}

interface Due {
  readonly feature: string
  readonly table: 'cancellation' | 'purge' | 'legal_hold'
  /** Column of the due time. */
  readonly due: string
  /** Column that says whether the due step waits while the clock is in doubt (SCH-03); null: none does. */
  readonly irreversible: string | null
  carryOut(unit: Unit, id: string): StepReport[]
}

/** SCH-01: rows of one table by the index on their due time. */
export function dueTask({ feature, table, due, irreversible, carryOut }: Due): Task<Item> {
  const ranges = irreversible === null ? ['ended_at IS NULL'] : [`${irreversible} = 0`, `${irreversible} = 1`]
  return {
    feature,
    nextDue(db, after) {
      const times = ranges.map(
        (range) => db.get<{ at: number | null }>(`SELECT min(${due}) AS at FROM ${table} WHERE ${range} AND ${due} > ?`, after)?.at ?? null,
      )
      const known = times.filter((at): at is number => at !== null)
      return known.length === 0 ? null : Math.min(...known)
    },
    due(db, { now, limit, reversibleOnly }) {
      const wanted = irreversible !== null && reversibleOnly ? ranges.slice(0, 1) : ranges
      return wanted
        .flatMap((range) =>
          db.all<{ id: string; account: string; at: number }>(
            `SELECT id, account, ${due} AS at FROM ${table} WHERE ${range} AND ${due} <= ? ORDER BY ${due}, id LIMIT ?`,
            now,
            limit,
          ),
        )
        .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map(({ id, account, at }) => ({ key: `${table}/${id}`, step: 'look', dueAt: at, account, id }))
    },
    carryOut: (unit, { id }) => carryOut(unit, id),
  }
}
