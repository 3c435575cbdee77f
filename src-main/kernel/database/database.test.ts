import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countUpTo, openDatabase, openReader, type Database } from './index'

let folder: string
let db: Database

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reeve-database-'))
  db = openDatabase(join(folder, 'reeve.db'))
  db.raw.exec('CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT')
})
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true })
})

const names = (): string[] => db.all<{ name: string }>('SELECT name FROM thing ORDER BY id').map(({ name }) => name)
const add = (name: string): number => db.run('INSERT INTO thing (name) VALUES (?)', name)

describe('database', () => {
  it('opens with the pragmas the design asks for', () => {
    const pragma = (name: string): unknown => db.raw.pragma(name, { simple: true })
    expect({
      journal: pragma('journal_mode'),
      synchronous: pragma('synchronous'),
      foreignKeys: pragma('foreign_keys'),
      trustedSchema: pragma('trusted_schema'),
      cellSizeCheck: pragma('cell_size_check'),
      secureDelete: pragma('secure_delete'),
      tempStore: pragma('temp_store'),
    }).toEqual({ journal: 'wal', synchronous: 2, foreignKeys: 1, trustedSchema: 0, cellSizeCheck: 1, secureDelete: 1, tempStore: 2 })
  })

  it('keeps its files to the owner', () => {
    add('a')
    for (const file of readdirSync(folder)) expect([file, statSync(join(folder, file)).mode & 0o077]).toEqual([file, 0])
  })

  it('undoes everything when a transaction throws', () => {
    add('before')
    expect(() =>
      db.transaction(() => {
        add('inside')
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(names()).toEqual(['before'])
    expect(db.inTransaction).toBe(false)
  })

  it('undoes only the savepoint that throws, however deep', () => {
    db.transaction(() => {
      add('outer')
      expect(() =>
        db.transaction(() => {
          add('middle')
          expect(() =>
            db.transaction(() => {
              add('inner')
              throw new Error('inner')
            }),
          ).toThrow('inner')
          add('middle again')
          throw new Error('middle')
        }),
      ).toThrow('middle')
      db.transaction(() => add('second'))
    })
    expect(names()).toEqual(['outer', 'second'])
  })

  it('refuses a transaction that awaits', () => {
    expect(() =>
      db.transaction(async () => {
        add('late')
        await Promise.resolve()
      }),
    ).toThrow('must not await')
    expect(names()).toEqual([])
  })

  it('may start an iteration while the same one is under way', () => {
    for (const name of ['a', 'b', 'c']) add(name)
    const pairs: string[] = []
    for (const one of db.iterate<{ name: string }>('SELECT name FROM thing'))
      for (const two of db.iterate<{ name: string }>('SELECT name FROM thing')) pairs.push(one.name + two.name)
    expect(pairs).toHaveLength(9)
  })

  it('forgets old statements instead of growing without bound', () => {
    for (let n = 0; n < 1_000; n += 1) expect(db.get<{ n: number }>(`SELECT ${n} AS n`)!.n).toBe(n)
    expect(db.get<{ n: number }>('SELECT 0 AS n')!.n).toBe(0)
  })

  it('DSK-03 counts exactly to 10,000 and says "at least" above', () => {
    const fill = (to: number): number =>
      db.run(
        "INSERT INTO thing (name) SELECT 'x' FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT i FROM n)",
        to,
      )
    fill(10_000)
    expect(countUpTo(db, 'thing WHERE name = ?', 'x')).toEqual({ count: 10_000, atLeast: false })
    fill(1)
    expect(countUpTo(db, 'thing')).toEqual({ count: 10_000, atLeast: true })
  })

  it('lets a reader see the last commit while a transaction is open, and write nothing', () => {
    add('committed')
    const reader = openReader(join(folder, 'reeve.db'))
    db.transaction(() => {
      add('pending')
      expect(reader.all('SELECT 1 FROM thing')).toHaveLength(1)
    })
    expect(reader.all('SELECT 1 FROM thing')).toHaveLength(2)
    expect(() => reader.run("INSERT INTO thing (name) VALUES ('x')")).toThrow(/readonly|query_only/)
    reader.close()
  })
})
