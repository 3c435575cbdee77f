import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operatorSession, signInChoices } from '@kernel/access/index'
import { operatorActor } from '@kernel/access/session'
import { markDelivered, sendAgain } from '@kernel/outbox/index'
import { verifyJournal } from '@features/journal/index'
import { createDesk, type Desk } from '../create-desk'
import { commandLine, copyOf, seeded } from './killed'

const KILLS = process.env['REEVE_LONG'] === '1' ? 100 : 10
const SEED = Number(process.env['REEVE_SEED'] ?? Date.now() % 1_000_000)
const ACCOUNTS = 3_000
const OVER = 40
const START = '2026-11-02T08:00:00Z'
const UNTIL = '2026-11-20T00:00:00Z'

let scratch: string
let empty: string
let taken: string
let files: string[]
let importMs: number
let sweepMs: number

function feedFiles(folder: string): string[] {
  const write = (kind: string, rows: readonly string[]): string => {
    const file = join(folder, `${kind}.csv`)
    writeFileSync(file, `${rows.join('\n')}\n`)
    return file
  }
  const numbers = Array.from({ length: ACCOUNTS }, (_, nth) => nth)
  return [
    write('plans', [
      'plan_id,name,rank,paid,price_minor,currency,limits',
      'free,Free,0,false,,,contacts=2000',
      'startup,Startup,1,true,3900,EUR,contacts=5000',
      'webinar,Webinar,2,true,7900,EUR,contacts=10000',
    ]),
    write('accounts', [
      'account_id,company,country,email,language,time_zone,plan_id,created_at',
      ...numbers.map(
        (n) => `a${n},Company ${n},DE,mail${n}@company.example,de,Europe/Berlin,${n % 2 === 0 ? 'free' : 'startup'},2024-01-01T00:00:00Z`,
      ),
    ]),
    write('usage', [
      'account_id,resource,used,observed_at',
      ...numbers.map((n) => `a${n},contacts,${n < OVER ? (n % 2 === 0 ? 2_001 : 5_001) : 10},2026-11-02T07:00:00Z`),
    ]),
  ]
}

beforeAll(async () => {
  process.stderr.write(`kill tests: REEVE_SEED=${SEED}\n`)
  scratch = mkdtempSync(join(tmpdir(), 'reeve-kill-'))
  files = feedFiles(scratch)
  empty = join(scratch, 'empty')
  await commandLine(['create', '--store', empty, '--simulation', '--at', START, '--mail', 'folder'])
  taken = copyOf(empty)
  const imported = await commandLine(['import', ...files, '--store', taken])
  expect(imported.status).toBe(0)
  importMs = imported.ms
  const swept = copyOf(taken)
  sweepMs = (await commandLine(['run', '--until', UNTIL, '--store', swept])).ms
  rmSync(dirname(swept), { recursive: true })
}, 120_000)

afterAll(() => {
  for (const folder of [scratch, dirname(taken)]) rmSync(folder, { recursive: true, force: true })
})

async function opened<T>(folder: string, work: (desk: Desk) => T | Promise<T>): Promise<T> {
  const desk = createDesk({ folder })
  try {
    return await work(desk)
  } finally {
    await desk.close()
  }
}

const count = (desk: Desk, sql: string): number => desk.services.db.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)!.n
const verified = async (desk: Desk): Promise<void> =>
  expect(await verifyJournal(desk.services, { progress: () => undefined, signal: new AbortController().signal })).toMatchObject({
    ok: true,
    differences: [],
  })

/** MSG-01: a person looks into the pick-up folder and says what became of each message whose outcome is unknown. */
function settle({ services }: Desk): void {
  const session = { ...operatorSession(services.db, signInChoices(services.db)[0]!.id), touchedAt: 0 }
  for (const { id } of services.db.all<{ id: string }>("SELECT id FROM message WHERE state = 'unknown'")) {
    const delivered = existsSync(join(services.workspace.folder, 'outgoing', `${id}.eml`))
    services.unit(operatorActor(session), (unit) =>
      delivered ? markDelivered(unit, id, 'found in the folder') : sendAgain(unit, id, 'not in the folder'),
    )
  }
}

describe('the desk killed at random points', () => {
  it(
    `FED-02 SCH-02 of an import, ${KILLS} times: nothing lost, nothing doubled, verify clean`,
    async () => {
      const random = seeded(SEED)
      let killed = 0
      for (let round = 0; round < KILLS; round += 1) {
        const folder = copyOf(empty)
        const first = await commandLine(['import', ...files, '--store', folder], importMs * (0.15 + 0.85 * random()))
        if (first.killed) killed += 1
        await opened(folder, verified)
        const second = await commandLine(['import', ...files, '--store', folder])
        expect(second.status, `round ${round}, seed ${SEED}`).toBe(0)
        await opened(folder, async (desk) => {
          expect(
            [count(desk, 'account'), count(desk, 'usage'), count(desk, "external_id WHERE kind = 'account'"), count(desk, 'limit_case')],
            `round ${round}, seed ${SEED}`,
          ).toEqual([ACCOUNTS, ACCOUNTS, ACCOUNTS, OVER])
          await verified(desk)
        })
        rmSync(dirname(folder), { recursive: true })
      }
      expect(killed).toBeGreaterThan(KILLS / 3)
    },
    KILLS * 20_000,
  )

  it(
    `SCH-02 MSG-01 LIM-04 of a sweep, ${KILLS} times: no step and no message lost or doubled, verify clean`,
    async () => {
      const random = seeded(SEED + 1)
      let killed = 0
      for (let round = 0; round < KILLS; round += 1) {
        const folder = copyOf(taken)
        const where = `round ${round}, seed ${SEED}`
        const first = await commandLine(['run', '--until', UNTIL, '--store', folder], sweepMs * (0.15 + 0.85 * random()))
        if (first.killed) killed += 1
        await opened(folder, async (desk) => {
          await verified(desk)
          settle(desk)
        })
        expect((await commandLine(['run', '--until', UNTIL, '--store', folder])).status, where).toBe(0)
        await opened(folder, async (desk) => {
          expect(count(desk, "limit_case WHERE state = 'enforced'"), where).toBe(OVER)
          expect(count(desk, 'limit_warning WHERE sent_at IS NOT NULL AND round = 1'), where).toBe(OVER * 3)
          expect(count(desk, "message WHERE state <> 'sent'"), where).toBe(0)
          // One file a message: three warnings and the word on what followed.
          expect(readdirSync(join(folder, 'outgoing')).filter((name) => name.endsWith('.eml')).length, where).toBe(OVER * 4)
          expect(count(desk, "(SELECT 1 FROM limit_warning GROUP BY limit_case, date(sent_at / 1000, 'unixepoch') HAVING count(*) > 1)"), where).toBe(
            0,
          )
          await verified(desk)
        })
        rmSync(dirname(folder), { recursive: true })
      }
      expect(killed).toBeGreaterThan(KILLS / 3)
    },
    KILLS * 20_000,
  )
})
