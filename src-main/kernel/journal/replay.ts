import type { Database, ReadDb } from '../database'
import { migrate, openDatabase } from '../database'
import type { AppliedEvent, Detail, EventRegistry } from './event'

/** A table that only `apply` writes, and what tells its rows apart. */
export interface DecisionTable {
  readonly table: string
  readonly key: readonly string[]
}

export interface Difference {
  table: string
  id: string
  problem: string
}

interface Row {
  seq: number
  id: string
  at: number
  actor: string
  kind: string
  entity: string
  account: string | null
  version: number
  rule: string
  body: string
  json: string | null
}

const CHUNK = 1_000

/** JNL-03: rebuilds the decision tables from the journal in memory and compares them with the live ones; each `yield` lets others run. */
export function* checkReplay(db: ReadDb, registry: EventRegistry, tables: readonly DecisionTable[]): Generator<number, Difference[]> {
  const rebuilt = openDatabase(':memory:')
  try {
    migrate(rebuilt, null)
    rebuilt.raw.pragma('foreign_keys = OFF')
    yield* replayInto(rebuilt, db, registry)
    const differences: Difference[] = []
    for (const table of tables) differences.push(...compare(table, db, rebuilt))
    return differences
  } finally {
    rebuilt.close()
  }
}

function* replayInto(rebuilt: Database, db: ReadDb, registry: EventRegistry): Generator<number, void> {
  let seq = 0
  for (;;) {
    const rows = db.all<Row>(
      'SELECT e.seq, e.id, e.at, e.actor, e.kind, e.entity, e.account, e.version, e.rule, e.body, d.json FROM entry e LEFT JOIN detail d ON d.entry_id = e.id WHERE e.seq > ? ORDER BY e.seq LIMIT ?',
      seq,
      CHUNK,
    )
    rebuilt.transaction(() => {
      for (const row of rows) registry.get(row.kind)?.apply(rebuilt, applied(row))
    })
    const last = rows.at(-1)
    if (last === undefined) return
    seq = last.seq
    yield seq
  }
}

function applied({ body, json, ...row }: Row): AppliedEvent<unknown> {
  const { before: _before, after: _after, ...own } = JSON.parse(body) as Record<string, unknown>
  return { ...row, body: own, detail: json === null ? null : (JSON.parse(json) as Detail) }
}

const MOST_DIFFERENCES = 50

function compare({ table, key }: DecisionTable, live: ReadDb, rebuilt: ReadDb): Difference[] {
  const sql = `SELECT * FROM ${table} ORDER BY ${key.join(', ')}`
  const differences: Difference[] = []
  const mine = live.iterate<Record<string, unknown>>(sql)
  const theirs = rebuilt.iterate<Record<string, unknown>>(sql)
  const idOf = (row: Record<string, unknown>): string => key.map((name) => String(row[name])).join('/')
  let a = mine.next()
  let b = theirs.next()
  try {
    while ((a.done !== true || b.done !== true) && differences.length < MOST_DIFFERENCES) {
      const left = a.done === true ? null : a.value
      const right = b.done === true ? null : b.value
      if (left !== null && right !== null && idOf(left) === idOf(right)) {
        for (const name of Object.keys(left))
          if (!same(left[name], right[name])) differences.push({ table, id: idOf(left), problem: `column ${name}` })
        a = mine.next()
        b = theirs.next()
      } else if (right === null || (left !== null && before(left, right, key))) {
        differences.push({ table, id: idOf(left!), problem: 'not in the journal' })
        a = mine.next()
      } else {
        differences.push({ table, id: idOf(right), problem: 'missing' })
        b = theirs.next()
      }
    }
  } finally {
    mine.return?.()
    theirs.return?.()
  }
  return differences
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (Buffer.isBuffer(a) && Buffer.isBuffer(b) && a.equals(b))
}

function before(a: Record<string, unknown>, b: Record<string, unknown>, key: readonly string[]): boolean {
  for (const name of key) {
    const left = a[name] as string | number
    const right = b[name] as string | number
    if (left !== right) return left < right
  }
  return false
}
