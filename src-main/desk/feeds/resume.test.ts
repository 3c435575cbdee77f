import { appendFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportRow } from '@contract/feeds'
import { ACCOUNT_HEADER, accountLine, importDesk, PLANS, type ImportDesk } from './import-desk'

const ROWS = 9_000
let test: ImportDesk
let files: string[]
beforeEach(() => {
  test = importDesk()
  files = [
    test.file('plans.csv', PLANS),
    test.file('accounts.csv', [ACCOUNT_HEADER, ...Array.from({ length: ROWS }, (_, n) => accountLine(n % 1000 === 999 ? '' : `A${n}`))]),
  ]
})
afterEach(() => test.close())

const accounts = (): number => test.desk.services.db.get<{ n: number }>('SELECT count(*) AS n FROM account')!.n
const imports = async (): Promise<ImportRow[]> => (await test.call<{ rows: ImportRow[] }>('feeds.imports', {})).rows

async function until(done: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400 && !(await done()); tries++) await new Promise((resolve) => void setTimeout(resolve, 25))
}

/** Closes the desk after the first chunk of accounts, as a crash would. */
async function cutShort(before: () => void = () => undefined): Promise<void> {
  let reached: () => void = () => undefined
  const early = new Promise<void>((resolve) => (reached = resolve))
  const running = test.import(files, { progress: ({ phase, done }) => phase === 'importing' && done > 10_000 && reached() })
  running.catch(() => undefined)
  await early
  before()
  await test.reopen()
}

describe('an import cut short', () => {
  it('FED-02 goes on by itself at the next start: every row once', async () => {
    await cutShort()
    expect(accounts()).toBeGreaterThan(0)
    await until(async () => (await imports())[0]!.state === 'done')
    const [row] = await imports()
    expect(row!.files[1]).toMatchObject({ rows: ROWS, new: ROWS - 9, bad: 9 })
    expect(accounts()).toBe(ROWS - 9)
    const { rows } = await test.call<{ rows: unknown[] }>('feeds.bad_rows', { importId: row!.id })
    expect(rows).toHaveLength(18)
  })

  it('FED-02 stays interrupted when its file is no longer the same; what it took stays', async () => {
    let taken = 0
    await cutShort(() => {
      taken = accounts()
      appendFileSync(files[1]!, `${accountLine('Z1')}\n`)
    })
    await until(async () => (await imports())[0]!.state !== 'running')
    expect((await imports())[0]!.state).toBe('interrupted')
    expect(accounts()).toBeGreaterThanOrEqual(taken)
    expect(accounts()).toBeLessThan(ROWS - 9)
    expect((await test.import(files)).files[1]).toMatchObject({ rows: ROWS + 1, bad: 9 })
    expect(accounts()).toBe(ROWS - 9 + 1)
  })

  it('FED-02 cancelled keeps what was taken and says so; all or nothing keeps nothing', async () => {
    for (const allOrNothing of [true, false]) {
      const stop = new AbortController()
      const result = await test.import(files, {
        allOrNothing,
        signal: stop.signal,
        progress: ({ phase, done }) => phase === 'importing' && done > 10_000 && stop.abort(),
      })
      expect([result.cancelled, result.nothingTaken]).toEqual([true, allOrNothing])
      expect(accounts() > 0).toBe(!allOrNothing)
      expect((await imports())[0]!.state).toBe('cancelled')
    }
  })
})
