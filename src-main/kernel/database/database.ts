import type Sqlite from 'better-sqlite3'

export type Value = string | number | bigint | Buffer | null

/** May look, not touch. */
export interface ReadDb {
  get<Row>(sql: string, ...params: readonly Value[]): Row | undefined
  all<Row>(sql: string, ...params: readonly Value[]): Row[]
  iterate<Row>(sql: string, ...params: readonly Value[]): IterableIterator<Row>
}

export interface WriteDb extends ReadDb {
  /** How many rows changed. */
  run(sql: string, ...params: readonly Value[]): number
}

/** Statements kept prepared; above this the oldest goes. */
const MOST_STATEMENTS = 400

/** One SQLite connection with its prepared statements. `?` parameters only. */
export class Database implements WriteDb {
  readonly raw: Sqlite.Database
  readonly #statements = new Map<string, Sqlite.Statement>()

  constructor(raw: Sqlite.Database) {
    this.raw = raw
  }

  prepare(sql: string): Sqlite.Statement {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    if (this.#statements.size >= MOST_STATEMENTS) {
      for (const oldest of this.#statements.keys()) {
        this.#statements.delete(oldest)
        break
      }
    }
    const statement = this.raw.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  get<Row>(sql: string, ...params: readonly Value[]): Row | undefined {
    return this.prepare(sql).get(...params) as Row | undefined
  }

  all<Row>(sql: string, ...params: readonly Value[]): Row[] {
    return this.prepare(sql).all(...params) as Row[]
  }

  iterate<Row>(sql: string, ...params: readonly Value[]): IterableIterator<Row> {
    // A cached statement that is still being stepped can't be started again.
    return this.raw.prepare(sql).iterate(...params) as IterableIterator<Row>
  }

  run(sql: string, ...params: readonly Value[]): number {
    return this.prepare(sql).run(...params).changes
  }

  get inTransaction(): boolean {
    return this.raw.inTransaction
  }

  /** All or nothing; inside another transaction a savepoint. Nothing may await inside. @throws what `work` throws, after rolling back. */
  transaction<T>(work: () => T): T {
    return this.inTransaction
      ? this.#bracket('SAVEPOINT step', 'RELEASE step', ['ROLLBACK TO step', 'RELEASE step'], work)
      : this.#bracket('BEGIN IMMEDIATE', 'COMMIT', ['ROLLBACK'], work)
  }

  #bracket<T>(begin: string, commit: string, rollback: readonly string[], work: () => T): T {
    this.run(begin)
    try {
      const result = work()
      if (result instanceof Promise) throw new TypeError('a transaction must not await')
      this.run(commit)
      return result
    } catch (thrown) {
      // A full disk rolls back by itself; rolling back again would hide the real error.
      if (this.inTransaction) for (const sql of rollback) this.run(sql)
      throw thrown
    }
  }

  close(): void {
    this.#statements.clear()
    this.raw.close()
  }
}
